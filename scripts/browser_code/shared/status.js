/** What is said to a screen reader of a change. */

/**
 * Returns what writes a text into a status line once nothing newer has come for a while.
 * @param {Element} place
 * @param {number} pause Milliseconds.
 * @returns {(text: string) => void}
 */
export function speaker(place, pause) {
  let waiting = 0;
  return (text) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      place.textContent = text;
    }, pause);
  };
}
