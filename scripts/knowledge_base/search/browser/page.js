/**
 * The search page: the field, the filter, the list, and the address. Text is never read as markup.
 *
 * @import { Found, Hit, SearchData } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { excerpt, marked } from "./excerpts.js";
import { Search } from "./search.js";

/** How many results are shown at a time. */
const STEP = 20;
const LONGEST_QUERY = 200;

/**
 * A text with the words marked that were looked for.
 * @param {string} text
 * @param {RegExp} pattern
 */
const withMarks = (text, pattern) =>
  marked(text, pattern).map((piece) =>
    piece.isMatch ? element("mark", {}, piece.text) : piece.text,
  );

/**
 * @param {SearchData} data
 * @param {Hit} hit
 * @param {RegExp} pattern
 */
function resultOf({ kinds }, { entry }, pattern) {
  const link = element("a", { href: entry.address }, withMarks(entry.title, pattern));
  const kind = element("span", { class: "badge badge-kind" }, kinds[entry.kind][0]);
  const about = entry.about ? element("span", {}, withMarks(entry.about, pattern)) : null;
  const text = withMarks(excerpt(entry.text, pattern), pattern);
  return element(
    "li",
    { class: "kb-result" },
    element("h3", { class: "kb-result__title", dir: "auto" }, link),
    element("p", { class: "kb-result__about", dir: "auto" }, kind, " ", about),
    entry.text ? element("p", { class: "kb-result__text", dir: "auto" }, text) : null,
  );
}

/** @param {string} id */
const part = (id) => find(HTMLElement, `#${id}`);

class SearchPage {
  form = find(HTMLFormElement, ".kb-search-page form");
  field = find(HTMLInputElement, "input#kb-search-page");
  box = part("search-results");
  status = part("kb-search-status");
  kinds = part("kb-search-kinds");
  list = part("kb-search-list");
  more = part("kb-search-more");
  announced = part("kb-search-announced");
  start = part("kb-search-start");
  state = { query: "", kind: "", shown: STEP };
  title = document.title;
  /** Whether the field holds what the address does: the next letter begins another search. */
  isSettled = true;
  announcing = 0;
  typing = 0;

  /** @param {SearchData} data */
  constructor(data) {
    this.data = data;
    this.search = new Search(data);
  }

  begin() {
    this.field.maxLength = LONGEST_QUERY;
    this.listen();
    this.read();
    if (!this.state.query) this.field.focus({ preventScroll: true });
  }

