/**
 * The steps of a path, drawn between the names of the graph. Their look says what each rests on.
 *
 * @import { Path, Step } from "../types.js"
 */

import { svg } from "./elements.js";

/** What a step rests on, as arrows of the logic model do. */
export function footingOf(/** @type {Step} */ { tally, arrow }) {
  if (!tally.claims) return "assumed";
  return arrow?.assumptions.length ? "partly" : "records";
}

/**
 * The way from one name to another: along their line, or beside the column that both are in.
 * @param {Step} step
 * @param {Map<string, SVGGElement>} edges
 * @param {Map<string, SVGGElement>} names
 */
function wayOf({ start, end }, edges, names) {
  const line = edges.get(`${start}>${end}`)?.querySelector("path");
  if (line) return line.getAttribute("d") ?? "";
  const [one, other] = [start, end].map((node) => {
    const box = names.get(node)?.querySelector("rect");
    const [x, y, width, height] = ["x", "y", "width", "height"].map((name) =>
      Number(box?.getAttribute(name)),
    );
    return { left: x, right: x + width, y: y + height / 2 };
  });
  // Lines run between the columns: those of outcomes on their left, the others on their right.
  const sides = [start, end].map((node) => (node.startsWith("outcome:") ? "left" : "right"));
  const [x1, x2] = [one[sides[0]], other[sides[1]] + (sides[1] === "left" ? -8 : 8)];
  const isBeside = sides[0] === sides[1];
  const out = isBeside ? Math.min(50 + Math.abs(one.y - other.y) / 3, 150) : Math.abs(x2 - x1) / 2;
  const [c1, c2] = [x1, x2].map((x, at) => (sides[at] === "left" ? x - out : x + out));
  return `M${x1} ${one.y}C${c1} ${one.y} ${c2} ${other.y} ${x2} ${other.y}`;
}

/**
 * @param {SVGSVGElement} drawing
 * @param {Map<string, SVGGElement>} edges
 * @param {Map<string, SVGGElement>} names
 * @param {Path[]} ways
 * @param {Record<string, [dashes: string, colour: string]>} looks
 */
export function drawSteps(drawing, edges, names, ways, looks) {
  const steps = new Map(
    ways
      .flatMap(({ first, second }) => [first, second])
      .map((step) => [`${step.start}>${step.end}`, step]),
  );
  drawing.querySelector(".em-route")?.replaceChildren(
    ...[...steps].map(([id, step]) => {
      const footing = footingOf(step);
      const [dashes, colour] = looks[footing];
      return svg("path", {
        "data-footing": footing,
        stroke: `var(--kb-${colour})`,
        "stroke-dasharray": dashes,
        "data-step": id,
        d: wayOf(step, edges, names),
        "marker-end": `url(#em-tip-${footing})`,
      });
    }),
  );
}
