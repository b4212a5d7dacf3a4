/**
 * What a reader has options: the text of each control of the form, by the name that form and
 * address have for it. The address keeps what differs from the defaults.
 *
 * @import { Choice, Inputs, PilotData } from "./types.js"
 */

import { SESSIONS_PER_YEAR } from "./arithmetic.js";

export const ALL_COURSES = "all";
export const OWN_PRICE = "own";

const ENDS = ["low", "central", "high"];
const FLAGS = ["true", "false"];
const OWN_OFFER = { own_amount: "2500", own_places: "1", own_plus_vat: "false" };

/**
 * The course that an id names, if there is one.
 * @param {PilotData} data
 * @param {string} id
 */
export const courseOf = (data, id) =>
  Object.hasOwn(data.courses, id) ? data.courses[id] : undefined;

/**
 * @param {PilotData} data
 * @param {string} course
 * @returns {Inputs}
 */
const baseFor = (data, course) => ({ ...data.defaults, ...courseOf(data, course)?.defaults });

/**
 * The choice before a reader changes anything but the course.
 * @param {PilotData} data
 * @param {string} [course]
 * @returns {Choice}
 */
export function defaultsFor(data, course = ALL_COURSES) {
  const inputs = /** @type {any} */ (baseFor(data, course));
  const figures = data.fields.flatMap(({ name }) =>
    data.ranges.includes(name)
      ? ENDS.map((end) => [`${name}_${end}`, String(inputs[name][end])])
      : [[name, String(inputs[name])]],
  );
  const { frequency, whole_groups: whole } = inputs;
  const options = { course, frequency, whole_groups: String(whole), ...OWN_OFFER };
  return { ...options, ...Object.fromEntries(figures) };
}

/**
 * A number as people write it; NaN for what is none.
 * @param {string} text
 */
export function number(text) {
  const bare = text.replace(/[,£%\s]/g, "");
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(bare) ? Number(bare) : Number.NaN;
}

/**
 * What a plan is made from.
 * @param {PilotData} data
 * @param {Choice} choice
 * @returns {Inputs}
 */
export function inputsOf(data, choice) {
  const base = baseFor(data, choice.course);
  const course = courseOf(data, choice.course);
  const own = {
    amount: number(choice.own_amount),
    places: number(choice.own_places),
    plus_vat: choice.own_plus_vat === "true",
  };
  const offers = course ? [course.offer] : base.offers;
  const figures = data.fields.map(({ name }) => {
    const ends = ENDS.map((end) => [end, number(choice[`${name}_${end}`] ?? "")]);
    return [name, data.ranges.includes(name) ? Object.fromEntries(ends) : number(choice[name])];
  });
  return {
    ...base,
    ...Object.fromEntries(figures),
    frequency: choice.frequency,
    whole_groups: choice.whole_groups === "true",
    offers: choice.course === OWN_PRICE ? [own] : offers,
  };
}

/**
 * The choice as pairs for the address; nothing for what is as it was.
 * @param {PilotData} data
 * @param {Choice} choice
 */
export function encoded(data, choice) {
  const before = defaultsFor(data, choice.course);
  before.course = ALL_COURSES;
  return Object.entries(choice).filter(([name, text]) => text !== before[name]);
}

/**
 * The choice that an address names, and what it names that can't be options.
 * @param {PilotData} data
 * @param {{ get: (name: string) => string | null }} address
 */
export function decoded(data, address) {
  /** @type {Record<string, string[]>} */
  const options = {
    course: [ALL_COURSES, OWN_PRICE, ...Object.keys(data.courses)],
    frequency: Object.keys(SESSIONS_PER_YEAR),
    whole_groups: FLAGS,
    own_plus_vat: FLAGS,
  };
  const course = address.get("course") ?? ALL_COURSES;
  const choice = defaultsFor(data, options.course.includes(course) ? course : ALL_COURSES);
  /** @type {[name: string, text: string][]} */
  const refused = [];
  for (const name of Object.keys(choice)) {
    const text = address.get(name);
    if (text === null) continue;
    if (options[name]?.includes(text) ?? true) choice[name] = text;
    else refused.push([name, text.slice(0, 60)]);
  }
  return { choice, refused };
}

/**
 * What an address names that no plan has.
 * @param {PilotData} data
 * @param {{ keys: () => Iterable<string> }} address
 */
export function unknownNames(data, address) {
  const names = defaultsFor(data);
  return [...address.keys()].filter((name) => !Object.hasOwn(names, name));
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
  const before = defaultsFor(data, choice.course);
  const changes = Object.entries(defaultsFor(data, course)).filter(
    ([name]) =>
      /^(training_days|contact_hours|independent_hours)/.test(name) &&
      (courseOf(data, course) || choice[name] === before[name]),
  );
  return { ...choice, ...Object.fromEntries(changes), course };
}
