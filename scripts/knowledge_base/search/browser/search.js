// The search page: finds entries of the index by words, ranks them, and shows them.
// MiniSearch (minisearch.js) does the indexing and the ranking by words; what is put on top of
// it here is what this site's readers expect: names and titles come first, words in a row weigh
// more than words apart, and slips of spelling are forgiven. Text is never read as markup.
"use strict";

const SiteSearch = (() => {
  const STOP = new Set(
    ("a an and are as at be been but by can could did do does for from had has have i if in into " +
      "is it its me my of on or our should so such than that the their them there these they " +
      "this to us was we were what whats when which who whom why will with would you your").split(" "),
  );
  /** Words of a question that need not be there: they help to choose among what is found. */
  const SOFT = new Set("how many much where near long often some any about find show".split(" "));
  const NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen " +
    "fifteen sixteen seventeen eighteen nineteen"
  ).split(" ");
  const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
  const SPELLINGS = {
    behavior: "behaviour", center: "centre", color: "colour", counseling: "counselling",
    counselor: "counsellor", favor: "favour", favorable: "favourable", fulfill: "fulfil",
    judgment: "judgement", labor: "labour", license: "licence", neighborhood: "neighbourhood",
    pediatric: "paediatric", practise: "practice", program: "programme", skillful: "skilful",
  };
  /** Where fewer have all of the words, those with some of them follow, up to so many. */
  const FEW = 5;
  const MOST_BY_SOME = 30;
  const WEIGHT = {
    fields: { names: 6, title: 3, also: 4, about: 1.2, text: 1 },
    kinds: { instrument: 1.15, course: 1.1, post: 0.9 },
    wholePage: 2,
  };

  /** Returns the words of a text as written, without marks and case. */
  function words(text) {
    return (
      text
        .normalize("NFKD")
        .replace(/\p{M}/gu, "")
        .toLowerCase()
        .replace(/(\d),(?=\d{3})/g, "$1")
        .replace(/\bwell-being\b/g, "wellbeing")
        .replace(/['’]s\b/g, "")
        .replace(/(\p{L})['’](?=\p{L})/gu, "$1")
        .match(/[\p{L}\p{N}]+/gu) ?? []
    );
  }

  /** Returns one spelling for words that are spelt in two ways, and digits for numbers. */
  function spelt(word) {
    if (Object.hasOwn(SPELLINGS, word)) return SPELLINGS[word];
    const number = NUMBERS.indexOf(word);
    if (number > 1) return String(number);
    const tens = TENS.indexOf(word);
    if (tens >= 0) return String(10 * (tens + 2));
    if (word.length > 5) return word.replace(/(\p{L})iz(e[drs]?|ers|ing|ation(?:s|al)?)$/u, "$1is$2");
    return word;
  }

  /** Returns what a word shares with its other forms: `trainings`, `trained`, `train`. */
  function stem(word) {
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

  /** Returns the terms under which a word is kept: itself, and its stem. */
  function terms(word) {
    const one = spelt(word);
    const root = stem(one);
    return root === one ? [one] : [one, root];
  }

  /** Joined forms of words such as `SCORE-15`, which readers also write without the hyphen. */
  function joined(text) {
    return (text.match(/\p{L}+-\d+/gu) ?? []).map((word) => word.replace("-", "").toLowerCase());
  }

  /** The words of a text that carry it; all of them, where none does. */
  function meaningful(text) {
    const every = words(text);
    const some = every.filter((word) => !STOP.has(word));
    return some.length ? some : every;
  }

  /** Words' stems in a row, to look for words that stand in a row. */
  const inARow = (asked) => ` ${asked.map((word) => stem(spelt(word))).join(" ")} `;

  /** Makes a search over the index; see `find`. */
  function create(data) {
    const entries = data.entries.map((values, id) => {
      const entry = { id };
      data.fields.forEach((field, position) => (entry[field] = values[position]));
      return entry;
    });
    const alike = new Map();
    for (const group of data.alike) {
      for (const word of group) alike.set(word, group.filter((other) => other !== word));
    }
    const index = new MiniSearch({
      fields: Object.keys(WEIGHT.fields),
      tokenize: (text) => [...words(text), ...joined(text)],
      processTerm: terms,
    });
    index.addAll(entries);

    const exactly = { prefix: false, fuzzy: false };

    /** The words of an entry in a row; worked out for what is found only. */
    function rows(entry) {
      entry.rows ??= {
        title: inARow(meaningful(entry.title)),
        names: entry.names.split(" | ").map((name) => inARow(meaningful(name))),
        text: inARow(meaningful(`${entry.text} ${entry.about}`)),
        also: inARow(words(entry.also)),
      };
      return entry.rows;
    }

    const isFound = (...forms) =>
      index.search({ queries: forms, processTerm: (term) => term, ...exactly }).length > 0;

    /** One word of the query: itself, words that begin with it or are nearly it, and its like. */
    function oneWord(word) {
      const one = spelt(word);
      const root = stem(one);
      const isNumber = /^\d+$/.test(one);
      const asked = { prefix: !isNumber && one.length > 1, weights: { prefix: 0.5, fuzzy: 0.25 } };
      // A slip is guessed at only where the word is found nowhere: Leeds is not "needs" misspelt.
      const isSlip = !isNumber && one.length > 4 && !isFound(one, root);
      asked.fuzzy = isSlip && (one.length > 6 ? 2 : 1);
      const queries = [{ queries: [one], processTerm: (term) => term, ...asked }];
      if (root !== one) queries.push({ queries: [root], processTerm: (term) => term, ...exactly });
      for (const other of alike.get(word) ?? alike.get(root) ?? []) {
        queries.push({ queries: [other], processTerm: terms, boost: scaled(0.3), ...exactly });
      }
      return { combineWith: "OR", queries };
    }

    const scaled = (factor) =>
      Object.fromEntries(
        Object.entries(WEIGHT.fields).map(([field, weight]) => [field, weight * factor]),
      );

    /** How much more an entry is worth for what the query is to it: its name, its title … */
    function worth(entry, asked, row, question) {
      let factor = WEIGHT.kinds[entry.kind] ?? 1;
      if (entry.kind === "page" && !entry.address.includes("#")) factor *= WEIGHT.wholePage;
      const { title, names, text, also } = rows(entry);
      const some = (part) => asked.some((word) => part.includes(` ${word} `));
      const all = (part) => asked.every((word) => part.includes(` ${word} `));
      if (title === row) factor *= 40;
      else if (title.startsWith(row)) factor *= 1.8;
      else if (title.includes(row)) factor *= 1.6;
      // Who asks for a provider or its town wants its courses, then what else bears its name.
      if (names.includes(row)) factor *= entry.kind === "course" ? 8 : 3;
      else if (all(names.join(""))) factor *= entry.kind === "course" ? 6 : 2;
      // What a page is asked for by, word for word or at least in all its words.
      if (entry.kind === "page" && also.includes(question)) factor *= 12;
      else if (entry.kind === "page" && some(also) && all(`${also}${title}`)) factor *= 2;
      if (asked.length > 1 && text.includes(row)) factor *= 1.8;
      return factor;
    }

    /**
     * Returns what is found for a text, the best first. Each hit has the entry, the terms by
     * which it was found, and whether all words were. Only where few have all, some will do.
     */
    function find(text) {
      const asked = meaningful(text);
      if (!asked.length) return [];
      const firm = asked.filter((word) => !SOFT.has(word));
      const hard = firm.length ? firm : asked;
      const soft = firm.length ? asked.filter((word) => SOFT.has(word)) : [];
      const options = { boost: WEIGHT.fields };
      const ask = (combineWith, some) =>
        index.search({ combineWith, queries: some.map(oneWord) }, options);
      const byAll = ask("AND", hard);
      const besides = new Map(ask("OR", soft).map((hit) => [hit.id, hit.score]));
      const row = inARow(asked);
      const question = inARow(words(text));
      const stems = row.trim().split(" ");
      const ranked = (hits, all) =>
        hits
          .map((hit) => hitOf(hit, all))
          .sort((one, other) => other.score - one.score || one.entry.id - other.entry.id);
      function hitOf(hit, all) {
        const entry = entries[hit.id];
        const score = (hit.score + (besides.get(hit.id) ?? 0)) * worth(entry, stems, row, question);
        return { entry, terms: new Set(hit.terms), score, all };
      }
      if (byAll.length >= FEW || hard.length === 1) return ranked(byAll, true);
      const known = new Set(byAll.map((hit) => hit.id));
      const bySome = ask("OR", hard).filter((hit) => !known.has(hit.id));
      return [...ranked(byAll, true), ...ranked(bySome, false).slice(0, MOST_BY_SOME)];
    }

    return { find, entries };
  }

  /** Splits a text into pieces, and says of each whether it was searched for. */
  function marked(text, found) {
    const pieces = [];
    let end = 0;
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)*/gu)) {
      if (!words(match[0]).some((word) => terms(word).some((term) => found.has(term)))) continue;
      if (match.index > end) pieces.push({ text: text.slice(end, match.index), is: false });
      pieces.push({ text: match[0], is: true });
      end = match.index + match[0].length;
    }
    if (end < text.length) pieces.push({ text: text.slice(end), is: false });
    return pieces;
  }

  /** Returns the part of a text that holds most of what was searched for. */
  function excerpt(text, found, length = 230) {
    if (text.length <= length * 1.3) return text;
    const places = [];
    for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const own = words(match[0]).flatMap(terms).find((term) => found.has(term));
      if (own) places.push({ at: match.index, own });
    }
    let best = { start: 0, worth: -1 };
    for (const { at } of places.length ? places : [{ at: 0 }]) {
      const within = places.filter((place) => place.at >= at && place.at < at + length - 40);
      const worth = new Set(within.map((place) => place.own)).size * 10 + within.length;
      if (worth > best.worth) best = { start: at, worth };
    }
    let start = Math.max(0, best.start - 40);
    if (start > 0) start = text.indexOf(" ", start) + 1;
    let end = start + length;
    if (end < text.length) end = text.lastIndexOf(" ", end);
    else end = text.length;
    return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
  }

  return { create, marked, excerpt };
})();

