// What the page's frame does beyond plain HTML: light and dark, the menu on small windows, the
// page's contents at the side, tables that scroll or stack, copying code. Every page reads
// without it.
"use strict";

/** The button in the header that changes between light and dark. */
function colourMode() {
  const button = document.querySelector(".kb-mode");
  if (!button) return;
  const root = document.documentElement;
  const show = () => button.setAttribute("aria-pressed", String(root.dataset.theme === "dark"));
  button.addEventListener("click", () => {
    root.dataset.theme = root.dataset.theme === "dark" ? "light" : "dark";
    try {
      localStorage.setItem("mode", root.dataset.theme);
    } catch {
      // The choice lasts for this page only.
    }
    show();
  });
  show();
}

/** The menu: a panel over the page on small windows, closed by Escape or a press beside it. */
function menu() {
  const button = document.querySelector(".kb-menu-button");
  const panel = document.getElementById("kb-menu");
  if (!button || !panel) return;
  const isOpen = () => button.getAttribute("aria-expanded") === "true";
  const set = (open) => {
    button.setAttribute("aria-expanded", String(open));
    panel.classList.toggle("is-open", open);
  };
  button.addEventListener("click", () => set(!isOpen()));
  // A menu that is longer than the window begins where the reader is.
  const current = panel.querySelector("[aria-current]");
  if (current?.offsetTop > panel.clientHeight - 60) {
    panel.scrollTop = current.offsetTop - panel.clientHeight / 2;
  }
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      set(false);
      button.focus();
    }
  });
  document.addEventListener("click", (event) => {
    if (isOpen() && !panel.contains(event.target) && !button.contains(event.target)) set(false);
  });
  panel.addEventListener("focusout", (event) => {
    const next = event.relatedTarget;
    if (next && isOpen() && !panel.contains(next) && next !== button) set(false);
  });
}

/** "On this page": open where there is room beside the text; the part being read is marked. */
function contents() {
  const box = document.querySelector(".kb-contents details");
  if (!box) return;
  const wide = matchMedia("(min-width: 80rem)");
  const fit = () => {
    box.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();

  const links = new Map();
  for (const link of box.querySelectorAll("a")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  let current = null;
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.filter((one) => one.isIntersecting).at(-1);
      if (!entry) return;
      current?.removeAttribute("aria-current");
      current = links.get(entry.target);
      current.setAttribute("aria-current", "true");
    },
    { rootMargin: "0px 0px -70% 0px" },
  );
  for (const target of links.keys()) observer.observe(target);
}

/** Boxes that scroll sideways can be reached and moved by keyboard, and say what they are. */
function scrollingRegions() {
  const boxes = document.querySelectorAll(".table-frame, .cell_output, .highlight pre");
  const fit = (box) => {
    const scrolls = box.scrollWidth > box.clientWidth + 1;
    box.classList.toggle("scrolls", scrolls);
    if (!scrolls) {
      for (const name of ["tabindex", "role", "aria-label"]) box.removeAttribute(name);
      return;
    }
    const caption = box.querySelector("caption .caption-text")?.textContent;
    box.tabIndex = 0;
    // Not a region: a page with many tables would have as many landmarks.
    box.setAttribute("role", "group");
    box.setAttribute(
      "aria-label",
      box.matches("pre") ? "Code" : caption ? `Table: ${caption}` : "Table",
    );
  };
  const observer = new ResizeObserver((entries) => entries.forEach((one) => fit(one.target)));
  boxes.forEach((box) => observer.observe(box));
}

/** A table whose rows are shown as cards stays a table for screen readers. */
function stackedTables() {
  const narrow = matchMedia("(max-width: 47.99rem)");
  const roles = [
    ["", "table"],
    ["thead, tbody", "rowgroup"],
    ["tr", "row"],
    ["thead th", "columnheader"],
    ["tbody th", "rowheader"],
    ["td", "cell"],
  ];
  const fit = () => {
    for (const table of document.querySelectorAll("table.stacks")) {
      for (const [selector, role] of roles) {
        for (const part of selector ? table.querySelectorAll(selector) : [table]) {
          if (narrow.matches) part.setAttribute("role", role);
          else part.removeAttribute("role");
        }
      }
    }
  };
  narrow.addEventListener("change", fit);
  if (narrow.matches) fit();
}

