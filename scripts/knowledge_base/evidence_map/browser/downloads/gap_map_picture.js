/**
 * The gap map as a picture.
 *
 * @import { Cell } from "../types.js"
 * @import { Scene } from "./frame.js"
 */

import { counted, grouped } from "#shared/numbers.js";
import { standingInWords } from "../page/words.js";
import { boxed, gridOf } from "./cells.js";
import { framed, kindItems, signItems, signsOfDirections } from "./frame.js";

const FIRST_COLUMN = 230;
const CELL_HEIGHT = 58;

/**
 * @param {Scene} scene
 * @param {Cell} cell
 * @param {number} x
 * @param {number} y
 * @param {number} width
 */
function drawGapMapCell({ engine, words, pencil }, cell, x, y, width) {
  const { data } = engine;
  const { tally, standing } = cell;
  const muted = { colour: "muted" };
  const box = (/** @type {string} */ look) =>
    boxed(pencil, look, x + 1.5, y + 1.5, width - 3, CELL_HEIGHT - 3);
  if (!tally.claims) {
    const why = data.wording.standings[standing].label;
    return box("") + pencil.text(x + 8, y + 22, why, { size: 11, ...muted });
  }
  const claims = width < 125 ? grouped(tally.claims) : counted(tally.claims, "claim");
  const glyphs = tally.bases.filter((id) => id !== data.description);
  const signs = tally.directions.map((way) => data.style.direction[way][0]).filter(Boolean);
  const after = x + 8 + glyphs.length * 16;
  return [
    box(standing),
    pencil.text(x + 8, y + 17, counted(tally.studies, "study"), { size: 12, isBold: true }),
    pencil.text(x + 70, y + 17, claims, { size: 12, ...muted }),
    ...glyphs.map((id, at) => pencil.glyph(id, x + 8 + at * 16, y + 23)),
    ...signs.map((sign, at) => pencil.text(after + 1 + at * 15, y + 33, sign, { size: 11 })),
    pencil.text(x + 8, y + 49, words.direct(tally, standing), { size: 10.5, ...muted }),
  ].join("");
}

/** @param {Scene} scene */
export function gapMapPicture(scene) {
  const { engine, words, result, pencil } = scene;
  const { data, facets } = engine;
  const { columns, rowsOf } = gridOf(engine, scene.state);
  const cells = engine.cells(result.indexes);
  const width = Math.max(110, Math.min(160, 900 / Math.max(columns.length, 1)));
  const left = (/** @type {number} */ at) => FIRST_COLUMN + at * width;
  let svg = columns
    .map((c, at) => pencil.text(left(at) + 6, 14, words.short(c), { isBold: true }))
    .join("");
  let y = 26;
  for (const [level, label] of facets.level.labels.entries()) {
    const rows = rowsOf(level);
    if (!rows.length) continue;
    svg += pencil.text(0, y + 16, label, { isBold: true });
    y += 26;
    for (const o of rows) {
      svg += pencil.paragraph(0, y + 18, data.outcomes[o][1], FIRST_COLUMN - 12).svg;
      for (const [at, c] of columns.entries()) {
        svg += drawGapMapCell(
          scene,
          cells[o * facets.component.ids.length + c],
          left(at),
          y,
          width,
        );
      }
      y += CELL_HEIGHT;
    }
  }
  const standings = [
    "only-indirect",
    "only-apart",
    "none-found",
    "said-to-be-lacking",
    "no-search-reported",
  ].map((id) => ({
    space: 0,
    label: standingInWords(data, id),
    draw: () => "",
  }));
  const drawing = { svg, width: left(columns.length), height: y };
  return framed(scene, "Evidence by component and outcome", drawing, [
    ...kindItems(data, pencil),
    ...signItems(pencil, signsOfDirections(data)),
    ...standings,
  ]);
}
