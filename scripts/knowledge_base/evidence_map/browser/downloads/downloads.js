/**
 * What a reader takes away: the filtered claims and references in the very form of the data
 * package, the graph as GraphML, and pictures that carry their source, date and limits.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Words } from "../page/words.js"
 * @import { Result, State } from "../types.js"
 * @import { Picture, Scene } from "./frame.js"
 */

import { save } from "#shared/files.js";
import { createPencil } from "./drawing.js";
import { graphPicture } from "./graph_picture.js";
import { graphml } from "./graphml.js";
import { mapPicture } from "./map_picture.js";

/**
 * @typedef {{ download: typeof download }} Downloads
 * @typedef {{ head: string, lines: string[] }} Spreadsheet A line a record, and what comes first.
 * @typedef {Record<"bibtex" | "ris", Spreadsheet>} References An entry a source.
 */

/** What `later_data` in evidence_map/data.py hands over, fetched when it is wanted. */
const handed = () =>
  /** @type {{ evidenceMapSpreadsheet: Spreadsheet, evidenceMapReferences: References }} */ (
    /** @type {unknown} */ (window)
  );

/**
 * @param {Engine} _engine
 * @param {number[]} indexes
 */
function claims(_engine, indexes) {
  const { head, lines } = handed().evidenceMapSpreadsheet;
  return head + indexes.map((i) => lines[i]).join("");
}

/**
 * The references of the records' sources, which have the data package's order.
 * @param {"bibtex" | "ris"} form
 * @returns {(engine: Engine, indexes: number[]) => string}
 */
const references =
  (form) =>
  ({ records }, indexes) => {
    const sources = new Set(indexes.map((i) => records.source[i]));
    const { head, lines } = handed().evidenceMapReferences[form];
    return head + lines.filter((_, source) => sources.has(source)).join("\n");
  };

/** @type {Map<string, [make: (engine: Engine, indexes: number[]) => string, type: string]>} */
const TEXTS = new Map([
  ["csv", [claims, "text/csv"]],
  ["bib", [references("bibtex"), "application/x-bibtex"]],
  ["ris", [references("ris"), "application/x-research-info-systems"]],
  ["graphml", [graphml, "application/xml"]],
]);

/** @type {Record<string, [draw: (scene: Scene) => Picture, name: string]>} */
const PICTURES = {
  map: [mapPicture, "evidence-map"],
  graph: [graphPicture, "evidence-graph"],
};

/**
 * @param {Picture} picture
 * @returns {Promise<Blob>}
 */
async function png({ width, height, svg }) {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png");
  });
}

/**
 * Makes a file of what the reader has chosen and saves it; returns its name.
 * @param {string} what
 * @param {Engine} engine
 * @param {Words} words
 * @param {State} state
 * @param {Result} result
 */
export async function download(what, engine, words, state, result) {
  const text = TEXTS.get(what);
  if (text) {
    const [make, type] = text;
    save(`evidence.${what}`, make(engine, result.indexes), `${type};charset=utf-8`);
    return `evidence.${what}`;
  }
  const [which, ending] = what.split(".");
  const [draw, stem] = PICTURES[which];
  const pencil = createPencil(engine.data.style);
  const picture = draw({ engine, words, state, result, pencil });
  const name = `${stem}.${ending}`;
  if (ending === "svg") save(name, picture.svg, "image/svg+xml;charset=utf-8");
  else save(name, await png(picture), "image/png");
  return name;
}
