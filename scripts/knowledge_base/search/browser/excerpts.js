/** The part of a text that shows why it was found, and the words in it that were looked for. */

/** @typedef {{ text: string, isMatch: boolean }} Piece */

/**
 * Splits a text into pieces, and says of each whether it was searched for.
 * @param {string} text
 * @param {RegExp} pattern
 */
export function marked(text, pattern) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(pattern)) {
    if (index > end) pieces.push({ text: text.slice(end, index), isMatch: false });
    pieces.push({ text: word, isMatch: true });
    end = index + word.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false });
  return pieces;
}

/**
 * Where in a text the most different words that were searched for are within so many characters.
 * @param {string} text
 * @param {RegExp} pattern
 * @param {number} length
 */
function bestPlace(text, pattern, length) {
  const places = [...text.matchAll(pattern)].map(({ 0: word, index }) => ({
    index,
    word: word.slice(0, 5).toLowerCase(),
  }));
  let best = { index: 0, worth: -1 };
  for (const { index } of places) {
    const within = places.filter(
      (place) => place.index >= index && place.index < index + length - 40,
    );
    const worth = new Set(within.map((place) => place.word)).size * 10 + within.length;
    if (worth > best.worth) best = { index, worth };
  }
  return best.index;
}

/**
 * The part of a text that holds most of what was searched for.
 * @param {string} text
 * @param {RegExp} pattern
 */
export function excerpt(text, pattern, length = 230) {
  if (text.length <= length * 1.3) return text;
  let start = Math.max(0, bestPlace(text, pattern, length) - 40);
  if (start > 0) start = text.indexOf(" ", start) + 1;
  const end = start + length < text.length ? text.lastIndexOf(" ", start + length) : text.length;
  const [before, after] = [start > 0 ? "… " : "", end < text.length ? " …" : ""];
  return `${before}${text.slice(start, end)}${after}`;
}
