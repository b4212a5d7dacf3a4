/**
 * How many words of a page's main part a reader sees with nothing pressed. Not counted is what may
 * never be left out for the sake of brevity: a source that says less than a claim, a claim that has
 * fallen.
 *
 * @param {Element} main
 */
(main) => {
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const owner = texts.currentNode.parentElement;
    if (owner.closest(".source-check, .fallen") || !owner.checkVisibility()) continue;
    const range = document.createRange();
    range.selectNodeContents(texts.currentNode);
    const { width, height } = range.getBoundingClientRect();
    const hidden = owner.getBoundingClientRect();
    if (Math.min(width, height) < 2 || Math.min(hidden.width, hidden.height) < 2) continue;
    words += texts.currentNode.textContent.split(/\s+/).filter((word) => /\w/.test(word)).length;
  }
  return words;
};
