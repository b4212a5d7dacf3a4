/**
 * Sentences as data, with named blanks and variants: the twin of `wording/sentences.py`, which says
 * how they are written. A page hands its wording over as it is in its file.
 *
 * @import { Range } from "#shared/figures.js"
 */

import { figure, pounds, price, short, span, whole } from "#shared/figures.js";

/**
 * @typedef {Record<string, any>} Wording Sentences by name, in groups.
 * @typedef {Record<string, any>} Facts
 */

const FORMS = new Map(Object.entries({ figure, pounds, price, whole }));
const BLANK = /\{([a-z_]+(?:\.[a-z_]+)*)(?::([^{}]+))?\}/g;
const FORM = /^(?:(figure|pounds|price|whole)(?:\s|$))?(?:([^/]+)\/([^/]+))?$/;
const BY_NUMBER = ["none", "one", "two"];
const MANY = "many";

/**
 * The property that names lead to; loud for one that isn't there.
 * @param {any} facts
 * @param {string} key
 */
export function at(facts, key) {
  let part = facts;
  for (const name of key.split(".")) {
    if (part === null || typeof part !== "object" || !Object.hasOwn(part, name)) {
      throw new Error(`There is no '${key}'`);
    }
    part = part[name];
  }
  return part;
}

/**
 * The name of the variant that a value chooses.
 * @param {Record<string, any>} variants
 * @param {unknown} value
 */
function variantFor(variants, value) {
  if (value === null || value === undefined) return "unknown";
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "string") return value;
  const variant = BY_NUMBER[Number(Array.isArray(value) ? value.length : value)] ?? MANY;
  return Object.hasOwn(variants, variant) ? variant : MANY;
}

/**
 * @param {unknown} value
 * @returns {value is Range}
 */
const isRange = (value) => typeof value === "object" && value !== null && "central" in value;

/**
 * @param {unknown} value
 * @param {string} form
 */
function display(value, form) {
  if (typeof value === "string") return value;
  if (Array.isArray(value)) return value.join("; ");
  const [, name = "", one = "", many = ""] = FORM.exec(form) ?? [];
  const number = FORMS.get(name) ?? short;
  if (typeof value !== "number" && !isRange(value)) {
    throw new TypeError("A blank shows a text, a number, a range or a list");
  }
  const text = typeof value === "number" ? number(value) : span(value, number);
  if (!one) return text;
  return `${text} ${text === "1" ? one : many}`;
}

/**
 * @param {Wording} wording
 * @param {any} sentence
 * @param {Facts} facts
 * @returns {string}
 */
function filled(wording, sentence, facts) {
  if (typeof sentence === "object") {
    return filled(wording, at(sentence, variantFor(sentence, at(facts, sentence.by))), facts);
  }
  return sentence.replace(
    BLANK,
    (/** @type {string} */ _blank, /** @type {string} */ name, /** @type {string} */ form = "") =>
      Object.hasOwn(facts, name.split(".")[0])
        ? display(at(facts, name), form)
        : filled(wording, at(wording, name), facts),
  );
}

/**
 * A sentence with the facts in its blanks; `key` leads to it: `group.name`.
 * @param {Wording} wording
 * @param {string} key
 * @param {Facts} [facts]
 */
export const say = (wording, key, facts = {}) => filled(wording, at(wording, key), facts);
