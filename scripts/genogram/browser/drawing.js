import { STYLE_ALONE, WORDS } from "./data.js";
import { ageOf, isDead, personOf } from "./family.js";
import { NAME_LINE, NAME_SIZE, TEXT_LINE } from "./labels.js";
import { layoutOf } from "./layout.js";
import { counted, fill } from "./sentences.js";
import { relationshipLine, slashes, tieLine } from "./strokes.js";
import { element, escapeText, label, tenth, through, title, treeLine } from "./svg.js";
import { personSymbol } from "./symbols.js";
import { coupleInWords, householdInWords, personInWords, relationshipInWords } from "./words.js";

/** @import { CoupleLine, Descent, Drawing, Family, Layout, PlacedPerson } from "./types" */

export const UNKNOWN = "?";
/** How far the drawing shrinks with the window; a smaller window shows a part of it. */
const LEAST = 0.77;
const NOTE_LINE = 20;

/** @type {(family: Family) => Drawing} */
export function drawingOf(family) {
  const layout = layoutOf(family);
  const { persons, couples, descents, relationships, outlines } = layout;
  // The drawing keeps its name wherever it is taken.
  const notes = family.notes.map((note) => fill(WORDS.note, { note }));
  const below = [`${family.title}, ${family.year}`, ...notes];
  const bottom = layout.height + 14;
  const parts = [
    ...outlines.map((outline) => homeLine(outline, family)),
    ...descents.map(descentLines),
    ...couples.map((line) => coupleLine(line, family)),
    ...[...relationships.keys()].map((number) => routeLine(number, layout, family)),
    ...persons.map((person) => placedSymbol(person, family)),
    ...labels(layout, family),
    ...below.map((text, n) => label(n ? "g-text" : "g-name", [24, bottom + NOTE_LINE * n], text)),
  ];
  const words = WORDS.drawing;
  const about = fill(words.about, {
    people: counted(words.people, persons.length),
    generations: counted(words.generations, layout.rows.length),
    lines: counted(words.lines, relationships.length),
  });
  return {
    family,
    layout,
    width: Math.max(layout.width, 300, ...below.map((text) => [...text].length * 9 + 40)),
    height: layout.height + below.length * NOTE_LINE + 12,
    about,
    parts: parts.join("\n"),
  };
}

/**
 * Returns the drawing for a page, whose style sheet gives it its colours.
 * @type {(drawing: Drawing) => string}
 */
export function inPage(drawing) {
  const name = fill(WORDS.drawing.frame, { title: drawing.family.title });
  // Its least width, as an element: a page holds no style attributes.
  const least = { width: drawing.width * LEAST, height: 0, "aria-hidden": "true" };
  const content = `${svg(drawing, "")}\n${element("svg", { class: "kb-genogram-least", ...least }, "")}`;
  const sheet = element("div", { class: "kb-genogram-sheet" }, `\n${content}\n`);
  const frame = { class: "kb-genogram-frame", role: "region", tabindex: "0", "aria-label": name };
  return element("div", frame, sheet);
}

/**
 * Returns the drawing as a file of its own, on white and with its own colours.
 * @type {(drawing: Drawing) => string}
 */
export function alone(drawing) {
  const paper = element("rect", { class: "g-paper", width: "100%", height: "100%" });
  return svg(drawing, `${element("style", {}, STYLE_ALONE)}\n${paper}\n`);
}

/** @type {(drawing: Drawing, first: string) => string} */
function svg({ family, width, height, about, parts }, first) {
  const name = fill(WORDS.drawing.title, { title: family.title });
  const content = [
    element("title", { id: "genogram-title" }, escapeText(name)),
    element("desc", { id: "genogram-about" }, escapeText(about)),
    first + parts,
  ];
  const attributes = {
    class: "kb-genogram",
    role: "img",
    "aria-labelledby": "genogram-title genogram-about",
    width,
    height,
    viewBox: `0 0 ${tenth(width)} ${tenth(height)}`,
    xmlns: "http://www.w3.org/2000/svg",
  };
  return element("svg", attributes, `\n${content.join("\n")}\n`);
}

/** @type {(outline: Layout["outlines"][number], family: Family) => string} */
function homeLine({ household, points }, family) {
  const line = element("path", { class: "g-home", d: `${through(...points)}Z` });
  const words = householdInWords(family, household);
  return element("g", { "data-household": household }, title(words) + line);
}

/** @type {(descent: Descent) => string} */
function descentLines({ couple, start, y, left, right, children }) {
  const trunk = `${through(start)}V${tenth(y)}${through([left, y])}H${tenth(right)}`;
  const lines = children.map((line) =>
    element("g", { "data-child": line.child }, tieLine(line.tie, line.start, line.end)),
  );
  return element("g", { "data-children-of": couple }, treeLine(trunk) + lines.join(""));
}

/** @type {(line: CoupleLine, family: Family) => string} */
function coupleLine({ couple: number, left, right, middle, y }, family) {
  const couple = family.couples[number];
  const d = `${through(left)}V${tenth(y)}H${tenth(right[0])}V${tenth(right[1])}`;
  // Beside the middle, where the line to the children begins.
  const strokes = slashes(couple.status, middle + (right[0] - left[0]) / 5, y);
  const line = treeLine(d, couple.status === "cohabiting" ? "dashed" : undefined);
  const words = title(coupleInWords(family, couple));
  return element("g", { "data-couple": number }, words + line + strokes);
}

/** @type {(number: number, layout: Layout, family: Family) => string} */
function routeLine(number, { relationships }, family) {
  const { kind } = family.relationships[number];
  const line = relationshipLine(kind, relationships[number]);
  const words = title(relationshipInWords(family, number));
  return element("g", { class: `g-tie g-${kind}`, "data-relationship": number }, words + line);
}

/** @type {(placed: PlacedPerson, family: Family) => string} */
function placedSymbol({ id, x, middle }, family) {
  const person = personOf(family, id);
  const inside = [person.gender === "not known" ? UNKNOWN : null, ageOf(family, person)];
  const symbol = personSymbol(person.gender, [x, middle], {
    pregnancy: person.pregnancy,
    isIndex: id === family.index,
    isCrossed: isDead(person),
    inside: inside.filter((text) => text !== null).join(" "),
  });
  return element("g", { "data-person": id }, title(personInWords(family, id)) + symbol);
}

/** @type {(layout: Layout, family: Family) => Generator<string>} */
function* labels({ persons, outlines, couples }, family) {
  for (const { top, textX, name, text } of persons) {
    const first = top + NAME_SIZE - 2;
    const second = first + name.length * NAME_LINE - 1;
    yield* name.map((line, n) => label("g-name", [textX, first + n * NAME_LINE], line));
    yield* text.map((line, n) => label("g-text", [textX, second + n * TEXT_LINE], line));
  }
  for (const { household, label: at } of outlines) {
    const { name } = family.households[household];
    if (name !== null) yield label("g-text g-home-name", [at[0], at[1] + 4], name, "end");
  }
  for (const { middle, y, label: text } of couples) {
    if (text) yield label("g-text", [middle, y - 6], text, "middle");
  }
}
