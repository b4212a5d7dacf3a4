/** The menu: a panel over the page on small windows, closed by Escape or a press beside it. */

/**
 * @param {HTMLElement} button
 * @param {HTMLElement} panel
 */
function openAndClose(button, panel) {
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const isWithin = (/** @type {unknown} */ place) =>
    place instanceof Node && (panel.contains(place) || button.contains(place));
  const set = (/** @type {boolean} */ open) => {
    button.setAttribute("aria-expanded", String(open));
    panel.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => set(!isOpen()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      set(false);
      button.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && !isWithin(event.target)) set(false);
  });
  panel.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next && isOpen() && !isWithin(next)) set(false);
  });
}

export function menu() {
  const button = document.querySelector(".kb-menu-button");
  const panel = document.getElementById("kb-menu");
  if (!(button instanceof HTMLElement) || !panel) return;
  openAndClose(button, panel);
  // A menu that is longer than the window begins where the reader is.
  const current = panel.querySelector("[aria-current]");
  if (current instanceof HTMLElement && current.offsetTop > panel.clientHeight - 60) {
    panel.scrollTop = current.offsetTop - panel.clientHeight / 2;
  }
}
