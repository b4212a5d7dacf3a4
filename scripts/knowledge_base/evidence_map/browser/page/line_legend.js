/**
 * What the lines of the graph mean, and how many of each kind there are.
 *
 * @import { Line, LineLook, MapData, Tally } from "../types.js"
 */

import { element, write } from "#shared/elements.js";
import { counted, grouped } from "#shared/numbers.js";
import { svg } from "./elements.js";
import {
  FACTOR_LINE,
  LINE_KINDS,
  lineKindInWords,
  kindsOfEvidence,
  lineStyle,
  signsOnLines,
  strokesOf,
} from "./looks.js";

/**
 * A line as the drawing has it.
 * @param {LineLook} look
 * @param {number[]} dashes
 */
function sample(look, dashes) {
  const strokes = strokesOf(look).map(({ part, thick }) =>
    svg("path", {
      class: `em-${part}`,
      d: "M0 7h60",
      "stroke-width": thick,
      "stroke-dasharray": dashes.join(" ") || "none",
    }),
  );
  return svg("svg", { viewBox: "0 0 60 14", "aria-hidden": "true" }, ...strokes);
}

/** @param {Tally} tally */
function kindOf({ hasDirectFinding, hasFinding, studies, studiesDirect }) {
  if (hasDirectFinding) return studiesDirect < studies ? "partly" : "direct";
  return hasFinding ? "only-indirect" : "only-expected";
}

/**
 * Above the drawing: how direct the lines are, and how many of each there are.
 * @param {MapData} data
 */
export function createLineStrip({ wording, style }) {
  const items = LINE_KINDS.map(([kind, tally]) => {
    const number = element("b");
    const dashes = tally.hasFinding ? [] : style.basis.expectation[2];
    const picture = sample(lineStyle(style, tally), dashes);
    const item = element("li", {}, picture, number, " ", lineKindInWords(wording, kind));
    return { kind, number, item };
  });
  const lead = element("p", { class: "em-strip-of", id: "em-lines-of" });
  const list = element(
    "ul",
    { class: "em-strip em-lines", "aria-labelledby": "em-lines-of" },
    items.map(({ item }) => item),
  );
  return {
    element: element("div", {}, lead, list),
    /** @param {Line[]} lines */
    update(lines) {
      const count = counted(lines.length, "line");
      write(lead, `Where the findings of ${count} come from; the wider a line, the more studies`);
      const kinds = lines.map(({ tally }) => kindOf(tally));
      for (const { kind, number, item } of items) {
        const own = kinds.filter((one) => one === kind).length;
        write(number, grouped(own));
        item.hidden = !own;
      }
    },
  };
}

/**
 * What strokes, widths and signs mean.
 * @param {MapData} data
 */
export function createLineLegend(data) {
  const { style } = data;
  const item = (/** @type {(Node | string)[]} */ ...children) => element("li", {}, ...children);
  const wide = (/** @type {number} */ studies) =>
    lineStyle(style, { studies, studiesDirect: studies, hasFinding: true, hasDirectFinding: true });
  const thin = { width: 2.5, core: 0, filled: false };
  const factor = item(
    sample(lineStyle(style, FACTOR_LINE), style.basis[data.description][2]),
    "From what helps or hinders",
  );
  const list = element(
    "ul",
    { class: "em-lines", "aria-label": "What strokes, widths and signs mean" },
    kindsOfEvidence(data).map(([id, label]) => item(sample(thin, style.basis[id][2]), label)),
    [1, 4].map((studies) => item(sample(wide(studies), []), counted(studies, "study"))),
    factor,
    signsOnLines(data).map(([sign, label]) =>
      item(element("i", { "aria-hidden": "true" }, sign), label),
    ),
  );
  return {
    element: list,
    update(/** @type {boolean} */ withFactors) {
      factor.hidden = !withFactors;
    },
  };
}
