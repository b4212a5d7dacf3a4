/**
 * What a reader has chosen, and how the address names it: by what differs from the defaults.
 *
 * @import { Choice, Inputs, Offer, PilotData } from "./types.js"
 */

import { SESSIONS_PER_YEAR } from "./arithmetic.js";

export const ALL_COURSES = "all";
export const OWN_PRICE = "own";
export const ENDS = /** @type {const} */ (["low", "central", "high"]);

/** @typedef {Record<string, number | string | boolean>} Flat Values by the names of form and address. */

/** @returns {Offer} */
const ownOffer = () => ({ amount: 2500, places: 1, plus_vat: false });

/**
 * The course that an id names, if there is one.
 * @param {PilotData} data
 * @param {string} id
 */
export const courseOf = (data, id) =>
  Object.hasOwn(data.courses, id) ? data.courses[id] : undefined;

/**
 * The inputs before a reader changes any.
 * @param {PilotData} data
 * @param {string} course
 * @returns {Inputs}
 */
export const defaultsFor = (data, course) =>
  structuredClone({ ...data.defaults, ...courseOf(data, course)?.defaults });

/**
 * @param {PilotData} data
 * @param {Choice} choice
 * @returns {Offer[]}
 */
export function offersFor(data, choice) {
  if (choice.course === OWN_PRICE) return [{ ...choice.own }];
  const course = courseOf(data, choice.course);
  return structuredClone(course ? [course.offer] : data.defaults.offers);
}

/**
 * The choice that the page opens with.
 * @param {PilotData} data
 * @returns {Choice}
 */
export const firstChoice = (data) => ({
  course: ALL_COURSES,
  own: ownOffer(),
  inputs: defaultsFor(data, ALL_COURSES),
});

/**
 * The inputs by the names that form and address have for them.
 * @param {PilotData} data
 * @param {Inputs} inputs
 * @returns {Flat}
 */
export function flat(data, inputs) {
  /** @type {Flat} */
  const values = {};
  for (const { name } of data.fields) {
    const value = /** @type {any} */ (inputs)[name];
    if (data.ranges.includes(name)) for (const end of ENDS) values[`${name}_${end}`] = value[end];
    else values[name] = value;
  }
  return { ...values, frequency: inputs.frequency, whole_groups: inputs.whole_groups };
}

/**
 * Puts a value where its flat name says.
 * @param {PilotData} data
 * @param {Inputs} inputs
 * @param {string} name
 * @param {number | string | boolean} value
 */
export function put(data, inputs, name, value) {
  const all = /** @type {any} */ (inputs);
  const end = ENDS.find((one) => name.endsWith(`_${one}`));
  const stem = end ? name.slice(0, -end.length - 1) : name;
  if (end && data.ranges.includes(stem)) all[stem][end] = value;
  else all[name] = value;
}

/**
 * A number as people write it; NaN for what is none.
 * @param {string | null} text
 */
export function number(text) {
  const bare = String(text).replace(/[,£%\s]/g, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(bare) ? Number(bare) : Number.NaN;
}

/**
 * The choice as pairs for the address; nothing for what is as it was.
 * @param {PilotData} data
 * @param {Choice} choice
 * @returns {[name: string, value: string | number | boolean][]}
 */
export function encoded(data, { course, own, inputs }) {
  /** @type {[string, string | number | boolean][]} */
  const pairs = [];
  if (course !== ALL_COURSES) pairs.push(["course", course]);
  if (course === OWN_PRICE) {
    pairs.push(["own_amount", own.amount], ["own_places", own.places]);
    if (own.plus_vat) pairs.push(["own_plus_vat", true]);
  }
  const before = flat(data, defaultsFor(data, course));
  const changed = Object.entries(flat(data, inputs)).filter(
    ([name, value]) => value !== before[name],
  );
  return [...pairs, ...changed];
}

/**
 * The choice that an address names.
 * @param {PilotData} data
 * @param {{ get: (name: string) => string | null }} given
 * @returns {Choice}
 */
export function decoded(data, given) {
  const named = given.get("course") ?? "";
  const course = named === OWN_PRICE || courseOf(data, named) ? named : ALL_COURSES;
  const inputs = defaultsFor(data, course);
  for (const name of Object.keys(flat(data, inputs))) {
    const text = given.get(name);
    if (text === null) continue;
    if (name === "whole_groups") put(data, inputs, name, text === "true");
    else if (name !== "frequency") put(data, inputs, name, number(text));
    else if (Object.hasOwn(SESSIONS_PER_YEAR, text)) put(data, inputs, name, text);
  }
  const usual = ownOffer();
  const own = {
    amount: given.get("own_amount") === null ? usual.amount : number(given.get("own_amount")),
    places: given.get("own_places") === null ? usual.places : number(given.get("own_places")),
    plus_vat: given.get("own_plus_vat") === "true",
  };
  return { course, own, inputs };
}

/**
 * What an address names that can't be chosen: the field and the text.
 * @param {PilotData} data
 * @param {{ get: (name: string) => string | null }} given
 * @returns {[name: string, text: string][]}
 */
export function refusedIn(data, given) {
  const flags = ["true", "false"];
  const choices = {
    course: [ALL_COURSES, OWN_PRICE, ...Object.keys(data.courses)],
    frequency: Object.keys(SESSIONS_PER_YEAR),
    whole_groups: flags,
    own_plus_vat: flags,
  };
  return Object.entries(choices).flatMap(([name, texts]) => {
    const text = given.get(name);
    /** @type {[string, string][]} */
    const refused = text === null || texts.includes(text) ? [] : [[name, text.slice(0, 60)]];
    return refused;
  });
}

/**
 * The choice with another course, which brings its own days and hours: what was put in for
 * another would mislead.
 * @param {PilotData} data
 * @param {Choice} choice
 * @param {string} course
 * @returns {Choice}
 */
export function withCourse(data, choice, course) {
  const inputs = /** @type {any} */ ({ ...choice.inputs });
  const before = /** @type {any} */ (defaultsFor(data, choice.course));
  const after = /** @type {any} */ (defaultsFor(data, course));
  for (const name of ["training_days", "contact_hours", "independent_hours"]) {
    const unchanged = JSON.stringify(inputs[name]) === JSON.stringify(before[name]);
    if (unchanged || courseOf(data, course)) inputs[name] = after[name];
  }
  for (const name of ["level", "unstated"]) inputs[name] = after[name];
  return { ...choice, course, inputs };
}
