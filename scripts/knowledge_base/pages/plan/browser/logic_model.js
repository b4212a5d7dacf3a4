/**
 * The logic model: shows what an arrow rests on beneath the drawing, and picks out what leads to
 * one kind of outcome. Without it, arrows lead to their rows in the table.
 */

import { choiceInAddress, keepInAddress, namesChoice } from "#shared/address.js";
import { element, find } from "#shared/elements.js";

/** @param {string | undefined} number */
function rowOf(number) {
  const row = document.getElementById(`arrow-${number}`)?.closest("tr");
  if (!row) throw new Error(`The table has no arrow ${number}`);
  return row;
}

/** @param {Element} box */
const textOf = (box) => (box.textContent ?? "").trim();

/**
 * What an arrow rests on, in a panel beneath the drawing.
 * @param {HTMLElement} figure
 * @param {HTMLTableElement} table
 */
function openArrows(figure, table) {
  const panel = find(HTMLElement, "#lm-open");
  /** @type {NodeListOf<SVGElement>} */
  const arrows = figure.querySelectorAll(".lm-arrow");

  /** @param {HTMLElement | SVGElement} from */
  function close(from) {
    panel.hidden = true;
    for (const arrow of arrows) arrow.classList.remove("lm-on");
    from.focus();
  }

  /**
   * @param {string | undefined} number
   * @param {HTMLElement | SVGElement} from
   */
  function open(number, from) {
    const [title, rests, other] = rowOf(number).cells;
    const head = table.tHead?.rows[0].cells[2];
    panel.replaceChildren(
      element("p", { class: "kb-lm-title" }, textOf(title)),
      element("div", {}, ...[...rests.childNodes].map((node) => node.cloneNode(true))),
      element("p", {}, `${head ? textOf(head) : ""}: ${textOf(other)}`),
      element("button", { type: "button", onclick: () => close(from) }, "Close"),
    );
    panel.hidden = false;
    for (const arrow of arrows) arrow.classList.toggle("lm-on", arrow.dataset.number === number);
    panel.focus();
  }

  for (const arrow of arrows) {
    const link = arrow.querySelector("a");
    link?.addEventListener("click", (event) => {
      event.preventDefault();
      open(arrow.dataset.number, link);
    });
  }
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") panel.querySelector("button")?.click();
  });
}

/**
 * @param {SVGElement} part
 * @param {boolean} fits
 */
function pickOut(part, fits) {
  part.classList.toggle("lm-off", !fits);
  if (!part.classList.contains("lm-arrow")) return;
  const link = part.querySelector("a");
  if (fits) link?.removeAttribute("tabindex");
  else link?.setAttribute("tabindex", "-1");
}

/**
 * What leads to one kind of outcome.
 * @param {HTMLElement} figure
 * @param {HTMLFormElement} form
 */
function filterArrows(figure, form) {
  /** @type {NodeListOf<HTMLInputElement>} */
  const radios = form.querySelectorAll("input");
  const chosen = () => find(HTMLInputElement, "input:checked", form);

  function show() {
    const wanted = chosen().value;
    /** @type {NodeListOf<SVGElement>} */
    const parts = figure.querySelectorAll("[data-reaches]");
    for (const part of parts) {
      pickOut(part, wanted === "all" || (part.dataset.reaches ?? "").split(" ").includes(wanted));
    }
    let arrows = 0;
    /** @type {NodeListOf<SVGElement>} */
    const drawn = document.querySelectorAll(".kb-lm-wide .lm-arrow");
    for (const arrow of drawn) {
      const isOff = arrow.classList.contains("lm-off");
      rowOf(arrow.dataset.number).hidden = isOff;
      arrows += isOff ? 0 : 1;
    }
    const label = chosen().parentElement;
    const count = `${arrows} ${arrows === 1 ? "arrow" : "arrows"}`;
    find(HTMLElement, "#lm-status").textContent = `${label ? textOf(label) : ""}: ${count}.`;
  }

  function follow() {
    const wanted = choiceInAddress().get("show") ?? "all";
    for (const radio of radios) radio.checked = radio.value === wanted;
    if (!form.querySelector("input:checked")) radios[0].checked = true;
    show();
  }

  form.addEventListener("change", () => {
    show();
    keepInAddress(chosen().value === "all" ? [] : [["show", chosen().value]]);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("hashchange", () => {
    if (namesChoice()) follow();
  });
  form.hidden = false;
  follow();
}

const figure = document.querySelector(".kb-lm");
const form = document.getElementById("lm-filter");
const table = document.querySelector("table.kb-lm-arrows");
if (
  figure instanceof HTMLElement &&
  form instanceof HTMLFormElement &&
  table instanceof HTMLTableElement
) {
  openArrows(figure, table);
  filterArrows(figure, form);
}
