/**
 * Finds entries of the index by words, and ranks them.
 *
 * MiniSearch (minisearch.js) does the indexing and the ranking by words; what is put on top of it
 * here is what this site's readers expect: names and titles come first, words in a row weigh more
 * than words apart, and slips of spelling are forgiven.
 *
 * @import { Entry, Hit, Query, SearchData } from "./types.js"
 */

import { inARow, joinedForms, meaningful, spelt, stem, termsOf, wordsOf } from "./words.js";

/** Words of a question that need not be there: they help to choose among what is found. */
const SOFT = new Set([
  "how",
  "many",
  "much",
  "where",
  "near",
  "long",
  "often",
  "some",
  "any",
  "about",
  "find",
  "show",
]);
/** Where fewer have all of the words, those with some of them follow, up to so many. */
const FEW = 5;
const MOST_BY_SOME = 30;
const FIELD_WEIGHTS = { names: 6, title: 3, also: 4, about: 1.2, text: 1 };
const KIND_WEIGHTS = new Map([
  ["instrument", 1.15],
  ["course", 1.1],
  ["post", 0.9],
]);
const WHOLE_PAGE_WEIGHT = 2;
const EXACTLY = { prefix: false, fuzzy: false };
const asItIs = (/** @type {string} */ term) => term;

/** How much less a word counts that only means the same. */
const ALIKE_WEIGHTS = Object.fromEntries(
  Object.entries(FIELD_WEIGHTS).map(([field, weight]) => [field, weight * 0.3]),
);

/**
 * @typedef {object} Rows The words of an entry in a row.
 * @property {string} title
 * @property {string[]} names
 * @property {string} text
 * @property {string} also
 *
 * @typedef {object} Question What was asked, in the forms in which it is compared.
 * @property {string[]} stems
 * @property {string} row The words that carry it, in a row.
 * @property {string} every All its words, in a row.
 */

/**
 * @param {Entry} entry
 * @returns {Rows}
 */
const rowsOf = (entry) => ({
  title: inARow(meaningful(entry.title)),
  names: entry.names.split(" | ").map((name) => inARow(meaningful(name))),
  text: inARow(meaningful(`${entry.text} ${entry.about}`)),
  also: inARow(wordsOf(entry.also)),
});

/**
 * @param {string} title
 * @param {string} row
 */
function titleWorth(title, row) {
  if (title === row) return 40;
  if (title.startsWith(row)) return 1.8;
  return title.includes(row) ? 1.6 : 1;
}

/**
 * How much more an entry is worth for what the query is to it: its name, its title …
 * @param {Entry} entry
 * @param {Rows} rows
 * @param {Question} question
 */
function worth(entry, { title, names, text, also }, { stems, row, every }) {
  const isCourse = entry.kind === "course";
  const isPage = entry.kind === "page";
  const some = (/** @type {string} */ part) => stems.some((word) => part.includes(` ${word} `));
  const all = (/** @type {string} */ part) => stems.every((word) => part.includes(` ${word} `));
  let factor = (KIND_WEIGHTS.get(entry.kind) ?? 1) * titleWorth(title, row);
  if (isPage && !entry.address.includes("#")) factor *= WHOLE_PAGE_WEIGHT;
  // Who asks for a provider or its town wants its courses, then what else bears its name.
  if (names.includes(row)) factor *= isCourse ? 8 : 3;
  else if (all(names.join(""))) factor *= isCourse ? 6 : 2;
  // What a page is asked for by, word for word or at least in all its words.
  if (isPage && also.includes(every)) factor *= 12;
  else if (isPage && some(also) && all(`${also}${title}`)) factor *= 2;
  return stems.length > 1 && text.includes(row) ? factor * 1.8 : factor;
}

/** The search over an index. */
export class Search {
  /** @type {Map<number, Rows>} */
  rows = new Map();

