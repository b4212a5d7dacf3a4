/** "On this page": open where there is room beside the text; the part being read is marked. */

/** @param {Element} box */
function markCurrent(box) {
  /** @type {Map<Element, Element>} */
  const links = new Map();
  for (const link of box.querySelectorAll("a")) {
    const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (target) links.set(target, link);
  }
  /** @type {Element | undefined} */
  let current;
  const observer = new IntersectionObserver(
    (entries) => {
      const entry = entries.findLast((one) => one.isIntersecting);
      if (!entry) return;
      current?.removeAttribute("aria-current");
      current = links.get(entry.target);
      current?.setAttribute("aria-current", "true");
    },
    { rootMargin: "0px 0px -70% 0px" },
  );
  for (const target of links.keys()) observer.observe(target);
}

export function contents() {
  const box = document.querySelector(".kb-contents details");
  if (!(box instanceof HTMLDetailsElement)) return;
  const wide = matchMedia("(min-width: 80rem)");
  const fit = () => {
    box.open = wide.matches;
  };
  wide.addEventListener("change", fit);
  fit();
  markCurrent(box);
}
