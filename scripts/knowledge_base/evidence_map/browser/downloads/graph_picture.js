/**
 * The graph as a picture, at the places and with the lines of the drawing.
 *
 * @import { LineLook, Line } from "../types.js"
 * @import { Item, Pencil } from "./drawing.js"
 * @import { Scene } from "./frame.js"
 */

import {
  FACTOR_LINE,
  LINE_KINDS,
  lineKindInWords,
  dashes,
  kindsOfEvidence,
  lineStyle,
  signs,
  signsOnLines,
  strokesOf,
} from "../page/looks.js";
import { tag, wrapped } from "./drawing.js";
import { framed, signItems } from "./frame.js";

/** How far along a line its sign stands: where few others cross. */
const SIGN_AT = 0.86;

/** @typedef {[x: number, y: number, width: number, height: number]} Place */

/**
 * @param {Pencil} pencil
 * @param {string} path
 * @param {LineLook} look
 * @param {number[]} pattern
 */
function strokes({ colours }, path, look, pattern) {
  const colourOf = { casing: colours["line-strong"], core: colours.accent, hollow: colours.paper };
  return strokesOf(look)
    .map(({ part, thick }) =>
      tag("path", {
        d: path,
        fill: "none",
        stroke: colourOf[/** @type {keyof typeof colourOf} */ (part)],
        "stroke-width": thick,
        "stroke-dasharray": pattern.join(" ") || "none",
      }),
    )
    .join("");
}

/**
 * A line's sign, in a little box of its own on the line.
 * @param {Pencil} pencil
 * @param {string} sign
 * @param {number} x
 * @param {number} y
 */
function signOnLine({ colours, text }, sign, x, y) {
  const box = {
    x: x - 8 - sign.length * 3,
    y: y - 9,
    width: 16 + sign.length * 6,
    height: 18,
    rx: 9,
    fill: colours.paper,
    stroke: colours["series-2"],
  };
  return tag("rect", box) + text(x, y + 4.5, sign, { size: 12, isBold: true, anchor: "middle" });
}

/**
 * @param {Scene} scene
 * @param {Line} line
 * @param {Record<string, Place>} places
 */
function drawLine({ engine, pencil }, { id, kind, tally }, places) {
  const { data } = engine;
  const [from, to] = id.split(">").map((node) => places[node]);
  const [x1, y1, x2, y2] = [from[0] + from[2] / 2, from[1], to[0] - to[2] / 2, to[1]];
  const middle = (x1 + x2) / 2;
  const look = lineStyle(data.style, tally);
  const path = `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
  const line = strokes(pencil, path, look, dashes(data.style, tally.bases[0], look.width));
  const sign = kind === "evidence" ? signs(data, tally) : "";
  if (!sign) return { line, sign: "" };
  const t = SIGN_AT;
  const u = 1 - t;
  const x = u ** 3 * x1 + 3 * u * u * t * middle + 3 * u * t * t * middle + t ** 3 * x2;
  const y = (u ** 3 + 3 * u * u * t) * y1 + (3 * u * t * t + t ** 3) * y2;
  return { line, sign: signOnLine(pencil, sign, x, y) };
}

/**
 * @param {Scene} scene
 * @param {string} id
 * @param {Place} place
 */
function drawNode({ words, pencil }, id, [x, y, width, height]) {
  const { colours, text } = pencil;
  const [kind, name] = id.split(/:(.*)/);
  const left = x - width / 2;
  if (kind === "heading") {
    const isFactors = name === "factor";
    const label = isFactors ? "What helps or hinders" : words.label("outcome-level", name);
    return text(left, y + 5, label, { isBold: true, colour: "muted" });
  }
  const isComponent = kind === "component";
  const edge = isComponent ? colours.accent : colours.line;
  const fill = isComponent ? colours.accent : colours.paper;
  const box = { x: left, y: y - height / 2, width, height, rx: 4, fill, stroke: edge };
  const lines = wrapped(words.node(id), width - 8, 14);
  /** @type {{ size: number, colour: string, anchor: "middle" }} */
  const onAccent = { size: 14, colour: "accent-ink", anchor: "middle" };
  const label = lines.map((line, at) => {
    const top = y + 5 + (at - (lines.length - 1) / 2) * 17;
    return isComponent ? text(x, top, line, onAccent) : text(left + 7, top, line, { size: 14 });
  });
  return tag("rect", box) + label.join("");
}

/**
 * @param {Scene} scene
 * @returns {Item[]}
 */
function keyOf({ engine, state, pencil }) {
  const { data } = engine;
  const { style } = data;
  /** @type {(label: string, look: LineLook, pattern: number[]) => Item} */
  const item = (label, look, pattern) => ({
    space: 56,
    label,
    draw: (x, y) => strokes(pencil, `M${x} ${y + 6}h48`, look, pattern),
  });
  /** @type {(label: string, id: string) => Item} */
  const kind = (label, id) => ({
    space: 56,
    label,
    draw: (x, y) =>
      tag("path", {
        d: `M${x} ${y + 6}h48`,
        stroke: pencil.colours.ink,
        "stroke-width": 2.5,
        "stroke-dasharray": style.basis[id][2].join(" ") || "none",
      }),
  });
  const expected = style.basis.expectation[2];
  const ofFactors = item(
    "From what helps or hinders",
    lineStyle(style, FACTOR_LINE),
    style.basis[data.description][2],
  );
  return [
    { space: 0, label: "The wider a line, the more studies:", draw: () => "" },
    ...LINE_KINDS.map(([id, tally]) =>
      item(
        lineKindInWords(data.wording, id),
        lineStyle(style, tally),
        tally.hasFinding ? [] : expected,
      ),
    ),
    ...kindsOfEvidence(data).map(([id, label]) => kind(label, id)),
    ...(state.factors ? [ofFactors] : []),
    ...signItems(pencil, signsOnLines(data)),
  ];
}

/** @param {Scene} scene */
export function graphPicture(scene) {
  const { engine, state, result } = scene;
  const layout = engine.data.layouts[state.factors ? "wide-factors" : "wide"];
  // Filled lines come last and so lie on top.
  const lines = engine
    .lines(result.indexes)
    .filter((line) => state.factors || line.kind === "evidence")
    .toSorted((a, b) => Number(a.tally.hasDirectFinding) - Number(b.tally.hasDirectFinding))
    .map((line) => drawLine(scene, line, layout.places));
  const nodes = Object.entries(layout.places).map(([id, place]) => drawNode(scene, id, place));
  const svg = [...lines.map(({ line }) => line), ...lines.map(({ sign }) => sign), ...nodes].join(
    "",
  );
  const drawing = { svg, width: layout.width, height: layout.height };
  const title = "Components, outcomes and the evidence between them";
  return framed(scene, title, drawing, keyOf(scene));
}
