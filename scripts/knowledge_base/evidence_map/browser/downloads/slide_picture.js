/**
 * The gap map for a slide, 16 by 9: half of the rows beside the other half, and cells that say by
 * their look what the key below explains.
 *
 * @import { Cell } from "../types.js"
 * @import { Drawn } from "./drawing.js"
 * @import { Scene } from "./frame.js"
 */

import { counted } from "#shared/numbers.js";
import { inWords, sourceInWords, standingInWords } from "../page/words.js";
import { boxed, gridOf, hatching } from "./cells.js";
import { file, kindItems, limitsInWords, signItems, signsOfDirections } from "./frame.js";

const WIDTH = 1600;
const HEIGHT = 900;
const MARGIN = 36;
const ROOM = WIDTH - 2 * MARGIN;
const BETWEEN = 40;
const TITLE = "Evidence by component and outcome";
const LARGE = { size: 16, isBold: true };

/** @typedef {[level: number, outcome: number][]} Rows */

/** What filters left out must not look like what is not there. */
const star = (
  /** @type {Scene} */ { pencil },
  /** @type {string} */ standing,
  /** @type {number} */ x,
  /** @type {number} */ y,
) => (/left-out|in-view/.test(standing) ? pencil.text(x, y, "*", LARGE) : "");

/**
 * How large things are.
 * @param {Scene} scene
 */
function measure({ engine, state }) {
  const { columns, rowsOf } = gridOf(engine, state);
  /** @type {Rows} */
  const rows = engine.facets.level.ids.flatMap((_, l) =>
    rowsOf(l).map((o) => /** @type {[number, number]} */ ([l, o])),
  );
  const half = Math.ceil(rows.length / 2);
  const blocks = rows.length > 8 ? [rows.slice(0, half), rows.slice(half)] : [rows];
  const room = (ROOM - BETWEEN * (blocks.length - 1)) / blocks.length;
  const first = Math.min(215, room / 3);
  const headings = Math.max(...blocks.map((block) => new Set(block.map(([l]) => l)).size));
  const longest = Math.max(...blocks.map((block) => block.length), 1);
  return {
    columns,
    blocks,
    room,
    first,
    wide: Math.min((room - first) / columns.length, 180),
    tall: Math.min(60, (WIDTH * 0.34 - headings * 26) / longest),
  };
}

/** @typedef {ReturnType<typeof measure>} Sizes */

/**
 * @param {Scene} scene
 * @param {Cell} cell
 * @param {number} x
 * @param {number} y
 * @param {Sizes} sizes
 */
function drawSlideCell(scene, { tally, standing }, x, y, { wide, tall }) {
  const { engine, pencil } = scene;
  const { data } = engine;
  const box =
    boxed(pencil, standing, x + 2, y + 2, wide - 4, tall - 4) +
    star(scene, standing, x + wide - 14, y + 19);
  if (!tally.claims) return box;
  const kinds = tally.bases.filter((id) => id !== data.description);
  const marks = kinds.map((id, at) => pencil.glyph(id, x + 9 + at * 17, y + tall / 2 + 2));
  const signs = tally.directions.map((way) => data.style.direction[way][0]).join("");
  return [
    box,
    ...marks,
    pencil.text(x + 9, y + tall / 2 - 4, counted(tally.studies, "study"), {
      size: 14,
      isBold: true,
    }),
    pencil.text(x + 11 + kinds.length * 17, y + tall / 2 + 13, signs),
  ].join("");
}

/**
 * @param {Scene} scene
 * @param {Cell[]} cells
 * @param {Rows} rows
 * @param {number} left
 * @param {number} top
 * @param {Sizes} sizes
 */
function drawBlock(scene, cells, rows, left, top, sizes) {
  const { engine, words, pencil } = scene;
  const { data, facets } = engine;
  const { columns, first, wide, tall } = sizes;
  const head = { size: 14, isBold: true };
  const x = (/** @type {number} */ at) => left + first + at * wide;
  const parts = columns.map(
    (c, at) => pencil.paragraph(x(at) + 4, top, words.short(c), wide - 4, head).svg,
  );
  let y = top + 30;
  let level = -1;
  for (const [l, o] of rows) {
    if (l !== level) {
      const look = { size: 15, isBold: true, colour: "muted" };
      parts.push(pencil.text(left, y + 18, facets.level.labels[l], look));
      y += 26;
      level = l;
    }
    parts.push(pencil.paragraph(left, y + 17, data.outcomes[o][1], first - 8, { size: 14 }).svg);
    for (const [at, c] of columns.entries()) {
      const cell = cells[o * facets.component.ids.length + c];
      parts.push(drawSlideCell(scene, cell, x(at), y, sizes));
    }
    y += tall;
  }
  return parts.join("");
}

/**
 * The standings in two columns, each with what it means.
 * @param {Scene} scene
 * @param {Cell[]} cells
 * @param {number} y
 * @returns {Drawn}
 */
function drawStandings(scene, cells, y) {
  const { engine, pencil } = scene;
  const usual = Object.keys(engine.data.wording.standings).slice(0, 7);
  const shown = [...new Set([...usual, ...cells.map(({ standing }) => standing)])];
  const drawn = shown.map((id, at) => {
    const x = MARGIN + (at % 2) * (WIDTH / 2 - MARGIN);
    const line = y + Math.floor(at / 2) * 21;
    const box = boxed(pencil, id, x, line, 26, 14) + star(scene, id, x + 10, line + 16);
    return box + pencil.text(x + 36, line + 12, standingInWords(engine.data, id));
  });
  return { svg: drawn.join(""), height: Math.ceil(shown.length / 2) * 21 };
}

/** @param {Scene} scene */
export function slidePicture(scene) {
  const { engine, state, result, pencil } = scene;
  const { data } = engine;
  const sizes = measure(scene);
  const cells = engine.cells(result.indexes);
  const muted = { size: 15, colour: "muted" };
  const chosen = pencil.paragraph(MARGIN, 78, inWords(engine, state, result), ROOM, muted);
  // Many filters take more than a line.
  const top = 92 + chosen.height;
  const blocks = sizes.blocks.map((rows, at) =>
    drawBlock(scene, cells, rows, MARGIN + at * (sizes.room + BETWEEN), top, sizes),
  );
  const items = [...kindItems(data, pencil), ...signItems(pencil, signsOfDirections(data))];
  const key = pencil.row(items, MARGIN, top + 590, ROOM);
  const keyEnd = top + 590 + key.height + 8;
  const standings = drawStandings(scene, cells, keyEnd);
  const end = keyEnd + standings.height + 20;
  const limits = limitsInWords(scene);
  const source = `${limits} ${sourceInWords(data)}`;
  const under = pencil.paragraph(MARGIN, end, source, ROOM, { colour: "muted" });
  const height = Math.max(HEIGHT, Math.ceil(end + under.height));
  return file(
    scene,
    { width: (height * 16) / 9, height, title: TITLE, description: limits },
    [
      hatching(pencil),
      pencil.text(MARGIN, 50, TITLE, { size: 28, isBold: true }),
      chosen.svg,
      ...blocks,
      key.svg,
      standings.svg,
      under.svg,
    ].join(""),
  );
}
