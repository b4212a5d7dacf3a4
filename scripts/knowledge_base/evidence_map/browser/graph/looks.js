/**
 * How boxes and lines of the drawing look, in the colours of the theme.
 *
 * @import { GraphNode, Places } from "./types.js"
 */

/** @typedef {ReturnType<typeof readColours>} Colours */

/** Reads the colours of the theme, which the style sheet alone decides. */
export function readColours() {
  const style = getComputedStyle(document.documentElement);
  const get = (/** @type {string} */ name) => style.getPropertyValue(`--kb-${name}`).trim();
  return {
    text: get("ink"),
    muted: get("muted"),
    line: get("line-strong"),
    surface: get("paper"),
    accent: get("accent"),
    onAccent: get("accent-ink"),
    strong: get("series-2"),
  };
}

/**
 * Where a box stands. A heading is as high as its words, well within its place.
 * @param {Places[string] | undefined} place
 * @param {boolean} isHeading
 */
function placed(place, isHeading) {
  if (!place) return {};
  const [x, y, width, height] = place;
  return {
    x,
    y,
    widthConstraint: { minimum: width - 14, maximum: width - 14 },
    heightConstraint: { minimum: isHeading ? 10 : height - 8, valign: "middle" },
  };
}

/**
 * @param {GraphNode} node
 * @param {Places[string] | undefined} place
 * @param {number} font
 * @param {Colours} colours
 */
export function nodeLook({ id, kind }, place, font, colours) {
  const isHeading = kind === "heading";
  const isComponent = kind === "component";
  const none = "rgba(0,0,0,0)";
  const looks = {
    component: [colours.accent, colours.accent, colours.onAccent],
    heading: [none, none, colours.muted],
    outcome: [colours.surface, colours.line, colours.text],
    factor: [colours.surface, colours.line, colours.text],
  };
  const [background, border, text] = looks[kind];
  const chosen = { background, border: isHeading ? border : colours.strong };
  return {
    id,
    shape: "box",
    margin: { top: 3, bottom: 3, left: 6, right: 6 },
    color: { background, border, highlight: chosen, hover: chosen },
    chosen: !isHeading,
    borderWidthSelected: 3,
    shapeProperties: { borderRadius: 4, borderDashes: kind === "factor" ? [3, 3] : false },
    font: {
      color: text,
      size: font,
      face: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
      align: isComponent ? "center" : "left",
    },
    ...placed(place, isHeading),
  };
}

/**
 * A line as wide as it has studies: filled as far as they are direct, hollow where they
 * are not, thin for what is only expected and for what helps or hinders.
 * @param {{ width: number, core: number, filled: boolean, dashes: number[] | false }} line
 * @param {Colours} colours
 */
export function lineLook({ width, core, filled, dashes }, colours) {
  const hollow = core > 0 ? colours.surface : colours.line;
  // Where all of it is filled, no edge is to be seen.
  const isCased = core > 0 && !(filled && core > width - 3);
  const strokes = dashes && dashes.length ? dashes : false;
  const { strong, line } = colours;
  return {
    width: isCased ? core : width,
    dashes: strokes,
    color: {
      color: filled ? colours.accent : hollow,
      highlight: strong,
      hover: strong,
      opacity: 1,
    },
    background: { enabled: isCased, color: line, size: width, dashes: strokes },
  };
}

/**
 * Puts a sign on its line.
 * @param {CanvasRenderingContext2D} context
 * @param {string} sign
 * @param {{ x: number, y: number }} place
 * @param {Colours} colours
 */
export function drawSign(context, sign, { x, y }, colours) {
  context.font = "bold 12px system-ui, sans-serif";
  context.textAlign = "center";
  context.textBaseline = "middle";
  const width = Math.max(18, context.measureText(sign).width + 8);
  context.fillStyle = colours.surface;
  context.strokeStyle = colours.strong;
  context.lineWidth = 1;
  context.beginPath();
  context.roundRect(x - width / 2, y - 9, width, 18, 9);
  context.fill();
  context.stroke();
  context.fillStyle = colours.text;
  context.fillText(sign, x, y + 0.5);
}
