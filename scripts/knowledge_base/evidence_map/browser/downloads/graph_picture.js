/**
 * The graph as a picture: the drawing of the page, in the colours of paper.
 *
 * @import { Item, Pencil } from "./drawing.js"
 * @import { Scene } from "./frame.js"
 */

import { find } from "#shared/elements.js";
import { say } from "#shared/sentences.js";
import { kindsOfEvidence } from "../page/looks.js";
import { tag } from "./drawing.js";
import { framed } from "./frame.js";

/** How much of it is seen of what has receded. */
const RECEDED = "0.15";

/** The drawing as the text of an SVG file, without what only a page needs. */
function drawingOf(/** @type {Pencil} */ { colours }) {
  const drawing = /** @type {SVGSVGElement} */ (
    find(SVGSVGElement, ".em-drawing svg").cloneNode(true)
  );
  const { width, height } = drawing.viewBox.baseVal;
  drawing.setAttribute("width", String(width));
  drawing.setAttribute("height", String(height));
  for (const part of drawing.querySelectorAll("[hidden]")) part.remove();
  for (const part of drawing.querySelectorAll(".em-off")) part.setAttribute("opacity", RECEDED);
  for (const link of drawing.querySelectorAll("a")) link.replaceWith(...link.childNodes);
  for (const name of drawing.querySelectorAll(".em-name, .em-route")) {
    name.removeAttribute("transform");
  }
  for (const part of [drawing, ...drawing.querySelectorAll("*")]) {
    for (const name of part.getAttributeNames()) {
      if (/^(class|role|aria-|data-)/.test(name)) part.removeAttribute(name);
    }
  }
  const svg = new XMLSerializer()
    .serializeToString(drawing)
    .replaceAll(/var\(--kb-([\w-]+)\)/g, (_, name) => colours[name]);
  return { svg, width, height };
}

/**
 * @param {Scene} scene
 * @returns {Item[]}
 */
const keyOf = ({ engine: { data }, pencil: { colours } }) => [
  ...kindsOfEvidence(data).map(([id, label]) => {
    const [, , dashes, colour] = data.style.basis[id];
    return {
      space: 56,
      label,
      draw: (/** @type {number} */ x, /** @type {number} */ y) =>
        tag("path", {
          d: `M${x} ${y + 6}h48`,
          stroke: colours[colour],
          "stroke-width": 2.5,
          "stroke-dasharray": dashes.join(" ") || "none",
        }),
    };
  }),
  {
    space: 18,
    label: say(data.wording, "graph.home", { home: data.home }),
    draw: (x, y) => tag("circle", { cx: x + 6, cy: y + 6, r: 4, fill: colours.ink }),
  },
];

/** @param {Scene} scene */
export function graphPicture(scene) {
  const title = find(HTMLElement, "#em-graph-title").textContent ?? "";
  return framed(scene, title, drawingOf(scene.pencil), keyOf(scene));
}
