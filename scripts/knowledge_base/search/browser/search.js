/**
 * Finds entries by words, and ranks them.
 *
 * All text is looked through anew for each query: that takes milliseconds, where an index would
 * keep a phone busy for seconds before the first answer. Ranked by BM25 with a weight for each
 * field, times what the query is to an entry: its name, its title. What an editor of this site has
 * put down as the answer to a question comes first.
 *
 * @import { Entry, Found, Hit, SearchData } from "./types.js"
 */

import { nearest, otherSpellings, stem, stemsOf, tokensOf, wordsOf, normalised } from "./words.js";

/** Words of a question that need not be there: they help to choose among what matches. */
const SOFT = new Set("how many much where near long often some any about find show".split(" "));
/** Where fewer have all of the words, those with some of them follow, up to so many. */
const FEW = 5;
const MOST_BY_SOME = 30;
/** How much of the weight of a query an entry with some of its words must have. */
const ENOUGH = 0.6;
/** Words in running text belong together where they are no further apart, in characters. */
const TOGETHER = 300;
const FIELDS = /** @type {const} */ (["names", "title", "also", "about", "text"]);
const FIELD_WEIGHTS = { names: 6, title: 3, also: 2, about: 1.2, text: 1 };
const KIND_WEIGHTS = new Map([
  ["instrument", 1.3],
  ["study", 1.3],
  ["course", 1.2],
  ["post", 0.9],
  ["source", 0.8],
  ["term", 0.6],
]);
const WHOLE_PAGE_WEIGHT = 2;
const PHRASE_WEIGHT = 3;
const ALIKE_WEIGHT = 0.3;
const PREFIX_WEIGHT = 0.5;
/** How fast repetition stops counting, and how much a long text is held against an entry. */
const SATURATION = 1.2;
const LENGTH_PENALTY = 0.7;

/**
 * @typedef {object} Matcher One word of a query, and what stands for it.
 * @property {string[]} heads How tokens that may do begin.
 * @property {RegExp} pattern Matches such tokens.
 * @property {(token: string) => number} worth How well a token does: 1 for a form of the word.
 *
 * @typedef {{ score: number, places: number[] | null }} Match Places are those in running text;
 *   null where the word is in a short field.
 */

/**
 * @param {string} word
 * @param {string[]} alike
 * @returns {Matcher}
 */
