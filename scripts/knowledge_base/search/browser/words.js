/** Words as they are compared: without case, marks and endings, in one spelling. */

import { distance } from "#shared/spelling.js";

/** @param {string} text */
const list = (text) => text.split(" ");

const STOP = new Set(
  list(
    "a an and are as at be been but by can could did do does for from had has have i if in into " +
      "is it its me my of on or our should so such than that the their them there these they " +
      "this to us was we were what whats when which who whom why will with would you your",
  ),
);
const NUMBERS = list(
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
    "fifteen sixteen seventeen eighteen nineteen",
);
const TENS = list("twenty thirty forty fifty sixty seventy eighty ninety");
const SPELLINGS = new Map([
  ["behavior", "behaviour"],
  ["center", "centre"],
  ["color", "colour"],
  ["counseling", "counselling"],
  ["counselor", "counsellor"],
  ["favor", "favour"],
  ["favorable", "favourable"],
  ["fulfill", "fulfil"],
  ["judgment", "judgement"],
  ["labor", "labour"],
  ["license", "licence"],
  ["neighborhood", "neighbourhood"],
  ["pediatric", "paediatric"],
  ["practise", "practice"],
  ["program", "programme"],
  ["skillful", "skilful"],
]);

/** Letters that may bear a mark. Most texts have none, and taking marks off takes long. */
const MARKED = /[\u00c0-\u1fff]/;

/** @param {string} text */
const bare = (text) => (MARKED.test(text) ? text.normalize("NFD").replace(/\p{M}+/gu, "") : text);

/**
 * A text as it is looked through: without case and marks. It may differ from the text in length.
 * All of the site's text passes here before the first answer, on phones too: patterns are plain.
 * @param {string} text
 */
export const normalised = (text) =>
  bare(text.toLowerCase())
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replaceAll("well-being", "wellbeing")
    .replace(/['’](?:s\b)?/g, "");

/**
 * The words of a text in its plain form.
 * @param {string} text
 */
export const tokensOf = (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * The words of a query that carry it, or all where none does, as this site spells them.
 * @param {string} text
 * @param {Record<string, string>} spellings What readers write, and what this site writes.
 */
export function wordsOf(text, spellings = {}) {
  let plain = ` ${tokensOf(normalised(text).replace(/(\p{L})-?(?=\d)/gu, "$1 ")).join(" ")} `;
  for (const [theirs, ours] of Object.entries(spellings))
    plain = plain.replace(` ${theirs} `, ` ${ours} `);
  const every = [...new Set(tokensOf(plain).map(spelt))];
  const some = every.filter((word) => !STOP.has(word));
  return some.length ? some : every;
}

/**
 * The stems of a text's words, in its order.
 * @param {string} text
 */
export const stemsOf = (text) => wordsOf(text).map(stem);

/**
 * One spelling for words that are spelt in two ways, and digits for numbers.
 * @param {string} word
 */
export function spelt(word) {
  const spelling = SPELLINGS.get(word);
  if (spelling) return spelling;
  const number = NUMBERS.indexOf(word);
  if (number > 1) return String(number);
  const tens = TENS.indexOf(word);
  if (tens >= 0) return String(10 * (tens + 2));
  if (word.length > 5) return word.replace(/(\p{L})iz(e[drs]?|ers|ing|ation(?:s|al)?)$/u, "$1is$2");
  return word;
}

/**
 * How else a word is spelt, or a number written.
 * @param {string} word
 */
export const otherSpellings = (word) => [
  ...[...SPELLINGS].flatMap(([theirs, ours]) => (ours === word ? [theirs] : [])),
  ...[...NUMBERS, ...TENS].filter((number) => spelt(number) === word),
];

/**
 * What a word shares with its other forms: `trainings`, `trained`, `train`.
 * @param {string} word
 */
export function stem(word) {
  let root = spelt(word);
  if (root.length > 4 && root.endsWith("ies")) root = `${root.slice(0, -3)}y`;
  else if (root.length > 4 && /(x|ch|sh|ss)es$/.test(root)) root = root.slice(0, -2);
  else if (root.length > 3 && /[^su]s$/.test(root)) root = root.slice(0, -1);
  const ending = /^(.*[aeiouy].*[^aeiou])(?:ing|ed)$/.exec(root);
  if (ending && ending[1].length > 2) {
    root = /([bdgmnprt])\1$/.test(ending[1]) ? ending[1].slice(0, -1) : ending[1];
  }
  return root.length > 4 && root.endsWith("e") ? root.slice(0, -1) : root;
}

/**
 * The word of a vocabulary that a misspelt one is meant to be; the word itself where none is near.
 * Short words are left alone: Wales is not "waves".
 * @param {string} word
 * @param {Iterable<string>} vocabulary
 */
export function nearest(word, vocabulary) {
  if (word.length < 6 || /\d/.test(word)) return word;
  let best = { token: word, by: word.length > 8 ? 3 : 2 };
  for (const token of vocabulary) {
    if (token[0] !== word[0]) continue;
    const by = distance(word, token, best.by - 1);
    if (by < best.by) best = { token, by };
  }
  return best.token;
}
