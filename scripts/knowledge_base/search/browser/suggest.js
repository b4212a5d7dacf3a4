/**
 * Suggestions under the search field of a page's header while one types: a combobox as the ARIA
 * Authoring Practices have it. Loaded when the field is first used; without it the form still
 * searches.
 *
 * @import { Entry } from "./types.js"
 */

import { element, find } from "#shared/elements.js";
import { label } from "#shared/labels.js";
import { Search } from "./search.js";

const MOST = 6;

class Suggestions {
  search = new Search(/** @type {any} */ (window).KB_TITLES);
  list = element("ul", {
    id: "kb-suggestions",
    class: "kb-suggestions",
    role: "listbox",
    "aria-label": label("suggestions"),
    hidden: true,
  });
  /** The suggestion that Enter leads to; -1 while it searches for what was typed. */
  active = -1;

  /** @param {HTMLInputElement} field */
  constructor(field) {
    this.field = field;
  }

  begin() {
    const { field } = this;
    const properties = {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": "false",
      "aria-controls": this.list.id,
    };
    for (const [name, value] of Object.entries(properties)) field.setAttribute(name, value);
    field.after(this.list);
    field.addEventListener("input", () => this.suggest());
    field.addEventListener("keydown", (event) => this.press(event));
    field.addEventListener("blur", () => this.close());
    this.suggest();
  }

  get options() {
    return [...this.list.children];
  }

  suggest() {
    const { hits } = this.search.find(this.field.value.trim());
    const best = hits.filter((hit) => hit.all).slice(0, MOST);
    this.list.replaceChildren(...best.map(({ entry }, number) => this.option(entry, number)));
    this.list.hidden = !best.length;
    this.field.setAttribute("aria-expanded", String(best.length > 0));
    this.choose(-1);
  }

  /**
   * @param {Entry} entry
   * @param {number} number
   */
  option(entry, number) {
    const [kind] = this.search.data.kinds[entry.kind];
    return element(
      "li",
      {
        id: `kb-suggestion-${number}`,
        role: "option",
        "data-address": entry.address,
        // Pressed before the field loses the focus, which closes the list.
        onmousedown: (/** @type {MouseEvent} */ event) => event.preventDefault(),
        onclick: () => this.follow(entry.address),
      },
      entry.title,
      " ",
      // Several pages have parts of one name: where each is tells them apart.
      element("span", {}, entry.kind === "page" ? entry.about || kind : kind),
    );
  }

  /** @param {string} address */
  follow(address) {
    this.close();
    location.assign((document.documentElement.dataset.content_root ?? "") + address);
  }

  close() {
    this.list.hidden = true;
    this.field.setAttribute("aria-expanded", "false");
    this.choose(-1);
  }

  /** @param {number} number */
  choose(number) {
    this.active = number;
    for (const [position, option] of this.options.entries()) {
      option.setAttribute("aria-selected", String(position === number));
    }
    if (number < 0) this.field.removeAttribute("aria-activedescendant");
    else this.field.setAttribute("aria-activedescendant", `kb-suggestion-${number}`);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    if (event.isComposing) return;
    const step = Number(event.key === "ArrowDown") - Number(event.key === "ArrowUp");
    if (this.list.hidden) {
      if (step > 0 && this.field.value) this.suggest();
      return;
    }
    const address = this.options[this.active]?.getAttribute("data-address");
    if (event.key === "Escape") this.close();
    else if (event.key === "Enter" && address) this.follow(address);
    else if (step) {
      // Past either end is the field itself.
      const places = this.options.length + 1;
      this.choose(((this.active + 1 + step + places) % places) - 1);
    } else return;
    event.preventDefault();
  }
}

new Suggestions(find(HTMLInputElement, "#kb-search-header")).begin();
