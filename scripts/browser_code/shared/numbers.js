/** Numbers in words and figures, as `wording/numbers.py` and `wording/nouns.py` have them. */

const inBritain = new Intl.NumberFormat("en-GB");

/**
 * `1,200`.
 * @param {number} number
 */
export const grouped = (number) => (number < 1000 ? String(number) : inBritain.format(number));

/**
 * `1 study`, `2 studies`, `1,200 claims`.
 * @param {number} number
 * @param {string} noun
 */
export function counted(number, noun) {
  const plural = noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${grouped(number)} ${number === 1 ? noun : plural}`;
}
