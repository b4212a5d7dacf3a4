/** Words as they are compared: without case, marks and endings, in one spelling. */

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

/**
 * The words of a text as written, without marks and case.
 * @param {string} text
 */
export const wordsOf = (text) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/(\d),(?=\d{3})/g, "$1")
    .replace(/\bwell-being\b/g, "wellbeing")
    .replace(/['’]s\b/g, "")
    .replace(/(\p{L})['’](?=\p{L})/gu, "$1")
    .match(/[\p{L}\p{N}]+/gu) ?? [];

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
 * What a word shares with its other forms: `trainings`, `trained`, `train`.
 * @param {string} word
 */
export function stem(word) {
  let root = word;
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
 * The terms under which a word is kept: itself, and its stem.
 * @param {string} word
 */
export function termsOf(word) {
  const one = spelt(word);
  const root = stem(one);
  return root === one ? [one] : [one, root];
}

/**
 * Joined forms of words such as `SCORE-15`, which readers also write without the hyphen.
 * @param {string} text
 */
export const joinedForms = (text) =>
  (text.match(/\p{L}+-\d+/gu) ?? []).map((word) => word.replace("-", "").toLowerCase());

/**
 * The words of a text that carry it; all of them, where none does.
 * @param {string} text
 */
export function meaningful(text) {
  const every = wordsOf(text);
  const some = every.filter((word) => !STOP.has(word));
  return some.length ? some : every;
}

/**
 * Words' stems in a row, to look for words that stand in a row.
 * @param {string[]} words
 */
export const inARow = (words) => ` ${words.map((word) => stem(spelt(word))).join(" ")} `;
