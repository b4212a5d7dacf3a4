/**
 * What the page's frame does beyond plain HTML: light and dark, the menu on small windows, the
 * page's contents at the side, tables that scroll or stack, copying code. Every page reads
 * without it.
 */

import { element } from "#shared/elements.js";
import { label } from "#shared/labels.js";
import { contents } from "./contents.js";
import { menu } from "./menu.js";
import { notesBesideLinks } from "./notes.js";
import { report } from "./report.js";
import { scrollingRegions, stackedTables } from "./tables.js";

/** The button in the header that changes between light and dark. */
function colourMode() {
  const button = document.querySelector(".kb-mode");
  if (!button) return;
  const { dataset } = document.documentElement;
  const show = () => button.setAttribute("aria-pressed", String(dataset.theme === "dark"));
  button.addEventListener("click", () => {
    dataset.theme = dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("mode", dataset.theme);
    } catch {
      // The choice lasts for this page only.
    }
    show();
  });
  show();
}

/** A button on each block of code that copies it. Needs a secure page (https or localhost). */
function copyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll("div.highlight")) {
    if (block.closest(".kb-made")) continue;
    const onclick = async () => {
      await navigator.clipboard.writeText(block.querySelector("pre")?.textContent ?? "");
      button.textContent = label("copied");
      setTimeout(() => {
        button.textContent = label("copy");
      }, 2000);
    };
    const button = element("button", { type: "button", class: "kb-copy", onclick }, label("copy"));
    block.append(button);
  }
}

/** Ctrl+K or Cmd+K goes to the search field. */
function searchKey() {
  document.addEventListener("keydown", (event) => {
    if (event.key?.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    /** @type {NodeListOf<HTMLInputElement>} */
    const fields = document.querySelectorAll("input[type=search]");
    const field = [...fields].find((one) => one.offsetParent !== null);
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

/** The suggestions of the search, once somebody is at its field. */
function suggestions() {
  const field = document.getElementById("kb-search-header");
  const load = () => {
    const root = document.documentElement.dataset.content_root ?? "";
    document.head.append(element("script", { src: `${root}search/suggest.js` }));
  };
  field?.addEventListener("focus", load, { once: true });
  if (field && field === document.activeElement) load();
}

colourMode();
menu();
contents();
scrollingRegions();
stackedTables();
copyButtons();
notesBesideLinks();
searchKey();
suggestions();
report();
