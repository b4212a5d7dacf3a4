/* Finds words in the cells of tables that go on in a second line, because their column is too narrow. */
() => {
  const range = document.createRange();
  const found = [];
  for (const cell of document.querySelectorAll('main :is(td, th)')) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const text = walker.currentNode;
      if (text.parentElement.closest('code')) continue;
      for (const word of text.data.matchAll(/\p{L}{2,}/gu)) {
        range.setStart(text, word.index);
        range.setEnd(text, word.index + word[0].length);
        const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
        if (lines.size > 1) found.push(word[0]);
      }
    }
  }
  return found;
}
