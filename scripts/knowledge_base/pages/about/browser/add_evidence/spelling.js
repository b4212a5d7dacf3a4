/** How alike words are, and which one was meant: as Python's difflib has it, by which `kb` goes. */

/**
 * The longest run of letters that two stretches share: where it begins in each, and its length.
 * @type {(a: string, from: number, to: number, b: string, start: number, end: number) =>
 *   [number, number, number]}
 */
function longestRun(a, from, to, b, start, end) {
  /** @type {[number, number, number]} */
  let best = [from, start, 0];
  for (let i = from; i < to; i += 1) {
    for (let j = start; j < end; j += 1) {
      let length = 0;
      while (i + length < to && j + length < end && a[i + length] === b[j + length]) length += 1;
      if (length > best[2]) best = [i, j, length];
    }
  }
  return best;
}

/** @type {(a: string, from: number, to: number, b: string, start: number, end: number) => number} */
function shared(a, from, to, b, start, end) {
  const [i, j, length] = longestRun(a, from, to, b, start, end);
  if (!length) return 0;
  const before = shared(a, from, i, b, start, j);
  return before + length + shared(a, i + length, to, b, j + length, end);
}

/** @type {(a: string, b: string) => number} How much of two texts is shared, of 1. */
export const ratio = (a, b) =>
  (2 * shared(a, 0, a.length, b, 0, b.length)) / (a.length + b.length || 1);

/**
 * The word that is most like another, if any is as like as that.
 * @type {(word: string, words: string[], close: number) => string | null}
 */
export function nearest(word, words, close) {
  let best = null;
  let highest = close;
  for (const other of words) {
    const likeness = ratio(other, word.toLowerCase());
    if (likeness > highest || (likeness === highest && (best === null || other > best))) {
      best = other;
      highest = likeness;
    }
  }
  return best;
}

/** @type {(key: string) => string} The author in a source's key. */
const authorOf = (key) => key.split(/[0-9]|nd$/)[0];

/**
 * The keys of sources whose author is like the one that is named.
 * @type {(key: string, words: string[]) => string[]}
 */
export const byLikeAuthor = (key, words) =>
  words.filter((other) => ratio(authorOf(other), authorOf(key)) >= 0.75);
