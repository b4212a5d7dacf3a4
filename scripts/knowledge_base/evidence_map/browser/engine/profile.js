/**
 * The evidence profile of a cell, in the sentences and by the rules of `views/profile.py`.
 *
 * @import { Base, Cell, Facts, Tally } from "../types.js"
 */

import { say } from "#shared/sentences.js";
import { labelIn } from "./base.js";
import { isMet } from "./decisions.js";
import { directionOf, tallyOf } from "./tally.js";

/**
 * What a sentence rests on: studies, claims of which no study is identified, and their settings.
 * @param {Base} base
 * @param {Tally} part
 */
function restsOn({ data, records, facets }, part) {
  const places = part.settings.filter((id) => !data.placeless.includes(id));
  return say(data.profile.wording, "what", {
    studies: part.studies,
    reviews: part.reviews,
    claims: part.indexes.filter((i) => records.study[i] < 0).length,
    settings: places.map((id) => labelIn(facets.setting, id)),
  });
}

/**
 * How many findings of a kind of evidence point which way.
 * @param {Base} base
 * @param {string} kind
 * @param {Record<string, number>} counts By direction.
 */
export function directionsInWords({ data }, kind, counts) {
  const { wording } = data.profile;
  const voice = wording.voices[kind];
  const ways = Object.keys(wording.ways[voice]).filter((way) => counts[way]);
  const points = ways.map((way) => say(wording, `ways.${voice}.${way}`, { number: counts[way] }));
  const findings = ways.reduce((sum, way) => sum + counts[way], 0);
  return say(wording, "pointed", {
    findings,
    voice,
    together: say(wording, `together.${voice}`, { findings }),
    points: points[0] ?? "",
    counts: ways.map((way, at) =>
      say(wording, "count", { number: counts[way], points: points[at] }),
    ),
  });
}

/**
 * The sentences that the rules call for, given the facts.
 * @param {Base} base
 * @param {Facts} facts
 */
export function sentencesFor({ data }, facts) {
  /** @type {Map<string, string>} */
  const sentences = new Map();
  const { wording, rules } = data.profile;
  for (const [slot, when, name] of rules) {
    if (!sentences.has(slot) && isMet(when, facts)) sentences.set(slot, wording.rules[name]);
  }
  return [...sentences.values()];
}

/** @param {number} count */
const numberFact = (count) => ["none", "one", "several"][Math.min(count, 2)];

/** @param {Tally} some */
function readFact({ studies, reviews, read, readInPart }) {
  if (!studies && !reviews) return "no-study";
  if (!read) return readInPart ? "part" : "none";
  return read === studies + reviews ? "all" : "some";
}

/**
 * @param {Tally} some
 * @param {Tally} whole
 */
function directFact(some, whole) {
  if (some.hasDirectFinding) return "yes";
  if (whole.hasDirectFinding) return "left-out";
  return some.hasFinding ? "no" : "none";
}

/**
 * @param {Base} base
 * @param {Cell} cell
 * @returns {Facts}
 */
export function factsOf(base, { tally: some, whole, standing }) {
  const { data, records } = base;
  const findings = some.indexes.filter((i) => records.finding[i]);
  const ways = new Set(findings.map((i) => directionOf(base, i)));
  // What points nowhere known contradicts nothing.
  const clear = [...ways].filter((way) => way !== data.unclear).length;
  const compares = (/** @type {Tally} */ tally) => tally.bases.includes(data.comparison);
  const isLeftOut = !findings.length && whole.hasFinding;
  const none = compares(whole) ? "left-out" : "no";
  return {
    claims: some.claims ? "some" : "none",
    why: some.claims ? "filled" : standing,
    findings: isLeftOut ? "left-out" : numberFact(findings.length),
    ways: ways.size ? (clear > 1 ? "differ" : "alike") : "none",
    direct: directFact(some, whole),
    compared: compares(some) ? "yes" : none,
    studies: numberFact(some.studies + some.reviews),
    read: readFact(some),
  };
}

/**
 * @param {Base} base
 * @param {Tally} some
 * @param {string} id
 */
function sentenceOnKind(base, some, id) {
  const { data, records } = base;
  const { wording } = data.profile;
  if (!Object.hasOwn(wording.openings, id)) return [];
  const at = data.vocabularies["evidence-basis"].findIndex(([basis]) => basis === id);
  const part = tallyOf(
    base,
    some.indexes.filter((i) => records.basis[i] === at),
  );
  /** @type {Record<string, number>} */
  const counts = {};
  for (const i of part.indexes) {
    const way = directionOf(base, i);
    if (records.finding[i]) counts[way] = (counts[way] ?? 0) + 1;
  }
  const opening = say(wording, `openings.${id}`, { what: restsOn(base, part) });
  return [say(wording, "kind", { opening, pointed: directionsInWords(base, id, counts) })];
}

/**
 * What is known for a cell as sentences, the most direct kind of evidence first.
 * @param {Base} base
 * @param {Cell} cell
 */
export const profileOf = (base, cell) => [
  ...cell.tally.bases.flatMap((id) => sentenceOnKind(base, cell.tally, id)),
  ...sentencesFor(base, factsOf(base, cell)),
];
