import { alone, drawingOf, inPage } from "./drawing.js";
import { legend } from "./legend.js";
import { readFamily } from "./reading.js";
import { familyInWords, findingsInWords } from "./words.js";

/**
 * Returns a family drawingOf and in words, or what is wrong with its text: all that Python asks for.
 * @type {(text: string) => Record<string, unknown>}
 */
export function draw(text) {
  const { family, findings } = readFamily(text);
  if (!family) return { findings, words: findingsInWords(findings) };
  const drawing = drawingOf(family);
  const { about, layout } = drawing;
  const words = familyInWords(family, layout.rows);
  const { title } = family;
  return { findings, title, about, words, page: inPage(drawing), file: alone(drawing), layout };
}

/** Returns every symbol with its meaning. */
export function symbols() {
  return legend();
}
