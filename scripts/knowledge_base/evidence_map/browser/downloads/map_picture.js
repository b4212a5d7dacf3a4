/**
 * The picture of the map as a file: a dot for each cell, as evidence_map/picture.py draws them.
 *
 * @import { Cell } from "../types.js"
 * @import { Item } from "./drawing.js"
 * @import { Scene } from "./frame.js"
 */

import { dot, nearestStep } from "../page/looks.js";
import { tag } from "./drawing.js";
import { framed } from "./frame.js";

const GROUPS = 110;
const LABELS = 270;
const ROW = 26;

/** The signs of cells without findings, as map.css has them. */
const SIGNS = new Map([
  ["said-to-be-lacking", "×"],
  ["none-found", "0"],
  ["only-apart", "≈"],
]);

/**
 * @param {Scene} scene
 * @param {number} studies
 * @param {string} step
 * @param {number} x
 * @param {number} y
 */
function drawDot({ engine, pencil }, studies, step, x, y) {
  const { accent } = pencil.colours;
  const opacity = new Map([
    ["measured", 0.7],
    ["views", 0.22],
    ["expected", 0],
  ]);
  return tag("path", {
    transform: `translate(${x} ${y})`,
    d: dot(engine.data.style, studies, step),
    fill: accent,
    "fill-rule": "evenodd",
    "fill-opacity": opacity.get(step) ?? 1,
    stroke: accent,
    "stroke-width": 1.3,
    "stroke-dasharray": step === "expected" ? "2.2 1.8" : "none",
  });
}

/**
 * @param {Scene} scene
 * @param {Cell} cell
 * @param {number} x
 * @param {number} y
 * @param {number} width
 */
function drawCell(scene, { tally, standing }, x, y, width) {
  const { engine, pencil } = scene;
  const { colours } = pencil;
  const [middle, centre] = [x + width / 2, y + ROW / 2];
  const ground =
    standing === "direct"
      ? tag("rect", { x, y, width, height: ROW, fill: colours["accent-soft"] }) +
        tag("rect", { x, y, width: 4, height: ROW, fill: colours.accent })
      : "";
  if (tally.claims) {
    const step = nearestStep(engine.data.style, tally);
    return ground + drawDot(scene, tally.studies, step, middle, centre);
  }
  const look = /** @type {const} */ ({ colour: "muted", anchor: "middle", isBold: true });
  return pencil.text(middle, centre + 4, SIGNS.get(standing) ?? "", look);
}

/**
 * The scale, the sizes and the marks.
 * @param {Scene} scene
 * @param {Cell[]} cells
 * @returns {Item[]}
 */
function pictureKey(scene, cells) {
  const { engine, words, pencil } = scene;
  const { standings, page } = engine.data.wording;
  const has = new Set(cells.map(({ standing }) => standing));
  const sample = (/** @type {number} */ studies, /** @type {string} */ step) =>
    /** @type {Item["draw"]} */ ((x, y) => drawDot(scene, studies, step, x + 12, y + 6));
  const most = Math.max(1, ...cells.map(({ tally }) => tally.studies));
  const sizes = [...new Set([1, most])].map((studies) => ({
    space: 28,
    label: words.say("studies", { studies }),
    draw: sample(studies, "measured"),
  }));
  const direct = /** @type {Item["draw"]} */ (
    (x, y) => tag("rect", { x: x + 8, y: y - 4, width: 4, height: 20, fill: pencil.colours.accent })
  );
  return [
    ...Object.entries(page.steps).map(([step, label]) => ({
      space: 28,
      label: String(label),
      draw: sample(1, step),
    })),
    ...sizes,
    { space: 28, label: page.no_study, draw: sample(0, "measured") },
    ...(has.has("direct") ? [{ space: 28, label: standings.direct.label, draw: direct }] : []),
    ...[...SIGNS]
      .filter(([standing]) => has.has(standing))
      .map(([standing, sign]) => ({
        space: 28,
        label: standings[standing].label,
        draw: /** @type {Item["draw"]} */ (
          (x, y) => pencil.text(x + 8, y + 10, sign, { isBold: true, colour: "muted" })
        ),
      })),
  ];
}

/** @param {Scene} scene */
export function mapPicture(scene) {
  const { engine, words, state, result, pencil } = scene;
  const { data } = engine;
  const cells = engine.cells(result.indexes).filter((cell) => engine.isShown(state, cell));
  const columns = [...new Set(cells.map(({ component }) => component))];
  const outcomes = [...new Set(cells.map(({ outcome }) => outcome))];
  const width = Math.max(60, Math.min(110, 660 / Math.max(columns.length, 1)));
  const left = (/** @type {number} */ component) =>
    GROUPS + LABELS + columns.indexOf(component) * width;
  const total = GROUPS + LABELS + columns.length * width;
  const top = 40;
  const heads = columns.map((component) => {
    const parts = words.short(component).split(" ");
    const look = /** @type {const} */ ({ isBold: true, size: 12, anchor: "middle" });
    const lines = parts.map((part, at) =>
      pencil.text(left(component) + width / 2, top - 8 - (parts.length - 1 - at) * 14, part, look),
    );
    return lines.join("");
  });
  const rows = outcomes.map((outcome, at) => {
    const [, label, level] = data.outcomes[outcome];
    const y = top + at * ROW;
    const isFirst = at === 0 || data.outcomes[outcomes[at - 1]][2] !== level;
    const name = data.vocabularies["outcome-level"][level][1];
    const line = { x1: isFirst ? 0 : GROUPS, x2: total, y1: y, y2: y };
    const group = { size: 12, isBold: true, colour: "muted" };
    return [
      ...cells
        .filter((cell) => cell.outcome === outcome)
        .map((cell) => drawCell(scene, cell, left(cell.component), y, width)),
      tag("line", { ...line, stroke: pencil.colours[isFirst ? "line-strong" : "line"] }),
      isFirst ? pencil.paragraph(0, y + 17, name, GROUPS - 8, group).svg : "",
      pencil.text(GROUPS, y + 17, label),
    ].join("");
  });
  const title = words.say("finding", { ...engine.reach(cells), home: data.home });
  const drawing = {
    svg: [...heads, ...rows].join(""),
    width: total,
    height: top + outcomes.length * ROW,
  };
  return framed(scene, title, drawing, pictureKey(scene, cells));
}
