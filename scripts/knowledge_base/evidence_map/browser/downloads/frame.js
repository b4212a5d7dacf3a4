/**
 * What every picture says besides what it shows: its title, what it rests on, its date and limits.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Drawn, Item, Pencil } from "./drawing.js"
 */

import { FONT, escaped, tag } from "./drawing.js";

/**
 * @typedef {{ width: number, height: number, svg: string }} Picture
 * @typedef {object} Scene What a picture is drawn from.
 * @property {Engine} engine
 * @property {import("../page/words.js").Words} words
 * @property {State} state
 * @property {Result} result
 * @property {Pencil} pencil
 */

/**
 * What must be said under every picture; that nothing was compared only where it is so.
 * @param {Scene} scene
 */
export function limitsInWords({ engine, result, words }) {
  const { comparison } = engine.data;
  const isCompared = result.indexes.some((i) => engine.basisOf(i) === comparison);
  const lead = isCompared || !result.indexes.length ? "" : `${words.say("paper.not_compared")} `;
  return lead + words.limits();
}

/**
 * A whole file.
 * @param {Scene} scene
 * @param {{ width: number, height: number, title: string, description: string }} about
 * @param {string} inside
 * @returns {Picture}
 */
export function file({ pencil }, { width, height, title, description }, inside) {
  const ground = tag("rect", { width: "100%", height: "100%", fill: pencil.colours.paper });
  const head = tag("title", {}, escaped(title)) + tag("desc", {}, escaped(description));
  const attributes = {
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    "font-family": FONT,
    role: "img",
    "aria-label": title,
  };
  return { width, height, svg: `${tag("svg", attributes, head + ground + inside)}\n` };
}

/**
 * A picture with its title above, and below its key, what it rests on, its date and its limits.
 * @param {Scene} scene
 * @param {string} title
 * @param {Drawn & { width: number }} drawing
 * @param {Item[]} key
 */
export function framed(scene, title, { svg, width: inner, height }, key) {
  const { pencil, words } = scene;
  const margin = 32;
  const width = Math.max(inner + 2 * margin, 640);
  const room = width - 2 * margin;
  const small = { size: 12, colour: "muted" };
  const subtitle = words.chosen(scene.state, scene.result);
  const limits = limitsInWords(scene);
  const here = location.protocol.startsWith("http")
    ? ` ${location.origin}${location.pathname}`
    : "";
  const above = pencil.paragraph(margin, 68, subtitle, room, { colour: "muted" });
  const top = 70 + above.height;
  const legend = pencil.row(key, margin, top + height + 24, room);
  const below = top + height + 24 + legend.height + 18;
  const first = pencil.paragraph(margin, below, limits, room, small);
  const source = words.source() + here;
  const second = pencil.paragraph(margin, below + first.height + 4, source, room, small);
  const end = Math.ceil(below + first.height + 4 + second.height + 12);
  return file(
    scene,
    { width, height: end, title, description: `${subtitle} ${limits}` },
    pencil.text(margin, 44, title, { size: 22, isBold: true }) +
      above.svg +
      tag("g", { transform: `translate(${margin} ${top})` }, svg) +
      legend.svg +
      first.svg +
      second.svg,
  );
}
