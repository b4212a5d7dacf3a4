/**
 * Words that explain themselves: the explanation opens beside the word by pointer, focus or touch,
 * stays while the pointer is on either, and closes by Escape. Without this they are links.
 */

import { element } from "#shared/elements.js";

/** How long the pointer may take from the word to its explanation, in milliseconds. */
const PAUSE = 250;

/**
 * @param {HTMLElement} word
 * @param {HTMLElement} note
 */
function place(word, note) {
  const beside = word.getClientRects()[0] ?? word.getBoundingClientRect();
  const { clientHeight, clientWidth } = document.documentElement;
  const room = clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(beside.left, room))}px`;
  const below = beside.bottom + 4;
  const isRoomBelow = below + note.offsetHeight <= clientHeight;
  note.style.top = `${isRoomBelow ? below : Math.max(4, beside.top - note.offsetHeight - 4)}px`;
}

/** The explanation that is open, if any. */
class Explanation {
  /** @type {{ word: HTMLElement, note: HTMLElement } | null} */
  open = null;
  waiting = 0;

  close() {
    clearTimeout(this.waiting);
    if (this.open) this.open.note.hidden = true;
    this.open = null;
  }

  /** A moment, so that the pointer can cross from the word to its explanation. */
  closeSoon() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.close(), PAUSE);
  }

  /**
   * @param {HTMLElement} word
   * @param {HTMLElement} note
   */
  show(word, note) {
    clearTimeout(this.waiting);
    if (this.open?.note === note) return;
    this.close();
    note.hidden = false;
    place(word, note);
    this.open = { word, note };
  }

  follow() {
    if (this.open) place(this.open.word, this.open.note);
  }

  /** @param {EventTarget | null} target */
  isAt(target) {
    const parts = this.open ? [this.open.word, this.open.note] : [];
    return target instanceof Node && parts.some((part) => part.contains(target));
  }
}

/**
 * Puts the explanation behind a word.
 * @param {HTMLElement} word
 * @param {number} position
 */
function noteFor(word, position) {
  const id = `kb-explanation-${position + 1}`;
  const text = word.dataset.explanation ?? "";
  const note = element(
    "span",
    { class: "kb-explanation", id, role: "tooltip", hidden: true },
    text,
  );
  word.after(note);
  word.setAttribute("aria-describedby", id);
  // The explanation says it: a second one by the browser would cover it.
  word.querySelector("abbr")?.removeAttribute("title");
  return note;
}

/**
 * @param {Explanation} explanation
 * @param {HTMLElement} word
 * @param {HTMLElement} note
 */
function listen(explanation, word, note) {
  for (const part of [word, note]) {
    part.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse") explanation.show(word, note);
    });
    part.addEventListener("pointerleave", (event) => {
      const isMouse = event.pointerType === "mouse";
      if (isMouse && document.activeElement !== word) explanation.closeSoon();
    });
  }
  word.addEventListener("focus", () => {
    if (word.matches(":focus-visible")) explanation.show(word, note);
  });
  word.addEventListener("blur", () => explanation.closeSoon());
  // By touch the first tap explains, and a second one follows the link.
  let isFirstTap = false;
  word.addEventListener("pointerdown", (event) => {
    isFirstTap = event.pointerType === "touch" && explanation.open?.note !== note;
  });
  word.addEventListener("click", (event) => {
    if (!isFirstTap) return;
    event.preventDefault();
    isFirstTap = false;
    explanation.show(word, note);
  });
}

export function explainedWords() {
  const explanation = new Explanation();
  /** @type {NodeListOf<HTMLElement>} */
  const words = document.querySelectorAll("a.kb-term");
  for (const [position, word] of words.entries()) {
    listen(explanation, word, noteFor(word, position));
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") explanation.close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (!explanation.isAt(event.target)) explanation.close();
  });
  addEventListener("scroll", () => explanation.follow(), { capture: true, passive: true });
}
