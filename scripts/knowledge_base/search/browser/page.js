/**
 * The search page: the field, the filter, the list, and the address. Text is never read as markup.
 *
 * @import { Facts } from "#shared/sentences.js"
 * @import { Found, Hit, SearchData } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { say } from "#shared/sentences.js";
import { excerpt, marked } from "./excerpts.js";
import { Search } from "./search.js";

/** How many results are shown at a time. */
const STEP = 20;
const LONGEST_QUERY = 200;

/**
 * A sentence of the page's wording, which stands before this script in its file.
 * @param {string} key
 * @param {Facts} facts
 */
const inWords = (key, facts) => say(/** @type {any} */ (window).KB_SEARCH_WORDING, key, facts);

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
    document.title = query ? inWords("title", { query, page: this.title }) : this.title;
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
    this.more.textContent = inWords("more", { number: Math.min(STEP, rest) });
    const corrected = slips.map(([word, spelling]) => inWords("corrected", { word, spelling }));
    this.status.textContent = chosen.length
      ? [...corrected, this.summary(chosen)].join(" ")
      : inWords("nothing", { query });
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
      button("", inWords("all_kinds", {}), hits.length),
      ...present.map(([kind, [, many]]) => button(kind, many, counts.get(kind))),
    );
  }

  /** @param {Hit[]} hits */
  summary(hits) {
    const { query, kind } = this.state;
    const whole = hits.filter((hit) => hit.all).length;
    return inWords("results", {
      query,
      number: hits.length,
      is_of_kind: kind !== "",
      kind: kind && this.data.kinds[kind][1],
      whole,
      words: whole === hits.length ? "all" : whole ? "first" : "some",
    });
  }

  /** @param {"pushState" | "replaceState"} how */
  keep(how) {
    const { query, kind, shown } = this.state;
    const parameters = new URLSearchParams();
    if (query) parameters.set("q", query);
    if (kind) parameters.set("in", kind);
    history[how]({ shown }, "", location.pathname + (query ? `?${parameters}` : ""));
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
    const parameters = new URLSearchParams(location.search);
    const query = (parameters.get("q") ?? this.missing()).trim().slice(0, LONGEST_QUERY);
    this.state = { query, kind: parameters.get("in") ?? "", shown: history.state?.shown ?? STEP };
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
