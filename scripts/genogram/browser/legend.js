import { WORDS } from "./data.js";
import { UNKNOWN } from "./drawing.js";
import { relationshipLine, slashes, tieLine } from "./strokes.js";
import { element, escapeText, treeLine } from "./svg.js";
import { personSymbol } from "./symbols.js";

/** @import { Couple, Person, Point, Relationship, Tie } from "./types" */

/** @typedef {{symbol: string, means: string}} Explained What a symbol looks like, and means. */

/** @type {Point} */
const MIDDLE = [40, 26];

/** Returns every symbol with its meaning. */
export function legend() {
  const { genders, pregnancies, statuses, ties, kinds, legend: words } = WORDS;
  const home = element("path", { class: "g-home", d: "M6 6H74V46H6Z" });
  return [
    group(words.people, [
      ...entries(genders, genderSample),
      entry(personSymbol("woman", MIDDLE, { isIndex: true }), words.index),
      entry(personSymbol("man", MIDDLE, { isCrossed: true, inside: "71" }), words.dead),
      entry(personSymbol("man", MIDDLE, { inside: "12" }), words.age),
    ]),
    group(words.couples, entries(statuses, coupleSample)),
    group(words.children, [
      ...entries(ties, (/** @type {Tie} */ tie) => tieLine(tie, [40, 4], [40, 48])),
      entry(treeLine("M40 8L22 44M40 8L58 44"), words.twins),
    ]),
    group(words.pregnancies, entries(pregnancies, pregnancySample)),
    group(words.homes, [entry(home, words.home)]),
    group(words.relationships, entries(kinds, relationshipSample)),
  ].join("\n");
}

/** @type {(gender: Person["gender"]) => string} */
const genderSample = (gender) =>
  personSymbol(gender, MIDDLE, { inside: gender === "not known" ? UNKNOWN : "" });

/** @type {(pregnancy: Person["pregnancy"]) => string} */
const pregnancySample = (pregnancy) => personSymbol("woman", MIDDLE, { pregnancy });

/** @type {(status: Couple["status"]) => string} */
const coupleSample = (status) =>
  treeLine("M6 8V34H74V8", status === "cohabiting" ? "dashed" : "") + slashes(status, 44, 34);

/** @type {(kind: Relationship["kind"]) => string} */
const relationshipSample = (kind) =>
  element(
    "g",
    { class: `g-tie g-${kind}` },
    relationshipLine(kind, [
      [4, 26],
      [76, 26],
    ]),
  );

/** @type {(explained: Record<string, Explained>, sample: (key: any) => string) => string[]} */
const entries = (explained, sample) =>
  Object.entries(explained).map(([key, words]) => entry(sample(key), words));

/** @type {(sample: string, words: Explained) => string} */
function entry(sample, { symbol, means }) {
  const attributes = { class: "kb-genogram", width: 80, height: 52, viewBox: "0 0 80 52" };
  const xmlns = "http://www.w3.org/2000/svg";
  const drawing = element("svg", { ...attributes, "aria-hidden": "true", xmlns }, sample);
  const name = element("strong", {}, escapeText(symbol));
  return element("li", {}, drawing + element("span", {}, `${name}<br/>${escapeText(means)}`));
}

/** @type {(heading: string, items: string[]) => string} */
function group(heading, items) {
  const list = element("ul", { class: "kb-genogram-legend" }, items.join(""));
  return `${element("h3", {}, escapeText(heading))}\n${list}`;
}
