/**
 * How evidence looks: glyphs of its kinds, and the lines of the graph.
 *
 * @import { LineLook, MapData, Style, Tally } from "../types.js"
 */

import { svg } from "./elements.js";

/**
 * @typedef {Pick<Tally, "studies" | "studiesDirect" | "hasFinding" | "hasDirectFinding">} Amount
 * @typedef {{ width: number, full: string, line: string }} Outline
 */

/** @type {Map<string, Outline>} */
const outlines = new Map();

/**
 * The glyphs of kinds of evidence side by side: what is filled and what is only outlined.
 * @param {Style} style
 * @param {string[]} bases
 */
export function outlined(style, bases) {
  const key = bases.join();
  let known = outlines.get(key);
  if (!known) {
    const outline = (/** @type {number} */ filled) =>
      bases
        .map((id, at) =>
          style.basis[id][1] === filled ? `M${at * 16} 0${style.basis[id][0]}` : "",
        )
        .join("");
    known = { width: Math.max(bases.length * 16 - 4, 0), full: outline(1), line: outline(0) };
    outlines.set(key, known);
  }
  return known;
}

/**
 * The glyphs of kinds of evidence, as a picture.
 * @param {Style} style
 * @param {string[]} bases
 */
export function glyphs(style, bases) {
  const { width, full, line } = outlined(style, bases);
  return svg(
    "svg",
    { viewBox: `0 0 ${width} 12`, width, height: 12, "aria-hidden": "true" },
    svg("path", { class: "em-full", d: full }),
    svg("path", { class: "em-line", d: line }),
  );
}

/**
 * How the line of a tally is drawn, as `line_style` in evidence_map/style.py: as wide as there are
 * studies, filled as far as they are direct (by a thread where only a claim without a
 * study is), thin for what is expected and for what helps or hinders.
 * @param {Style} style
 * @param {Amount} tally
 * @returns {LineLook}
 */
export function lineStyle(style, { studies, studiesDirect, hasFinding, hasDirectFinding }) {
  const [thinnest, step, widest] = style.widths;
  const width = Math.min(thinnest + step * studies, widest);
  if (!hasFinding) return { width: width / 2, core: 0, filled: false };
  const core = width - 2 * style.casing;
  if (!hasDirectFinding) return { width, core, filled: false };
  const share = studies ? studiesDirect / studies : 1;
  return { width, core: Math.max(core * share, style.thread), filled: true };
}

/**
 * Strokes of a line: its edges, unless all of it is filled, and what is inside.
 * @param {LineLook} look
 */
export function strokesOf({ width, core, filled }) {
  const isCased = core > 0 && !(filled && core > width - 3);
  const hollow = core > 0 ? "hollow" : "casing";
  return [
    ...(isCased ? [{ part: "casing", thick: width }] : []),
    { part: filled ? "core" : hollow, thick: isCased ? core : width },
  ];
}

/**
 * Strokes and gaps of a kind's line, which grow with its width so that they can be told apart.
 * @param {Style} style
 * @param {string} basis
 * @param {number} width
 */
export const dashes = (style, basis, width) =>
  style.basis[basis][2].map((length) => length * Math.max(1, width / style.dashedAt));

/**
 * The signs on a tally's line; what is unclear is only said where no finding is clear.
 * @param {MapData} data
 * @param {Pick<Tally, "directions" | "allUnclear">} tally
 */
export const signs = ({ style, unclear }, { directions, allUnclear }) =>
  directions
    .filter((way) => style.direction[way][1] && (way !== unclear || allUnclear))
    .map((way) => style.direction[way][0])
    .join("");

/**
 * Directions whose signs lines carry, in words.
 * @param {MapData} data
 * @returns {[sign: string, label: string][]}
 */
export const signsOnLines = ({ style, unclear, vocabularies }) =>
  vocabularies.direction
    .filter(([id]) => style.direction[id][1])
    .map(([id, label]) => [
      style.direction[id][0],
      id === unclear ? "All findings unclear" : label,
    ]);

/**
 * Kinds of evidence that are more than a description.
 * @param {MapData} data
 */
export const kindsOfEvidence = ({ description, vocabularies }) =>
  vocabularies["evidence-basis"].filter(([id]) => id !== description);

/**
 * The kinds of lines by where findings come from, each with a sample.
 * @type {[kind: string, sample: Amount][]}
 */
export const LINE_KINDS = [
  ["direct", { studies: 3, studiesDirect: 3, hasFinding: true, hasDirectFinding: true }],
  ["partly", { studies: 3, studiesDirect: 1, hasFinding: true, hasDirectFinding: true }],
  ["only-indirect", { studies: 3, studiesDirect: 0, hasFinding: true, hasDirectFinding: false }],
  ["only-expected", { studies: 0, studiesDirect: 0, hasFinding: false, hasDirectFinding: false }],
];

/**
 * What a kind of line is called: as cells are, but for that which cells tell in numbers.
 * @param {MapData["wording"]} wording
 * @param {string} kind
 */
export const lineKindInWords = (wording, kind) =>
  kind === "partly" ? wording.partly : wording.standings[kind].label;

/** A line from a factor: what helps or hinders is no finding about change. */
export const FACTOR_LINE = {
  studies: 1,
  studiesDirect: 0,
  hasFinding: false,
  hasDirectFinding: false,
};
