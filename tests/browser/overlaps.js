/*
 * Finds lines of text that are drawn over one another, and returns the words of each such pair.
 * What is hidden, or cut off by a box that scrolls, is not drawn.
 */
() => {
  const HIDDEN = 'script, style, noscript, [hidden], dialog:not([open])';
  const range = document.createRange();

  /** The part of the page in which an element's text can be seen. */
  const windowOf = (element) => {
    const seen = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
    for (let up = element; up && up !== document.body; up = up.parentElement) {
      const style = getComputedStyle(up);
      const cuts = style.clipPath !== 'none' || [style.overflowX, style.overflowY].some((one) => one !== 'visible');
      if (!cuts) continue;
      const box = up.getBoundingClientRect();
      seen.left = Math.max(seen.left, box.left);
      seen.top = Math.max(seen.top, box.top);
      seen.right = Math.min(seen.right, box.right);
      seen.bottom = Math.min(seen.bottom, box.bottom);
    }
    return seen;
  };

  const lines = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement: owner } = walker.currentNode;
    if (!data.trim() || owner.closest(HIDDEN)) continue;
    if (!owner.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })) continue;
    const seen = windowOf(owner);
    range.selectNodeContents(walker.currentNode);
    for (const box of range.getClientRects()) {
      const line = {
        words: data.trim().slice(0, 40),
        left: Math.max(box.left, seen.left),
        top: Math.max(box.top, seen.top),
        right: Math.min(box.right, seen.right),
        bottom: Math.min(box.bottom, seen.bottom),
      };
      if (line.right - line.left > 2 && line.bottom - line.top > 2) lines.push(line);
    }
  }

  lines.sort((one, other) => one.top - other.top);
  const found = [];
  lines.forEach((one, position) => {
    for (let next = position + 1; next < lines.length && lines[next].top < one.bottom; next += 1) {
      const other = lines[next];
      const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const down = Math.min(one.bottom, other.bottom) - other.top;
      const height = Math.min(one.bottom - one.top, other.bottom - other.top);
      // Lines of a paragraph may touch.
      if (across > 2 && down > height / 2) found.push(`${one.words} | ${other.words}`);
    }
  });
  return found;
}
