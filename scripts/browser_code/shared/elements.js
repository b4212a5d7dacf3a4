/**
 * Elements of a page: how they are found, made and written to.
 *
 * Text only ever becomes text nodes and attribute values, never markup.
 */

/**
 * @typedef {Node | string | null | undefined} Child
 * @typedef {Record<string, any>} Properties Attributes, listeners (`onclick`) and the `class`.
 */

/**
 * The first element that fits a selector; a page without it is another page than was meant.
 * @template {Element} T
 * @param {new () => T} Kind
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {T}
 */
export function find(Kind, selector, root = document) {
  const found = root.querySelector(selector);
  if (found instanceof Kind) return found;
  throw new Error(`The page has no ${selector}`);
}

/**
 * An element with properties and children. What is null, undefined or false is left out.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {Properties} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[K]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name === "class") made.className = value;
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * Writes a text only where it is new: browsers lay out anew even for the same.
 * @param {Element} place
 * @param {string} text
 */
export function write(place, text) {
  const only = place.firstChild;
  if (!(only instanceof Text)) place.textContent = text;
  else if (only.data !== text) only.data = text;
}
