/**
 * Notes beside words and numbers: what a word of the glossary means, what a citation leads to. A
 * note opens by pointer, focus or touch, stays while the pointer is on either, and closes by
 * Escape. Without this they are links.
 */

import { element } from "#shared/elements.js";

const TERM = "a.kb-term";
const CITATION = "a.kb-cite__link";

/** How long the pointer may take from the link to its note, in milliseconds. */
const PAUSE = 250;

/** What a place in the list at the foot of the page says. @param {Element} item */
function words(item) {
  const parts = item.querySelectorAll(":scope > :is(.fallen, .kb-cited__claim, .kb-cited__read)");
  const texts = [...parts].map((part) => part.textContent ?? "");
  return element("span", { class: "kb-note__item" }, texts.join(" "));
}

/** @param {HTMLAnchorElement} link */
function citedWords(link) {
  const anchors = [link.hash.slice(1), ...(link.dataset.also?.split(" ") ?? [])];
  const items = anchors.map((anchor) => document.getElementById(anchor));
  // The name says which source and claim; on the screen the number alone does not.
  const name = link.getAttribute("aria-label")?.replace(/^[^:]*: /, "") ?? link.textContent;
  return [
    element("strong", { class: "kb-note__item" }, name),
    ...items.map((item) => (item ? words(item) : null)),
  ];
}

/** @type {WeakMap<HTMLAnchorElement, HTMLElement>} */
const notes = new WeakMap();
let count = 0;

/** The note of a link, which is made when it is first needed. @param {HTMLAnchorElement} link */
function noteOf(link) {
  const existing = notes.get(link);
  if (existing) return existing;
  count += 1;
  const content = link.matches(TERM) ? [link.dataset.explanation ?? ""] : citedWords(link);
  const properties = { class: "kb-note", id: `kb-note-${count}`, role: "tooltip", hidden: true };
  const note = element("span", properties, content);
  (link.closest("sup") ?? link).after(note);
  link.setAttribute("aria-describedby", note.id);
  notes.set(link, note);
  return note;
}

/**
 * @param {HTMLElement} link
 * @param {HTMLElement} note
 */
function place(link, note) {
  const beside = link.getClientRects()[0] ?? link.getBoundingClientRect();
  const { clientHeight, clientWidth } = document.documentElement;
  const room = clientWidth - note.offsetWidth - 8;
  note.style.left = `${Math.max(8, Math.min(beside.left, room))}px`;
  const below = beside.bottom + 4;
  const isRoomBelow = below + note.offsetHeight <= clientHeight;
  note.style.top = `${isRoomBelow ? below : Math.max(4, beside.top - note.offsetHeight - 4)}px`;
}

/** The note that is open, if any. */
class OpenNote {
  /** @type {{ link: HTMLAnchorElement, note: HTMLElement } | null} */
  current = null;
  waiting = 0;

  stay() {
    clearTimeout(this.waiting);
    this.waiting = 0;
  }

  close() {
    this.stay();
    if (this.current) this.current.note.hidden = true;
    this.current = null;
  }

  /** A moment, so that the pointer can cross from the link to its note. */
  closeSoon() {
    if (this.current && !this.waiting) this.waiting = setTimeout(() => this.close(), PAUSE);
  }

  /** @param {HTMLAnchorElement} link */
  show(link) {
    this.stay();
    if (this.current?.link === link) return;
    this.close();
    const note = noteOf(link);
    note.hidden = false;
    place(link, note);
    this.current = { link, note };
  }

  follow() {
    if (this.current) place(this.current.link, this.current.note);
  }

  /** @param {EventTarget | null} target */
  isAt(target) {
    const parts = this.current ? [this.current.link, this.current.note] : [];
    return target instanceof Node && parts.some((part) => part.contains(target));
  }
}

/** @param {EventTarget | null} target */
function linkAt(target) {
  const link = target instanceof Element ? target.closest(`${TERM}, ${CITATION}`) : null;
  return link instanceof HTMLAnchorElement ? link : null;
}

/** @param {OpenNote} open */
function followPointer(open) {
  document.addEventListener("pointerover", ({ target, pointerType }) => {
    if (pointerType !== "mouse") return;
    const link = linkAt(target);
    if (link) open.show(link);
    else if (open.isAt(target)) open.stay();
    else if (document.activeElement !== open.current?.link) open.closeSoon();
  });
  // By touch the first tap opens the note, and a second one follows the link.
  /** @type {HTMLAnchorElement | null} */
  let tapped = null;
  document.addEventListener("pointerdown", ({ target, pointerType }) => {
    const link = linkAt(target);
    tapped = pointerType === "touch" && link !== open.current?.link ? link : null;
    if (!open.isAt(target)) open.close();
  });
  document.addEventListener("click", (event) => {
    if (tapped && linkAt(event.target) === tapped) {
      event.preventDefault();
      open.show(tapped);
    }
    tapped = null;
  });
}

export function notesBesideLinks() {
  const open = new OpenNote();
  // What a word means is its description also for those who read on without focus.
  for (const term of document.querySelectorAll(TERM)) {
    if (!(term instanceof HTMLAnchorElement)) continue;
    noteOf(term);
    // The note says it: a second one by the browser would cover it.
    term.querySelector("abbr")?.removeAttribute("title");
  }
  followPointer(open);
  document.addEventListener("focusin", ({ target }) => {
    const link = linkAt(target);
    if (link?.matches(":focus-visible")) open.show(link);
    else open.closeSoon();
  });
  document.addEventListener("focusout", () => open.closeSoon());
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") open.close();
  });
  addEventListener("scroll", () => open.follow(), { capture: true, passive: true });
}
