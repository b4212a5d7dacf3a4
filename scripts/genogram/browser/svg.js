/** @import { Point } from "./types" */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" };

/**
 * Returns text for HTML and SVG, also within quotes.
 * @type {(text: string) => string}
 */
export const escapeText = (text) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign]);

/**
 * Returns a number to a tenth.
 * @type {(number: number) => string}
 */
export const tenth = (number) => String(Math.floor(number * 10 + 0.5) / 10);

/** @typedef {Record<string, string | number | undefined>} Attributes */

/**
 * Returns an element. Attributes are escaped, numbers pairs to a tenth; the content is markup.
 * @type {(name: string, attributes: Attributes, content?: string) => string}
 */
export function element(name, attributes, content) {
  const pairs = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => {
      return ` ${key}="${typeof value === "number" ? tenth(value) : escapeText(String(value))}"`;
    })
    .join("");
  return content === undefined ? `<${name}${pairs}/>` : `<${name}${pairs}>${content}</${name}>`;
}

/** @type {(point: Point) => string} */
const pair = ([x, y]) => `${tenth(x)} ${tenth(y)}`;

/**
 * Returns a path's data through points: `M10 20L30 40`.
 * @type {(...points: Point[]) => string}
 */
export const through = (...points) => `M${points.map(pair).join("L")}`;

/**
 * Returns a line of the family tree.
 * @type {(d: string, dashes?: string) => string}
 */
export const treeLine = (d, dashes) =>
  element("path", { class: dashes ? `g-line g-${dashes}` : "g-line", d });

/** @type {(cssClass: string, ...points: Point[]) => string} */
export function polygon(cssClass, ...points) {
  const corners = points.map(([x, y]) => `${tenth(x)},${tenth(y)}`);
  return element("polygon", { class: cssClass, points: corners.join(" ") });
}

/** @type {(cssClass: string | undefined, at: Point, text: string, anchor?: string) => string} */
export const label = (cssClass, [x, y], text, anchor) =>
  element("text", { class: cssClass, x, y, "text-anchor": anchor }, escapeText(text));

/** @type {(text: string) => string} */
export const title = (text) => element("title", {}, escapeText(text));
