/** What a reader has chosen, kept after the # of the address, so that it works from a folder. */

/** Whether the address names a choice; a plain name is a place on the page. */
export const namesChoice = () => !location.hash || location.hash.includes("=");

/** What the address says of the choice. */
export const choiceInAddress = () => new URLSearchParams(location.hash.slice(1));

/** @typedef {[name: string, value: string | number | boolean][]} Choice */

/**
 * A choice as it is written after the #.
 * @param {Choice} pairs
 */
export const asAddress = (pairs) =>
  pairs
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&")
    .replaceAll("%2F", "/")
    .replaceAll("%2C", ",");

/**
 * Puts a choice into the address without a step in the history.
 * @param {Choice} pairs
 */
export function keepInAddress(pairs) {
  const text = asAddress(pairs);
  const [bare] = location.href.split("#");
  try {
    history.replaceState(null, "", text ? `${bare}#${text}` : bare);
  } catch {
    // Refused to a page in some frames; the choice then lasts as long as the page.
  }
}