function matcherFor(word, alike) {
  const isNumber = /^\d+$/.test(word);
  const roots = new Map([
    ...alike.map((other) => /** @type {const} */ ([stem(other), ALIKE_WEIGHT])),
    [stem(word), 1],
  ]);
  // Short enough to hold for every form and spelling: stud-y and -ies, organis-e and -ize.
  const heads = [...roots.keys(), word, ...otherSpellings(word)].map((root) =>
    root.replace(/(?<=.{4})(?:y|[iou]\w?[sr]\w*)$/, ""),
  );
  /** @type {Map<string, number>} */
  const worths = new Map();
  return {
    heads,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${heads.join("|")})[\\p{L}\\p{N}]*`, "gu"),
    worth(token) {
      let worth = worths.get(token);
      if (worth === undefined) {
        const begins = !isNumber && word.length > 1 && token.startsWith(word);
        worth =
          roots.get(stem(token)) ?? (begins ? (PREFIX_WEIGHT * word.length) / token.length : 0);
        worths.set(token, worth);
      }
      return worth;
    },
  };
}

/** The search over entries. */
export class Search {
  /** @type {Record<typeof FIELDS[number], string>[]} */
  plain = [];
  /** @type {Map<string, { word: string, matcher: Matcher, matches: Map<Entry, Match> }>} */
  lookups = new Map();
  /** @type {Set<string> | null} */
  vocabulary = null;

  /** @param {SearchData} data */
  constructor(data) {
    this.data = data;
    /** @type {Entry[]} */
    this.entries = data.entries.map(([kind, title, address, about, text, names, also], id) => ({
      id,
      kind,
      title,
      address,
      about,
      text,
      names,
      also,
    }));
    /** @type {Map<string, string[]>} */
    this.alike = new Map(
      data.alike.flatMap((group) =>
        group.map((word) => [stem(word), group.filter((other) => other !== word)]),
      ),
    );
    this.asked = Object.entries(data.asked).map(([phrase, ids]) => ({
      stems: stemsOf(phrase),
      ids,
    }));
    this.lengths = Object.fromEntries(
      FIELDS.map((field) => [
        field,
        1 + this.entries.reduce((sum, entry) => sum + entry[field].length, 0) / this.entries.length,
      ]),
    );
  }

  /**
   * The fields of an entry as they are compared.
   * @param {Entry} entry
   */
  plainOf({ id, names, title, also, about, text }) {
    return (this.plain[id] ??= {
      names: normalised(names),
      title: normalised(title),
      also: normalised(also),
      about: normalised(about),
      text: normalised(text),
    });
  }

  /**
   * What a word matches; kept, since a query is typed letter by letter and has most words again.
   * @param {string} word
   */
  lookUp(word) {
    let lookup = this.lookups.get(word);
    if (!lookup) {
      const matcher = matcherFor(word, this.alike.get(stem(word)) ?? []);
      lookup = { word, matcher, matches: this.matches(matcher) };
      this.lookups.set(word, lookup);
    }
    return lookup;
  }

  /**
   * Where a word is found, by entry.
   * @param {Matcher} matcher
   * @returns {Map<Entry, Match>}
   */
  matches({ heads, pattern, worth }) {
    /** @type {Map<Entry, Match>} */
    const matches = new Map();
    for (const entry of this.entries) {
      const plain = this.plainOf(entry);
      let score = 0;
      /** @type {number[] | null} */
      let places = [];
      for (const field of FIELDS) {
        // Most texts have none of the letters: far cheaper to see than by the pattern.
        if (!heads.some((head) => plain[field].includes(head))) continue;
        let times = 0;
        for (const match of plain[field].matchAll(pattern)) {
          const own = worth(match[0]);
          if (own && field === "text") places?.push(match.index);
          times += own;
        }
        if (!times) continue;
        if (field !== "text") places = null;
        const long =
          1 - LENGTH_PENALTY + (LENGTH_PENALTY * plain[field].length) / this.lengths[field];
        score += (FIELD_WEIGHTS[field] * times * (SATURATION + 1)) / (times + SATURATION * long);
      }
      if (score) matches.set(entry, { score, places });
    }
    return matches;
  }

  /**
   * A word as the entries have it: itself, or where it is nowhere, the one it was meant to be.
   * @param {string} word
   */
  corrected(word) {
    this.vocabulary ??= new Set([
      ...Object.keys(this.data.asked).flatMap((phrase) => tokensOf(normalised(phrase))),
      ...this.entries.flatMap((entry) => {
        const { names, title, about, also } = this.plainOf(entry);
        return tokensOf(`${names} ${title} ${about} ${also}`);
      }),
    ]);
    return nearest(word, this.vocabulary);
  }

  /**
   * How much more an entry is worth for what the query is to it: its name, its title …
   * @param {Entry} entry
   * @param {string[]} stems
   * @param {string} phrase All of the query, as it is written.
   */
  worth(entry, stems, phrase) {
    const row = ` ${stems.join(" ")} `;
    const title = ` ${stemsOf(entry.title).join(" ")} `;
    const names = entry.names.split(" | ").map((name) => ` ${stemsOf(name).join(" ")} `);
    const isCourse = entry.kind === "course";
    let factor = KIND_WEIGHTS.get(entry.kind) ?? 1;
    if (title === row) factor *= 40;
    else if (title.includes(row)) factor *= title.startsWith(row) ? 1.8 : 1.6;
    if (entry.kind === "page" && !entry.address.includes("#")) factor *= WHOLE_PAGE_WEIGHT;
    if (stems.length > 1 && this.plainOf(entry).text.includes(phrase)) factor *= PHRASE_WEIGHT;
    // Who asks for a provider or its town wants its courses, then what else bears its name.
    if (names.includes(row)) factor *= isCourse ? 8 : 3;
    else if (stems.every((word) => names.join("").includes(` ${word} `)))
      factor *= isCourse ? 6 : 3;
    return factor;
  }

  /**
   * The entries that are put down as the answer to a query, with how many of its words that covers.
   * @param {string[]} stems
   */
  answers(stems) {
    /** @type {Map<Entry, number>} */
    const answers = new Map();
    for (const { stems: phrase, ids } of this.asked) {
      if (phrase.length * 2 <= stems.length || !phrase.every((word) => stems.includes(word)))
        continue;
      for (const [position, id] of ids.entries()) {
        const worth = phrase.length - position / 10;
        answers.set(this.entries[id], Math.max(worth, answers.get(this.entries[id]) ?? 0));
      }
    }
    return answers;
  }

  /**
   * Returns what is found for a text, the best first. Only where few have all words, some will do.
   * @param {string} text
   * @returns {Found}
   */
  find(text) {
    const asked = wordsOf(text, this.data.spellings);
    if (!asked.length) return { hits: [], slips: [], pattern: /(?!)/g };
    /** @type {[string, string][]} */
    const slips = [];
    const words = asked.map((word) => {
      const itself = this.lookUp(word);
      const spelling = itself.matches.size ? word : this.corrected(word);
      if (spelling === word) return itself;
      slips.push([word, spelling]);
      return this.lookUp(spelling);
    });
    const firm = words.filter(({ word }) => !SOFT.has(word));
    const hard = firm.length ? firm : words;
    const phrase = normalised(text).replace(/^\W+|\W+$/g, "");
    const stems = words.map(({ word }) => stem(word));
    const answers = this.answers(stems);
    const weight = (/** @type {Map<Entry, Match>} */ { size }) =>
      Math.log(1 + (this.entries.length - size + 0.5) / (size + 0.5));
    const total = hard.reduce((sum, { matches }) => sum + (matches.size ? weight(matches) : 0), 0);
    const present = hard.filter(({ matches }) => matches.size).length;
    /** @type {Hit[]} */
    const hits = [];
    for (const entry of new Set([
      ...answers.keys(),
      ...hard.flatMap(({ matches }) => [...matches.keys()]),
    ])) {
      const inEntry = hard.filter(({ matches }) => matches.has(entry));
      const all =
        answers.has(entry) ||
        (inEntry.length === hard.length &&
          areTogether(inEntry.map(({ matches }) => matches.get(entry))));
      const share = inEntry.reduce((sum, { matches }) => sum + weight(matches), 0) / total;
      const isEnough = share >= ENOUGH && inEntry.length * 2 > present;
      if (!all && !isEnough) continue;
      const score = words.reduce(
        (sum, { matches }) => sum + weight(matches) * (matches.get(entry)?.score ?? 0),
        0,
      );
      hits.push({ entry, all, score: score * this.worth(entry, stems, phrase) });
    }
    const tier = (/** @type {Hit} */ { entry, all }) => (answers.get(entry) ?? 0) * 2 + Number(all);
    hits.sort((a, b) => tier(b) - tier(a) || b.score - a.score || a.entry.id - b.entry.id);
    const byAll = hits.filter((hit) => hit.all);
    const bySome = byAll.length < FEW ? hits.filter((hit) => !hit.all).slice(0, MOST_BY_SOME) : [];
    const pattern = new RegExp(hard.map(({ matcher }) => matcher.pattern.source).join("|"), "giu");
    return { hits: [...byAll, ...bySome], slips, pattern };
  }
}

/**
 * Whether all words are near one another in running text; what is in a short field is near all.
 * @param {(Match | undefined)[]} matches
 */
function areTogether(matches) {
  const lists = matches.flatMap((match) => (match?.places ? [match.places] : []));
  if (lists.length < 2) return true;
  return lists[0].some((at) =>
    lists.every((list) => list.some((other) => Math.abs(other - at) < TOGETHER)),
  );
}
