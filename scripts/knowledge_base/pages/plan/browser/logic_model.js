/**
 * The logic model: choosing a box brings out all paths through it, with what their next arrows rest
 * on; choosing an arrow, what that one rests on. Without it, arrows lead to their rows in the table.
 */

import { choiceInAddress, keepInAddress, namesChoice } from "#shared/address.js";
import { element, find } from "#shared/elements.js";

/** @param {Element | null | undefined} part */
const textOf = (part) => (part?.textContent ?? "").trim();

/**
 * An arrow and what it rests on, as its row in the table has them.
 * @param {string} number
 */
function rowOf(number) {
  const row = document.getElementById(`arrow-${number}`)?.closest("tr");
  if (!row) throw new Error(`The table has no arrow ${number}`);
  const [title, support] = row.cells;
  const nodes = [...support.childNodes].map((node) => node.cloneNode(true));
  return { title: textOf(title), support: nodes };
}

/** @param {string} number */
function itemOf(number) {
  const { title, support } = rowOf(number);
  return element("li", {}, element("b", {}, title), ": ", ...support);
}

class LogicModel {
  panel = find(HTMLElement, "#lm-open");
  chosen = "";

  /** @param {HTMLElement} figure */
  constructor(figure) {
    this.figure = figure;
    /** @type {SVGElement[]} */
    this.arrows = [...figure.querySelectorAll("g.lm-arrow")].filter((g) => g instanceof SVGElement);
    /** @type {SVGElement[]} */
    this.boxes = [...figure.querySelectorAll("g.lm-box")].filter((g) => g instanceof SVGElement);
    for (const part of [...this.arrows, ...this.boxes]) {
      part.querySelector("a")?.addEventListener("click", (event) => {
        event.preventDefault();
        this.choose(part.dataset.node ?? part.dataset.number ?? "");
        this.panel.focus({ preventScroll: true });
        this.figure.querySelector(".lm-wide")?.scrollIntoView({ block: "nearest" });
      });
    }
    find(HTMLElement, "button", this.panel).addEventListener("click", () => this.close());
    figure.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.chosen) this.close();
    });
    window.addEventListener("hashchange", () => {
      if (namesChoice()) this.follow();
    });
  }

  /** Takes the choice from the address. */
  follow() {
    const chosen = choiceInAddress().get("show") ?? "";
    const isThere = [...this.arrows, ...this.boxes].some(
      ({ dataset }) => chosen && [dataset.node, dataset.number].includes(chosen),
    );
    this.show(isThere ? chosen : "");
  }

  /** Chooses a box by its id, an arrow by its number, or with "" nothing. */
  choose(/** @type {string} */ what) {
    this.show(what);
    keepInAddress(what ? [["show", what]] : []);
  }

  /** Shows all again; the focus goes back to what was chosen. */
  close() {
    const parts = [...this.arrows, ...this.boxes];
    const own = parts.filter(({ dataset }) => (dataset.node ?? dataset.number) === this.chosen);
    this.choose("");
    for (const part of own) part.querySelector("a")?.focus({ preventScroll: true });
  }

  show(/** @type {string} */ what) {
    this.chosen = what;
    const box = this.boxes.find(({ dataset }) => dataset.node === what);
    const [before, after] = [box?.dataset.before, box?.dataset.after].map(
      (numbers) => numbers?.split(" ").filter(Boolean) ?? [],
    );
    const lit = new Set(box ? [...before, ...after] : [what]);
    /** @type {Set<string | undefined>} */
    const ends = new Set([what]);
    for (const { dataset } of this.arrows) {
      if (lit.has(dataset.number ?? "")) ends.add(dataset.from).add(dataset.to);
    }
    for (const part of this.arrows) this.mark(part, lit.has(part.dataset.number ?? ""));
    for (const part of this.boxes) this.mark(part, ends.has(part.dataset.node));
    this.describe(box, before, after);
  }

  /**
   * Brings a part out, or lets it recede: then it takes no focus.
   * @param {SVGElement} part
   * @param {boolean} isLit
   */
  mark(part, isLit) {
    const isOff = Boolean(this.chosen) && !isLit;
    part.classList.toggle("lm-off", isOff);
    const { node, number } = part.dataset;
    part.classList.toggle("lm-on", Boolean(this.chosen) && this.chosen === (node ?? number));
    const link = part.querySelector("a");
    if (isOff) link?.setAttribute("tabindex", "-1");
    else link?.removeAttribute("tabindex");
  }

  /**
   * Says in the panel what the arrows at a box, or one arrow, rest on.
   * @param {SVGElement | undefined} box
   * @param {string[]} before
   * @param {string[]} after
   */
  describe(box, before, after) {
    const { panel, chosen } = this;
    panel.hidden = !chosen;
    if (!chosen) return;
    const nextTo = (/** @type {string[]} */ numbers, /** @type {"from" | "to"} */ end) =>
      new Set(
        this.arrows
          .filter(({ dataset }) => dataset[end] === chosen)
          .map(({ dataset }) => dataset.number ?? "")
          .filter((number) => numbers.includes(number)),
      );
    const title = find(HTMLElement, "#lm-open-title");
    const summary = find(HTMLElement, ".lm-summary", panel);
    const link = box?.querySelector("a");
    if (link) {
      const words = link.getAttribute("aria-label") ?? "";
      title.replaceChildren(element("a", { href: link.getAttribute("href") }, words));
      summary.replaceChildren(box?.dataset.summary ?? "");
    } else {
      const row = rowOf(chosen);
      title.replaceChildren(row.title);
      summary.replaceChildren(...row.support);
    }
    for (const [name, numbers] of /** @type {const} */ ([
      ["before", nextTo(before, "to")],
      ["after", nextTo(after, "from")],
    ])) {
      const part = find(HTMLElement, `.lm-${name}`, panel);
      part.hidden = !numbers.size;
      find(HTMLElement, "ul", part).replaceChildren(...[...numbers].map(itemOf));
    }
  }
}

const figure = document.querySelector(".kb-lm");
if (figure instanceof HTMLElement) new LogicModel(figure).follow();
