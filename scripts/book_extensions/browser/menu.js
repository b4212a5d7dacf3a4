/** The menu of a small window is a popover: the browser opens it, and closes it by Escape. */

export function menu() {
  const panel = document.getElementById("kb-menu");
  panel?.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (!(next instanceof Element) || !panel.matches(":popover-open")) return;
    // Focus that has moved on must not be behind the panel. Its button closes it by itself.
    if (!panel.contains(next) && !next.closest("[popovertarget]")) panel.hidePopover();
  });
}
