/** Answers → the parts of a contribution, and the file that `kb import` reads. */

import { block, isMapping, written, yamlOf } from "./yaml.js";

/** @import { Rules } from "./types" */

/** What stands for the key of the reference that comes with a contribution. */
export const NEW = "new";
const LONGEST_PROPOSAL = 77;

/**
 * @typedef {Record<string, any>} Values
 * @typedef {{task: string, by: string, note: string, reference: string,
 *   studies: Record<string, Values>, records: Record<string, Values>,
 *   changes: Record<string, Values>}} Contribution
 */

/** @param {string} text */
export function slug(text) {
  const plain = text
    .toLowerCase()
    .replace(/['’]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "");
  return (plain.match(/[a-z0-9]+/g) ?? []).join("-");
}

/**
 * An id that is not taken.
 * @type {(proposal: string, taken: Record<string, any>) => string}
 */
function free(proposal, taken) {
  let result = proposal;
  for (let number = 2; Object.hasOwn(taken, result); number += 1) result = `${proposal}-${number}`;
  return result;
}

/**
 * The id of a new record: its source, and the first telling words of its claim.
 * @type {(rules: Rules, record: Values) => string}
 */
export function recordId(rules, { source = "", claim = "" }) {
  const words = slug(claim)
    .split("-")
    .filter((word) => word.length > 4);
  const parts = [source === NEW ? "" : source, ...words.slice(0, 4)];
  const proposal = parts.filter(Boolean).join("-").slice(0, LONGEST_PROPOSAL);
  return free(proposal.replace(/^-+|-+$/g, "") || "record", rules.facts.record);
}

/**
 * The id and the file of a study that is not on file yet; null if none is described.
 * @type {(rules: any, answers: Values, record: Values) => [string, Values] | null}
 */
export function newStudy(rules, answers, record) {
  if (!answers.study_name) return null;
  /** @type {Values} */
  const all = { ...record, ...answers, sources: [record.source] };
  all.study_sample = answers.study_sample ?? record.sample;
  const id = free(
    slug(answers.study_name).slice(0, LONGEST_PROPOSAL).replace(/-+$/, "") || "study",
    { ...rules.facts.study, [NEW]: {} },
  );
  const names = Object.keys(rules.shapes.study.fields);
  const pairs = names.map((name) => [name, all[rules.answers_of_study[name] ?? name]]);
  return [id, Object.fromEntries(pairs.filter(([, value]) => value !== undefined))];
}

/** @param {any} value A list of words says the same in any order. */
const compared = (value) =>
  JSON.stringify(Array.isArray(value) && !value.some(isMapping) ? value.toSorted() : value);

/**
 * The fields that are not as they were; null for one that is gone.
 * @type {(before: Values, after: Values) => Values}
 */
export function differences(before, after) {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  const pairs = [...names]
    .filter((name) => compared(before[name]) !== compared(after[name]))
    .map((name) => [name, after[name] ?? null]);
  return Object.fromEntries(pairs);
}

/**
 * The contribution as its file has it.
 * @param {Contribution} contribution
 */
export function asFile({ by, note, reference, studies, records, changes }) {
  const parts = Object.entries({ studies, records, changes });
  return [
    yamlOf({ contribution: 1 }),
    by ? written("by", by) : "",
    note ? written("note", note) : "",
    reference ? block("reference", reference) : "",
    ...parts.map(([name, values]) => (Object.keys(values).length ? written(name, values) : "")),
  ].join("");
}
