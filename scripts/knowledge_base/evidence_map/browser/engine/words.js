/**
 * Looking for words: whole ones, whatever their case and accents, and phrases.
 *
 * @import { Base, Texts } from "../types.js"
 */

/**
 * Words as they are compared: lower case, no accents, letters and digits only.
 * @param {string} text
 */
function normalised(text) {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return ` ${(plain.match(/[\p{L}\p{N}]+/gu) ?? []).join(" ")} `;
}

/**
 * Terms that must all occur: words, and phrases where the reader put quotation marks.
 * @param {string} words
 */
export function termsOf(words) {
  const matches = words.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g);
  const terms = [...matches].map(([, phrase, word]) => normalised(phrase ?? word));
  return terms.filter((term) => term.trim());
}

/**
 * What is read of the records, which comes after the rest.
 * @param {Base} base
 */
export function textsOf({ texts }) {
  if (!texts) throw new Error("the texts have not come yet");
  return texts;
}

/**
 * @param {Base} base
 * @param {Texts} texts
 * @param {number} i
 */
function textOf({ data, records: r }, texts, i) {
  const { vocabularies: words, records: columns } = data;
  return normalised(
    [
      texts.claim[i],
      texts.note[i],
      texts.sample[i],
      data.sources[r.source[i]][0],
      r.study[i] < 0 ? "" : data.studies[r.study[i]][1],
      words.component[r.component[i]][1],
      data.shorts[r.component[i]],
      ...r.outcomes[i].map((o) => data.outcomes[o][1]),
      r.factor[i] < 0 ? "" : words.factor[r.factor[i]][1],
      words.setting[r.setting[i]][1],
      words["study-type"][columns.study_type[i]][1],
    ].join(" . "),
  );
}

/**
 * Each record's text, in which words are looked for.
 * @param {Base} base
 */
export function normalisedTexts(base) {
  const texts = textsOf(base);
  if (!base.normalised.length) base.normalised = base.all.map((i) => textOf(base, texts, i));
  return base.normalised;
}