/** A button on each block of code that copies it. Needs a secure page (https or localhost). */
function copyButtons() {
  if (!navigator.clipboard) return;
  for (const block of document.querySelectorAll("div.highlight")) {
    if (block.closest(".kb-made")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "kb-copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(block.querySelector("pre").textContent);
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
    block.append(button);
  }
}

/**
 * Words that explain themselves: the explanation opens beside the word by pointer, focus or touch,
 * stays while the pointer is on either, and closes by Escape. Without this they are links.
 */
function explainedWords() {
  let open = null;
  let waiting = 0;

  const place = (word, note) => {
    const beside = word.getClientRects()[0] ?? word.getBoundingClientRect();
    const room = document.documentElement.clientWidth - note.offsetWidth - 8;
    note.style.left = `${Math.max(8, Math.min(beside.left, room))}px`;
    const below = beside.bottom + 4;
    const fits = below + note.offsetHeight <= document.documentElement.clientHeight;
    note.style.top = `${fits ? below : Math.max(4, beside.top - note.offsetHeight - 4)}px`;
  };
  const close = () => {
    clearTimeout(waiting);
    if (open) open.note.hidden = true;
    open = null;
  };
  const show = (word, note) => {
    clearTimeout(waiting);
    if (open?.note === note) return;
    close();
    note.hidden = false;
    place(word, note);
    open = { word, note };
  };
  // A moment, so that the pointer can cross from the word to its explanation.
  const closeSoon = () => {
    clearTimeout(waiting);
    waiting = setTimeout(close, 250);
  };

  document.querySelectorAll("a.kb-term").forEach((word, position) => {
    const note = document.createElement("span");
    note.className = "kb-explanation";
    note.id = `kb-explanation-${position + 1}`;
    note.setAttribute("role", "tooltip");
    note.textContent = word.dataset.explanation;
    note.hidden = true;
    word.after(note);
    word.setAttribute("aria-describedby", note.id);
    // The explanation says it: a second one by the browser would cover it.
    word.querySelector("abbr")?.removeAttribute("title");
    for (const part of [word, note]) {
      part.addEventListener("pointerenter", (event) => {
        if (event.pointerType === "mouse") show(word, note);
      });
      part.addEventListener("pointerleave", (event) => {
        if (event.pointerType === "mouse" && document.activeElement !== word) closeSoon();
      });
    }
    word.addEventListener("focus", () => {
      if (word.matches(":focus-visible")) show(word, note);
    });
    word.addEventListener("blur", closeSoon);
    // By touch the first tap explains, and a second one follows the link.
    let touched = false;
    word.addEventListener("pointerdown", (event) => {
      touched = event.pointerType === "touch" && open?.note !== note;
    });
    word.addEventListener("click", (event) => {
      if (!touched) return;
      event.preventDefault();
      touched = false;
      show(word, note);
    });
  });

  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  document.addEventListener("pointerdown", (event) => {
    if (open && !open.note.contains(event.target) && !open.word.contains(event.target)) close();
  });
  addEventListener("scroll", () => open && place(open.word, open.note), { capture: true, passive: true });
}

/** Ctrl+K or Cmd+K goes to the search field. */
function searchKey() {
  document.addEventListener("keydown", (event) => {
    if (event.key?.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
    const field = [...document.querySelectorAll("input[type=search]")].find(
      (one) => one.offsetParent !== null,
    );
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}

colourMode();
menu();
contents();
scrollingRegions();
stackedTables();
copyButtons();
explainedWords();
searchKey();