  /** @param {SearchData} data */
  constructor(data) {
    this.entries = data.entries.map((values, id) => {
      const named = data.fields.map((field, position) => [field, values[position]]);
      return /** @type {Entry} */ ({ id, ...Object.fromEntries(named) });
    });
    /** @type {Map<string, string[]>} */
    this.alike = new Map(
      data.alike.flatMap((group) =>
        group.map((word) => [word, group.filter((other) => other !== word)]),
      ),
    );
    this.index = new MiniSearch({
      fields: Object.keys(FIELD_WEIGHTS),
      tokenize: (/** @type {string} */ text) => [...wordsOf(text), ...joinedForms(text)],
      processTerm: termsOf,
    });
    this.index.addAll(this.entries);
  }

  /** Whether any form of a word is in the index as it is. */
  has(/** @type {string[]} */ ...forms) {
    const query = { queries: forms, processTerm: asItIs, ...EXACTLY };
    return this.index.search(query).length > 0;
  }

  /**
   * One word of the query: itself, words that begin with it or are nearly it, and its like.
   * @param {string} word
   * @returns {Query}
   */
  queryFor(word) {
    const one = spelt(word);
    const root = stem(one);
    const isNumber = /^\d+$/.test(one);
    // A slip is guessed at only where the word is found nowhere: Leeds is not "needs" misspelt.
    const isSlip = !isNumber && one.length > 4 && !this.has(one, root);
    const itself = {
      queries: [one],
      processTerm: asItIs,
      prefix: !isNumber && one.length > 1,
      weights: { prefix: 0.5, fuzzy: 0.25 },
      fuzzy: isSlip && (one.length > 6 ? 2 : 1),
    };
    const roots = root === one ? [] : [{ queries: [root], processTerm: asItIs, ...EXACTLY }];
    const others = this.alike.get(word) ?? this.alike.get(root) ?? [];
    const alike = others.map((other) =>
      Object.assign({ queries: [other], processTerm: termsOf, boost: ALIKE_WEIGHTS }, EXACTLY),
    );
    return { combineWith: "OR", queries: [itself, ...roots, ...alike] };
  }

  /**
   * @param {"AND" | "OR"} combineWith
   * @param {string[]} words
   */
  ask(combineWith, words) {
    const queries = words.map((word) => this.queryFor(word));
    return this.index.search({ combineWith, queries }, { boost: FIELD_WEIGHTS });
  }

  /** The rows of an entry; worked out for what is found only. */
  rowsFor(/** @type {Entry} */ entry) {
    const rows = this.rows.get(entry.id) ?? rowsOf(entry);
    this.rows.set(entry.id, rows);
    return rows;
  }

  /**
   * Returns what is found for a text, the best first. Each hit has the entry, the terms by which it
   * was found, and whether all words were. Only where few have all, some will do.
   * @param {string} text
   * @returns {Hit[]}
   */
  find(text) {
    const asked = meaningful(text);
    if (!asked.length) return [];
    const firm = asked.filter((word) => !SOFT.has(word));
    const hard = firm.length ? firm : asked;
    const soft = firm.length ? asked.filter((word) => SOFT.has(word)) : [];
    const row = inARow(asked);
    const question = { row, every: inARow(wordsOf(text)), stems: row.trim().split(" ") };
    const besides = new Map(this.ask("OR", soft).map((hit) => [hit.id, hit.score]));
    const ranked = (/** @type {ReturnType<Search["ask"]>} */ found, all = true) =>
      found
        .map(({ id, score, terms }) => {
          const entry = this.entries[id];
          const factor = worth(entry, this.rowsFor(entry), question);
          const own = (score + (besides.get(id) ?? 0)) * factor;
          return { entry, terms: new Set(terms), score: own, all };
        })
        .toSorted((a, b) => b.score - a.score || a.entry.id - b.entry.id);
    const byAll = this.ask("AND", hard);
    if (byAll.length >= FEW || hard.length === 1) return ranked(byAll);
    const known = new Set(byAll.map((hit) => hit.id));
    const bySome = this.ask("OR", hard).filter((hit) => !known.has(hit.id));
    return [...ranked(byAll), ...ranked(bySome, false).slice(0, MOST_BY_SOME)];
  }
}
