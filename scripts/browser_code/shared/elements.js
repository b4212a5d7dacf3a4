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
  const match = root.querySelector(selector);
  if (match instanceof Kind) return match;
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
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
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
