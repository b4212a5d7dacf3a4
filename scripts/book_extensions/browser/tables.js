/** Tables and other wide boxes on narrow screens. */

import { label } from "#shared/labels.js";

/** @param {Element} box */
function labelOf(box) {
  if (box.matches("pre")) return label("code");
  const caption = box.querySelector("caption .caption-text")?.textContent;
  return caption ? label("captioned_table").replace("{caption}", () => caption) : label("table");
}

/** @param {Element} box */
function fitScrolling(box) {
  const isScrolling = box.scrollWidth > box.clientWidth + 1;
  box.classList.toggle("scrolls", isScrolling);
  if (!isScrolling) {
    for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
    return;
  }
  box.setAttribute("tabindex", "0");
  // Not a region: a page with many tables would have as many landmarks.
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", labelOf(box));
}

/** Boxes that scroll sideways can be reached and moved by keyboard, and say what they are. */
export function scrollingRegions() {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) fitScrolling(target);
  });
  for (const box of document.querySelectorAll(".table-frame, .cell_output, .highlight pre")) {
    observer.observe(box);
  }
}

/** The roles of the parts of a table. */
const ROLES = [
  ["thead, tbody", "rowgroup"],
  ["tr", "row"],
  ["thead th", "columnheader"],
  ["tbody th", "rowheader"],
  ["td", "cell"],
];

/** A table whose rows are shown as cards stays a table for screen readers. */
export function stackedTables() {
  const narrow = matchMedia("(max-width: 47.99rem)");
  const set = (/** @type {Element} */ part, /** @type {string} */ role) => {
    if (narrow.matches) part.setAttribute("role", role);
    else part.removeAttribute("role");
  };
  const fit = () => {
    for (const table of document.querySelectorAll("table.stacks")) {
      set(table, "table");
      for (const [selector, role] of ROLES) {
        for (const part of table.querySelectorAll(selector)) set(part, role);
      }
    }
  };
  narrow.addEventListener("change", fit);
  if (narrow.matches) fit();
}
