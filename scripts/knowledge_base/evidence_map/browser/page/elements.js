/** Elements of the map besides the shared ones: drawings, work that can wait, later scripts. */

import { element } from "#shared/elements.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof SVGElementTagNameMap} K
 * @param {K} tag
 * @param {Record<string, string | number>} attributes
 * @param {...Node} children
 */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/**
 * Does the work when the browser has nothing else to do.
 * @param {() => void} work
 */
export const whenIdle = (work) => (window.requestIdleCallback ?? setTimeout)(work);

/** @typedef {(name: string) => Promise<unknown>} Load */

/**
 * Returns what loads a classic script once; a script works from a folder, where `fetch` does not.
 * @param {string} base The address of the map's files.
 * @returns {Load}
 */
export function createLoader(base) {
  /** @type {Map<string, Promise<unknown>>} */
  const loading = new Map();
  return (name) => {
    const earlier = loading.get(name);
    if (earlier) return earlier;
    const { promise, script } = loadedScript(base + name);
    loading.set(
      name,
      promise.catch((error) => {
        loading.delete(name);
        throw error;
      }),
    );
    document.head.append(script);
    return /** @type {Promise<unknown>} */ (loading.get(name));
  };
}

/** @param {string} src */
function loadedScript(src) {
  const script = element("script", { src });
  const promise = new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", () => reject(new Error(src)));
  });
  return { promise, script };
}
