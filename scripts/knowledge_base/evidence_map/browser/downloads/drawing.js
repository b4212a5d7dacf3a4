/**
 * Parts of pictures, as the text of an SVG file. Text of the evidence gets in only by `escaped`.
 *
 * @import { Style } from "../types.js"
 */

export const FONT = "Arial, Helvetica, sans-serif";

/** @typedef {{ svg: string, height: number }} Drawn */

/**
 * Text as XML holds it, without characters that XML can't hold.
 * @param {string | number} text
 */
export const escaped = (text) =>
  String(text)
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, "");

/**
 * @param {string} name
 * @param {Record<string, string | number>} attributes
 * @param {string} [inside] Text of an SVG file, not of the evidence.
 */
export function tag(name, attributes, inside = "") {
  const all = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  return `<${name}${all.join("")}>${inside}</${name}>`;
}

/**
 * A pencil that knows the site's colours.
 * @param {Style} style
 */
export function createPencil({ basis, colours }) {
  /**
   * @typedef {object} TextLook
   * @property {number} [size]
   * @property {boolean} [isBold]
   * @property {string} [colour]
   * @property {"start" | "middle"} [anchor]
   */

  /**
   * @param {number} x
   * @param {number} y
   * @param {string} content
   * @param {TextLook} [look]
   */
  function text(
    x,
    y,
    content,
    { size = 13, isBold = false, colour = "ink", anchor = "start" } = {},
  ) {
    const attributes = {
      x,
      y,
      "font-size": size,
      "font-weight": isBold ? 700 : 400,
      fill: colours[colour],
      "text-anchor": anchor,
    };
    return tag("text", attributes, escaped(content));
  }

  /**
   * Text in lines no wider than about so many pixels.
   * @param {number} x
   * @param {number} y
   * @param {string} content
   * @param {number} width
   * @param {TextLook} [look]
   * @returns {Drawn}
   */
  function paragraph(x, y, content, width, look = {}) {
    const { size = 13 } = look;
    const lines = wrapped(content, width, size);
    return {
      svg: lines.map((line, at) => text(x, y + at * size * 1.35, line, look)).join(""),
      height: lines.length * size * 1.35,
    };
  }

  /**
   * The glyph of a kind of evidence.
   * @param {string} id
   * @param {number} x
   * @param {number} y
   */
  function glyph(id, x, y) {
    const [d, isFilled] = basis[id];
    const fill = isFilled ? colours.ink : "none";
    const width = isFilled ? 1 : 1.2;
    const place = `translate(${x} ${y})`;
    return tag("path", { transform: place, d, fill, stroke: colours.ink, "stroke-width": width });
  }

  /**
   * A row of little things with words, wrapped.
   * @param {Item[]} items
   * @param {number} x
   * @param {number} y
   * @param {number} width
   * @returns {Drawn}
   */
  function row(items, x, y, width) {
    let at = x;
    let line = 0;
    let svg = "";
    for (const { draw, space, label } of items) {
      const size = space + label.length * 6.6 + 22;
      if (at > x && at + size > x + width) {
        at = x;
        line += 1;
      }
      svg += draw(at, y + line * 20) + text(at + space, y + 10 + line * 20, label, { size: 12 });
      at += size;
    }
    return { svg, height: (line + 1) * 20 };
  }
  return { colours, text, paragraph, glyph, row };
}

/**
 * @typedef {ReturnType<typeof createPencil>} Pencil
 * @typedef {object} Item A little thing with its words.
 * @property {number} space How wide the thing is.
 * @property {string} label
 * @property {(x: number, y: number) => string} draw
 */

/**
 * Words in lines no wider than about so many pixels.
 * @param {string} content
 * @param {number} width
 * @param {number} size
 */
export function wrapped(content, width, size) {
  const room = width / (size * 0.53);
  const lines = [""];
  for (const word of content.split(/\s+/)) {
    const line = lines[lines.length - 1];
    if (line && line.length + word.length + 1 > room) lines.push(word);
    else lines[lines.length - 1] = line ? `${line} ${word}` : word;
  }
  return lines;
}
