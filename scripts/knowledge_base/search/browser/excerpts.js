/** The part of a text that shows why it was found, and the words in it that were looked for. */

import { termsOf, wordsOf } from "./words.js";

/** @typedef {{ text: string, isMatch: boolean }} Piece */

/**
 * Splits a text into pieces, and says of each whether it was searched for.
 * @param {string} text
 * @param {Set<string>} terms
 */
export function marked(text, terms) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu)) {
    const [word] = match;
    if (!wordsOf(word).some((one) => termsOf(one).some((term) => terms.has(term)))) continue;
    if (match.index > end) pieces.push({ text: text.slice(end, match.index), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    end = match.index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false });
  return pieces;
}

/**
 * Where in a text the most different terms stand within so many characters.
 * @param {string} text
 * @param {Set<string>} terms
 * @param {number} length
 */
function bestPlace(text, terms, length) {
  const places = [];
  for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    const own = wordsOf(match[0])
      .flatMap(termsOf)
      .find((term) => terms.has(term));
    if (own) places.push({ at: match.index, own });
  }
  let best = { at: 0, worth: -1 };
  for (const { at } of places) {
    const within = places.filter((place) => place.at >= at && place.at < at + length - 40);
    const worth = new Set(within.map((place) => place.own)).size * 10 + within.length;
    if (worth > best.worth) best = { at, worth };
  }
  return best.at;
}

/**
 * The part of a text that holds most of what was searched for.
 * @param {string} text
 * @param {Set<string>} terms
 */
export function excerpt(text, terms, length = 230) {
  if (text.length <= length * 1.3) return text;
  let start = Math.max(0, bestPlace(text, terms, length) - 40);
  if (start > 0) start = text.indexOf(" ", start) + 1;
  const end = start + length < text.length ? text.lastIndexOf(" ", start + length) : text.length;
  const [before, after] = [start > 0 ? "… " : "", end < text.length ? " …" : ""];
  return `${before}${text.slice(start, end)}${after}`;
}
