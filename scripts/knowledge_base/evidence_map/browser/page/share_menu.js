/**
 * The menu of what a reader can take away: the link, a print, files. What makes the files is fetched
 * when one is wanted.
 *
 * @import { Downloads } from "../downloads/downloads.js"
 * @import { Load } from "./elements.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";

/** The scripts with data that files need besides the one that makes them. */
const DATA = new Map([
  ["csv", "spreadsheet-data.js"],
  ["bib", "references-data.js"],
  ["ris", "references-data.js"],
]);

/**
 * @param {Words} words
 * @param {Load} load
 * @param {Element} status
 * @param {(downloads: Downloads, what: string) => Promise<string>} make
 */
export function createShareMenu(words, load, status, make) {
  const text = (/** @type {string} */ key, facts = {}) => words.say(`controls.${key}`, facts);
  const summary = element("summary", {}, text("share"));

  /** Copies the address and says so in a place that the reader can see. */
  async function copyLink(place = status) {
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
      place.textContent = text("copied");
    } catch {
      // Without a secure context there is no clipboard: offer the link itself.
      const label = text("link_label");
      const field = element("input", { type: "text", readonly: true, "aria-label": label });
      field.value = link;
      place.replaceChildren(text("copy_by_hand"), field);
      field.select();
    }
  }

  /** @param {string} what */
  async function take(what) {
    status.textContent = text("preparing");
    try {
      const data = DATA.get(what);
      await Promise.all(["downloads.js", ...(data ? [data] : [])].map(load));
      const downloads = /** @type {any} */ (globalThis).EvidenceMapDownloads;
      status.textContent = text("saved", { name: await make(downloads, what) });
    } catch (error) {
      status.textContent = text("not_saved");
      throw error;
    }
  }

  function close() {
    menu.open = false;
    summary.focus();
  }
  /**
   * @param {string} label
   * @param {() => void} action
   */
  function item(label, action) {
    const onclick = () => {
      close();
      action();
    };
    return element("li", {}, element("button", { type: "button", onclick }, label));
  }
  const files = Object.entries(words.files()).map(([what, label]) => item(label, () => take(what)));
  const menu = element(
    "details",
    { class: "em-drop em-take", name: "em-drop" },
    summary,
    element(
      "div",
      { class: "em-pop" },
      element(
        "ul",
        {},
        item(text("copy"), () => copyLink()),
        item(text("print"), () => window.print()),
      ),
      element("p", {}, text("take")),
      element("ul", {}, files),
    ),
  );
  return { element: menu, copyLink };
}
