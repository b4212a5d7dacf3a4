/**
 * The courses of the catalogue, and which of them a choice leaves. Touches no page.
 *
 * @typedef {object} Course
 * @property {string} id
 * @property {string} anchor
 * @property {string} name
 * @property {string[]} region
 * @property {string} category
 * @property {string} level
 * @property {string} standard
 * @property {string[]} teaching
 * @property {number | null} price
 * @property {number | null} hour
 * @property {number | null} length
 * @property {string} text All that the course's row says, in plain letters.
 *
 * @typedef {"region" | "price" | "level" | "words" | "category" | "standard" | "teaching"} Filter
 * @typedef {Partial<Record<Filter, string>>} Filters
 */

export const FILTERS = /** @type {const} */ ([
  "region",
  "price",
  "level",
  "words",
  "category",
  "standard",
  "teaching",
]);

/**
 * A text as it is compared: lower case, no accents.
 * @param {string} text
 */
export const plain = (text) =>
  text
    .toLocaleLowerCase("en-GB")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[‘’]/g, "'");

/**
 * @param {Course} course
 * @param {Filter} name
 * @param {string} value
 */
function fitsOne(course, name, value) {
  if (name === "words") {
    return plain(value)
      .split(/\s+/)
      .every((word) => course.text.includes(word));
  }
  if (name === "price") return (course.price === null ? "unknown" : "known") === value;
  const own = course[name];
  return Array.isArray(own) ? own.includes(value) : own === value;
}

/**
 * @param {Course} course
 * @param {Filters} filters
 */
export const fits = (course, filters) =>
  FILTERS.every((name) => !filters[name] || fitsOne(course, name, filters[name]));

/**
 * The courses in an order. Those of which it isn't known come last.
 * @param {Course[]} courses
 * @param {string} by
 */
export function ordered(courses, by) {
  if (by === "name") return courses.toSorted((a, b) => a.name.localeCompare(b.name, "en-GB"));
  if (by !== "price" && by !== "hour" && by !== "length") return courses;
  const figure = (/** @type {Course} */ course) => course[by] ?? Number.POSITIVE_INFINITY;
  return courses.toSorted((a, b) => (figure(a) === figure(b) ? 0 : figure(a) - figure(b)));
}
