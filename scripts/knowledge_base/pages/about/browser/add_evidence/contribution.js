/** Answers → the parts of a contribution, and the file that `kb import` reads. */

import { block, isMapping, written, yamlOf } from "./yaml.js";

/** @import { Rules } from "./types" */

/** What stands for the key of the reference that comes with a contribution. */
export const NEW = "new";
const LONGEST_PROPOSAL = 77;

/**
 * @typedef {Record<string, any>} Values
 * @typedef {{task: string, by: string, note: string, reference: string,
 *   people: Record<string, Values>, studies: Record<string, Values>, records: Record<string, Values>,
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

/** What a new study says of a record's answers, where the record has another name for it. */
export const FROM_RECORD = { sources: "source", design: "study_type" };

/**
 * The id of something new, made of its name.
 * @type {(name: string, taken: Record<string, any>) => string}
 */
const idOf = (name, taken) =>
  free(slug(name).slice(0, LONGEST_PROPOSAL).replace(/-+$/, "") || "unnamed", {
    ...taken,
    [NEW]: {},
  });

/**
 * The id and the file of a study that is not on file yet; beside a record, the rest follows from
 * it. Null if none is described.
 * @type {(rules: Rules, study: Values, record: Values) => [string, Values] | null}
 */
export function newStudy(rules, study, record) {
  if (!study.name) return null;
  const names = Object.keys(/** @type {any} */ (rules.shapes.study.fields));
  const pairs = names.map((name) => {
    const other = /** @type {Values} */ (FROM_RECORD)[name] ?? name;
    const follows = name === "sources" && record.source ? [record.source] : record[other];
    return [name, study[name] ?? follows];
  });
  const fields = pairs.filter(([, value]) => value !== undefined);
  return [idOf(study.name, rules.facts.study), Object.fromEntries(fields)];
}

/** A name as it is compared, whatever its capitals and blanks. @param {string} name */
const plainName = (name) => name.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();

/**
 * The id of whoever judged, given by id or name, and their entry if they are not on file yet.
 * @type {(rules: Rules, judge: string | undefined, person: Values) => [string, Values | null] | null}
 */
export function judgeOf(rules, judge, person) {
  if (!judge) return null;
  const people = rules.facts.person;
  if (Object.hasOwn(people, judge)) return [judge, null];
  const name = plainName(judge);
  const onFile = Object.keys(people).find((id) => plainName(people[id].label) === name);
  return onFile ? [onFile, null] : [idOf(judge, people), { name: judge, ...person }];
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
export function asFile({ by, note, reference, people, studies, records, changes }) {
  const parts = Object.entries({ people, studies, records, changes });
  return [
    yamlOf({ contribution: 1 }),
    by ? written("by", by) : "",
    note ? written("note", note) : "",
    reference ? block("reference", reference) : "",
    ...parts.map(([name, values]) => (Object.keys(values).length ? written(name, values) : "")),
  ].join("");
}