/** The page around the search: the field, the filter, the list, and the address. */
function searchPage(data) {
  const STEP = 20;
  const part = (id) => document.getElementById(id);
  const form = document.querySelector(".kb-search-page form");
  const field = part("kb-search-page");
  const box = part("search-results");
  const status = part("kb-search-status");
  const kinds = part("kb-search-kinds");
  const list = part("kb-search-list");
  const more = part("kb-search-more");
  const announced = part("kb-search-announced");
  const start = part("kb-search-start");
  /** The index: made with the first search, since making it keeps a slow phone busy. */
  let search = null;
  const state = { query: "", kind: "", shown: STEP };
  const title = document.title;
  /** Whether the field holds what the address does: the next letter begins another search. */
  let settled = true;
  let announcing = 0;
  let typing = 0;

  function element(tag, className, ...children) {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...children);
    return made;
  }

  const withMarks = (text, found) =>
    SiteSearch.marked(text, found).map((piece) =>
      piece.is ? element("mark", "", piece.text) : piece.text,
    );

  function result({ entry, terms }) {
    const link = element("a", "", ...withMarks(entry.title, terms));
    link.href = entry.address;
    const heading = element("h3", "kb-result__title", link);
    const kind = element("span", "badge badge-kind", data.kinds[entry.kind][0]);
    const about = element("p", "kb-result__about", kind, " ");
    if (entry.about) about.append(element("span", "", ...withMarks(entry.about, terms)));
    const item = element("li", "kb-result", heading, about);
    if (entry.text) {
      const shown = SiteSearch.excerpt(entry.text, terms);
      item.append(element("p", "kb-result__text", ...withMarks(shown, terms)));
    }
    for (const child of item.children) child.dir = "auto";
    return item;
  }

  function filter(hits) {
    const counts = new Map();
    for (const { entry } of hits) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
    if (!counts.has(state.kind)) state.kind = "";
    const choices = [["", "All", hits.length]];
    for (const [kind, [, many]] of Object.entries(data.kinds)) {
      if (counts.has(kind)) choices.push([kind, many, counts.get(kind)]);
    }
    kinds.hidden = choices.length < 3;
    kinds.replaceChildren(
      ...choices.map(([kind, label, count]) => {
        const button = element("button", "kb-kind", `${label} `, element("span", "", `${count}`));
        button.type = "button";
        button.dataset.kind = kind;
        button.setAttribute("aria-pressed", String(kind === state.kind));
        return button;
      }),
    );
  }

  function said(hits) {
    const things = hits.length === 1 ? "1 result" : `${hits.length} results`;
    const within = state.kind ? ` in ${data.kinds[state.kind][1]}` : "";
    const all = hits.filter((hit) => hit.all).length;
    if (all === hits.length) return `${things}${within} for “${state.query}”`;
    if (!all) {
      return `Nothing has all of these words. ${things}${within} for some of “${state.query}”`;
    }
    const first = all === 1 ? "The first has" : `The first ${all} have`;
    return `${things}${within} for “${state.query}”. ${first} all of its words`;
  }

  /** Shows what is found for the state; what was announced before is forgotten. */
  function show() {
    const asks = state.query !== "";
    document.title = asks ? `${state.query} – ${title}` : title;
    box.hidden = !asks;
    start.hidden = false;
    clearTimeout(announcing);
    if (!asks) {
      announced.textContent = "";
      return;
    }
    search ??= SiteSearch.create(data);
    const hits = search.find(state.query);
    filter(hits);
    const chosen = hits.filter(({ entry }) => !state.kind || entry.kind === state.kind);
    start.hidden = chosen.length > 0;
    list.replaceChildren(...chosen.slice(0, state.shown).map(result));
    more.hidden = chosen.length <= state.shown;
    more.textContent = `Show ${Math.min(STEP, chosen.length - state.shown)} more`;
    status.textContent = chosen.length
      ? said(chosen)
      : `Nothing is found for “${state.query}”. Try fewer or other words, or one of these pages.`;
    // Not at every key: a screen reader would speak without end.
    announcing = setTimeout(() => (announced.textContent = status.textContent), 600);
  }

  const address = () => {
    const asked = new URLSearchParams();
    if (state.query) asked.set("q", state.query);
    if (state.kind) asked.set("in", state.kind);
    return `${location.pathname}${state.query ? `?${asked}` : ""}`;
  };

  function keep(how) {
    history[how]({ shown: state.shown }, "", address());
  }

  function read() {
    clearTimeout(typing);
    settled = true;
    const asked = new URLSearchParams(location.search);
    state.query = (asked.get("q") ?? "").trim().slice(0, 200);
    state.kind = asked.get("in") ?? "";
    state.shown = history.state?.shown ?? STEP;
    field.value = state.query;
    show();
  }

  /** Searches for what is in the field. Each search is one step back, not each letter. */
  function ask() {
    clearTimeout(typing);
    const query = field.value.trim().slice(0, 200);
    if (query === state.query) return;
    const how = settled && state.query ? "pushState" : "replaceState";
    Object.assign(state, { query, kind: "", shown: STEP });
    settled = false;
    show();
    keep(how);
  }

  function settle() {
    ask();
    settled = true;
  }

  field.maxLength = 200;
  field.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(ask, 120);
  });
  field.addEventListener("blur", settle);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    settle();
  });
  kinds.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button) return;
    Object.assign(state, { kind: button.dataset.kind, shown: STEP });
    show();
    keep("pushState");
    kinds.querySelector('[aria-pressed="true"]')?.focus();
  });
  more.addEventListener("click", () => {
    const first = state.shown;
    state.shown += STEP;
    show();
    keep("replaceState");
    list.children[first]?.querySelector("a").focus();
  });
  // Up and down go through the results; Tab does so too.
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [...list.querySelectorAll("h3 a")];
    const here = links.indexOf(document.activeElement);
    const inField = document.activeElement === field;
    if (!step || box.hidden || (here < 0 && !(inField && step > 0))) return;
    const next = here + step;
    if (next >= links.length) return;
    event.preventDefault();
    (next < 0 ? field : links[next]).focus();
  });
  addEventListener("popstate", read);

  read();
  if (!state.query) field.focus({ preventScroll: true });
}

if (document.querySelector(".kb-search-page")) searchPage(window.KB_SEARCH);
