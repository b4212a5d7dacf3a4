/**
 * The panel: the records of a cell, a node or a line, or a path. On a wide window it stands beside
 * the view, which stays in use; on a narrow one it is a sheet over it.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Result, State } from "../types.js"
 * @import { Change, Open } from "./app.js"
 * @import { Card } from "./card.js"
 * @import { Content } from "./panel_contents.js"
 * @import { Words } from "./words.js"
 */

import { element } from "#shared/elements.js";
import { createCards } from "./cards.js";
import { PanelContents } from "./panel_contents.js";
import { PathReader } from "./path_reader.js";
import { encode } from "./state.js";

/** Where the panel covers the view, as in map.css; on paper it never does. */
const NARROW = "screen and (max-width: 1339px)";

const button = (/** @type {string} */ text, /** @type {() => void} */ onclick) =>
  element("button", { type: "button", class: "em-close", onclick }, text);

/**
 * What shows a dialog: as a modal one only where it covers the view, also once the window changes.
 * @param {HTMLDialogElement} dialog
 * @param {() => void} close
 */
function appearance(dialog, close) {
  const narrow = matchMedia(NARROW);
  const appear = () => (narrow.matches ? dialog.showModal() : dialog.show());
  narrow.addEventListener("change", () => {
    if (!dialog.open) return;
    dialog.close();
    appear();
  });
  // Browsers close modal dialogs only.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !dialog.open) return;
    if (!document.querySelector(".em-drop[open]")) close();
  });
  return appear;
}

/**
 * @param {Engine} engine
 * @param {Words} words
 * @param {Card} card
 * @param {Change} change
 * @param {Open} open
 * @param {() => void} closed
 * @param {(place: HTMLElement) => void} copyLink
 */
export function createPanel(engine, words, card, change, open, closed, copyLink) {
  const cards = createCards(engine, words, card);
  const contents = new PanelContents(engine, words, cards, change, open);
  const pathReader = new PathReader(engine, words, cards);
  const body = element("div", { class: "em-panel-body" });
  const title = element("h2", { id: "em-panel-title", tabindex: "-1" });
  const status = element("p", { role: "status" });
  const copy = button(words.say("controls.copy"), () => copyLink(status));
  // The event of closing comes a moment late; a key pressed meanwhile must find the focus in place.
  const close = () => {
    dialog.close();
    closed();
  };
  const dialog = element(
    "dialog",
    {
      class: "em-panel",
      "aria-labelledby": "em-panel-title",
      onclose() {
        if (!dialog.open) closed();
      },
      onclick: (/** @type {Event} */ event) => {
        if (event.target === dialog) close();
      },
    },
    element("div", { class: "em-panel-head" }, title, button(words.say("panel.close"), close)),
    body,
    element("div", { class: "em-panel-foot" }, copy, status),
  );
  const appear = appearance(dialog, close);

  /** @returns {Content} */
  function contentOf(/** @type {State} */ state, /** @type {Result} */ result) {
    if (!state.open) return pathReader.read(state.path, result);
    const [kind, id] = state.open.split(/:(.*)/);
    if (kind === "cell" || kind === "bearing") return contents[kind](id, result);
    return contents.node(state.open, result);
  }

  let shown = "";
  let subject = "";
  /**
   * @param {State} state
   * @param {Result} result
   */
  function update(state, result) {
    if (!state.open && !state.path) {
      shown = "";
      if (dialog.open) dialog.close();
      return;
    }
    const key = encode({ ...state, view: "picture" });
    if (key === shown && dialog.open) return;
    const { title: about, parts } = contentOf(state, result);
    status.textContent = "";
    title.textContent = about;
    body.replaceChildren(...parts.filter((part) => part !== null && part !== undefined));
    shown = key;
    // A filter changes what it shows, and leaves the reader where they are.
    const isSame = subject === (state.open || state.path);
    if (dialog.open && isSame) return;
    subject = state.open || state.path;
    if (!dialog.open) appear();
    body.scrollTop = 0;
    title.focus({ preventScroll: true });
  }
  return { element: dialog, update };
}
