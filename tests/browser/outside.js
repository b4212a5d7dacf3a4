/*
 * Finds what a reader can't get to see: what is drawn beyond the sides of the window without a box
 * that scrolls, and words that their own box cuts off.
 */
() => {
  const width = document.documentElement.clientWidth;
  const name = (one) => `${one.tagName}.${one.getAttribute('class') ?? ''} ${one.textContent.trim().slice(0, 40)}`;
  const isWithin = ({ left, right }) => left >= -1 && right <= width + 1;
  const cuts = (one) => getComputedStyle(one).overflowX !== 'visible';
  const isCutOff = (one) => {
    for (let up = one.parentElement; up && up !== document.body; up = up.parentElement) {
      if (cuts(up) && isWithin(up.getBoundingClientRect())) return true;
    }
    return false;
  };
  const found = [];
  for (const one of document.body.querySelectorAll('*')) {
    const box = one.getBoundingClientRect();
    // What only screen readers get is a dot; what waits for the keyboard is above the window.
    if (box.width <= 1 || box.height <= 1 || box.bottom < 0) continue;
    if (!isWithin(box) && one.checkVisibility() && !isCutOff(one)) found.push(name(one));
    const isCut = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 1;
    if (isCut && !one.matches('input, select, textarea, svg, svg *')) {
      const { overflowX, display } = getComputedStyle(one);
      if (['hidden', 'clip'].includes(overflowX) && display !== 'inline') found.push(`cut: ${name(one)}`);
    }
  }
  return found;
}