  listen() {
    this.field.addEventListener("input", () => {
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.ask(), 120);
    });
    this.field.addEventListener("blur", () => this.settle());
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.settle();
    });
    this.kinds.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (button) this.choose(button.dataset.kind ?? "");
    });
    this.more.addEventListener("click", () => this.showMore());
    document.addEventListener("keydown", (event) => this.move(event));
    addEventListener("popstate", () => this.read());
  }

  /** Shows what is found for the state; what was announced before is forgotten. */
  show() {
    const { query } = this.state;
    document.title = query ? `${query} – ${this.title}` : this.title;
    this.box.hidden = !query;
    this.start.hidden = false;
    clearTimeout(this.announcing);
    if (!query) {
      this.announced.textContent = "";
      return;
    }
    this.showFound(this.search.find(query));
    // Not at every key: a screen reader would speak without end.
    this.announcing = setTimeout(() => {
      this.announced.textContent = this.status.textContent;
    }, 600);
  }

  /** @param {Found} found */
  showFound({ hits, slips, pattern }) {
    this.showKinds(hits);
    const { query, kind, shown } = this.state;
    const chosen = hits.filter(({ entry }) => !kind || entry.kind === kind);
    const rest = chosen.length - shown;
    this.start.hidden = chosen.length > 0;
    this.list.replaceChildren(
      ...chosen.slice(0, shown).map((hit) => resultOf(this.data, hit, pattern)),
    );
    this.more.hidden = rest <= 0;
    this.more.textContent = `Show ${Math.min(STEP, rest)} more`;
    const nothing = `Nothing on this site matches “${query}”. Try fewer or other words, or one of these pages.`;
    const corrected = slips.map(
      ([word, meant]) => `Nothing has “${word}”, so this looks for “${meant}”. `,
    );
    this.status.textContent = chosen.length ? corrected.join("") + this.inWords(chosen) : nothing;
  }

  /** @param {Hit[]} hits */
  showKinds(hits) {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { entry } of hits) counts.set(entry.kind, (counts.get(entry.kind) ?? 0) + 1);
    if (!counts.has(this.state.kind)) this.state.kind = "";
    const present = Object.entries(this.data.kinds).filter(([kind]) => counts.has(kind));
    const button = (/** @type {string} */ kind, /** @type {string} */ label, count = 0) =>
      element(
        "button",
        {
          type: "button",
          class: "kb-kind",
          "data-kind": kind,
          "aria-pressed": String(kind === this.state.kind),
        },
        `${label} `,
        element("span", {}, String(count)),
      );
    this.kinds.hidden = present.length < 2;
    this.kinds.replaceChildren(
      button("", "All", hits.length),
      ...present.map(([kind, [, many]]) => button(kind, many, counts.get(kind))),
    );
  }

  /** @param {Hit[]} hits */
  inWords(hits) {
    const { query, kind } = this.state;
    const things = hits.length === 1 ? "1 result" : `${hits.length} results`;
    const found = kind ? `${things} in ${this.data.kinds[kind][1]}` : things;
    const all = hits.filter((hit) => hit.all).length;
    if (all === hits.length) return `${found} for “${query}”`;
    if (!all) return `Nothing has all of these words. ${found} for some of “${query}”`;
    const first = all === 1 ? "The first has" : `The first ${all} have`;
    return `${found} for “${query}”. ${first} all of its words`;
  }

  /** @param {"pushState" | "replaceState"} how */
  keep(how) {
    const { query, kind, shown } = this.state;
    const asked = new URLSearchParams();
    if (query) asked.set("q", query);
    if (kind) asked.set("in", kind);
    history[how]({ shown }, "", location.pathname + (query ? `?${asked}` : ""));
  }

  /** The words of an address that leads nowhere; none on the search page itself. */
  missing() {
    if (!("fromAddress" in this.form.dataset) || location.pathname.endsWith("/404.html")) return "";
    const name =
      location.pathname
        .replace(/\/?(index)?(\.html?)?$/, "")
        .split("/")
        .pop() ?? "";
    return name.replace(/(%[0-9a-f]{2}|[\W_])+/gi, " ");
  }

  /** Takes the state from the address. */
  read() {
    clearTimeout(this.typing);
    this.isSettled = true;
    const asked = new URLSearchParams(location.search);
    const query = (asked.get("q") ?? this.missing()).trim().slice(0, LONGEST_QUERY);
    this.state = { query, kind: asked.get("in") ?? "", shown: history.state?.shown ?? STEP };
    this.field.value = query;
    this.show();
  }

  /** Searches for what is in the field. Each search is one step back, not each letter. */
  ask() {
    clearTimeout(this.typing);
    const query = this.field.value.trim().slice(0, LONGEST_QUERY);
    if (query === this.state.query) return;
    const how = this.isSettled && this.state.query ? "pushState" : "replaceState";
    this.state = { query, kind: "", shown: STEP };
    this.isSettled = false;
    this.show();
    this.keep(how);
  }

  settle() {
    this.ask();
    this.isSettled = true;
  }

  /** @param {string} kind */
  choose(kind) {
    Object.assign(this.state, { kind, shown: STEP });
    this.show();
    this.keep("pushState");
    find(HTMLElement, '[aria-pressed="true"]', this.kinds).focus();
  }

  showMore() {
    const first = this.state.shown;
    this.state.shown += STEP;
    this.show();
    this.keep("replaceState");
    this.list.children[first]?.querySelector("a")?.focus();
  }

  /**
   * Up and down go through the results; Tab does so too.
   * @param {KeyboardEvent} event
   */
  move(event) {
    const { field, list, box } = this;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.isComposing)
      return;
    const step = Number(event.key === "ArrowDown") - Number(event.key === "ArrowUp");
    /** @type {HTMLElement[]} */
    const links = [...list.querySelectorAll("h3 a")].filter((link) => link instanceof HTMLElement);
    const here = links.findIndex((link) => link === document.activeElement);
    const isInField = document.activeElement === field;
    if (!step || box.hidden || (here < 0 && !(isInField && step > 0))) return;
    const next = here + step;
    if (next >= links.length) return;
    event.preventDefault();
    (next < 0 ? field : links[next]).focus();
  }
}

if (document.querySelector(".kb-search-page")) {
  new SearchPage(/** @type {any} */ (window).KB_SEARCH).begin();
}

/** For tests: the search without its page. */
export const create = (/** @type {SearchData} */ data) => new Search(data);
