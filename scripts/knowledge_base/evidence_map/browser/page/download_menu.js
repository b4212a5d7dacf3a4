/**
 * The menu of what a reader can take away. What makes the files is fetched when one is wanted.
 *
 * @import { Downloads } from "../downloads/downloads.js"
 */

import { element } from "#shared/elements.js";
import { createLoader } from "./elements.js";

/** What a file needs besides the script that makes it, its name, and what the menu calls it. */
const FILES = [
  ["csv", "Claims as a spreadsheet (CSV)", "spreadsheet-data.js"],
  ["bib", "References (BibTeX)", "references-data.js"],
  ["ris", "References (RIS)", "references-data.js"],
  ["graphml", "Graph (GraphML)"],
  ["map.svg", "Gap map as a picture (SVG)"],
  ["map.png", "Gap map as a picture (PNG)"],
  ["slide.svg", "Gap map for a slide (SVG)"],
  ["slide.png", "Gap map for a slide (PNG)"],
  ["graph.svg", "Graph as a picture (SVG)"],
  ["graph.png", "Graph as a picture (PNG)"],
];

/**
 * @param {string} base The address of the map's files.
 * @param {Element} status
 * @param {(downloads: Downloads, what: string) => Promise<string>} make
 */
export function createDownloadMenu(base, status, make) {
  const load = createLoader(base);
  const summary = element("summary", {}, "Download");

  /** @param {string[]} file */
  async function take([what, , ...data]) {
    status.textContent = "Preparing the file …";
    try {
      await Promise.all(["downloads.js", ...data].map(load));
      const downloads = /** @type {any} */ (globalThis).EvidenceMapDownloads;
      status.textContent = `Downloaded ${await make(downloads, what)}.`;
    } catch (error) {
      status.textContent = "The file could not be made. Please reload the page and try again.";
      throw error;
    }
  }

  function close() {
    menu.open = false;
    summary.focus();
  }
  const items = FILES.map((file) => {
    const onclick = () => {
      close();
      take(file);
    };
    return element("li", {}, element("button", { type: "button", onclick }, file[1]));
  });
  const onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === "Escape" && menu.open) close();
  };
  const menu = element(
    "details",
    { class: "em-drop em-take", name: "em-drop", onkeydown },
    summary,
    element(
      "div",
      { class: "em-pop" },
      element("p", {}, "What the filters leave, in a file:"),
      element("ul", {}, items),
    ),
  );
  return menu;
}
