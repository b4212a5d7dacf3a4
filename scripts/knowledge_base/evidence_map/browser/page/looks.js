/**
 * How evidence looks: glyphs of its kinds.
 *
 * @import { MapData, Style, Tally } from "../types.js"
 */

import { svg } from "./elements.js";

/**
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
  let look = outlines.get(key);
  if (!look) {
    const outline = (/** @type {number} */ filled) =>
      bases
        .map((id, at) =>
          style.basis[id][1] === filled ? `M${at * 16} 0${style.basis[id][0]}` : "",
        )
        .join("");
    look = { width: Math.max(bases.length * 16 - 4, 0), full: outline(1), line: outline(0) };
    outlines.set(key, look);
  }
  return look;
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
 * The step of the picture's scale that the most direct kind of evidence stands on.
 * @param {Style} style
 * @param {Pick<Tally, "bases">} tally
 */
export const nearestStep = ({ dot: { steps } }, { bases }) => steps[bases[0]] ?? "";

/** @param {number} radius */
function circle(radius) {
  const r = Number(radius.toFixed(1));
  return `M-${r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0-${2 * r} 0z`;
}

/**
 * The path of a dot around 0 0, as `dot` in evidence_map/picture.py.
 * @param {Style} style
 * @param {number} studies
 * @param {string} step
 */
export function dot({ dot: { oneStudy, least, rings, noStudy } }, studies, step) {
  if (!studies) return noStudy;
  const radius = Math.max(least, oneStudy * Math.sqrt(studies));
  const own = step === "compared" ? rings : rings.slice(0, 1);
  return own.map((ring) => circle(Math.max(radius - ring, 0.5))).join("");
}

/**
 * Kinds of evidence that are more than a description.
 * @param {MapData} data
 */
export const kindsOfEvidence = ({ description, vocabularies }) =>
  vocabularies["evidence-basis"].filter(([id]) => id !== description);
