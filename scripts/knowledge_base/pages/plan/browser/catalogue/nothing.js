/**
 * What is said where no course fits.
 *
 * @import { Course, Filter, Filters } from "./courses.js"
 */

import { element } from "#shared/elements.js";
import { FILTERS, fits, foundInWords, some } from "./courses.js";
import { labelOf, valueInWords } from "./form.js";

/**
 * What is said where no course fits: what fits each wish alone, and all but one.
 * @param {Course[]} courses
 * @param {Filters} filters
 * @param {(emptied: Filter[], next: Filter) => void} giveUp
 */
export function nothingFits(courses, filters, giveUp) {
  const names = FILTERS.filter((name) => filters[name]);
  const count = (/** @type {Filters} */ some_) =>
    courses.filter((course) => fits(course, some_)).length;
  const without = (/** @type {Filter} */ name) => ({ ...filters, [name]: "" });
  const choice = (
    /** @type {string} */ text,
    /** @type {Filter[]} */ emptied,
    /** @type {Filter} */ next,
  ) => [element("button", { type: "button", onclick: () => giveUp(emptied, next) }, text), " "];
  const items = names.map((name) => {
    const alone = { [name]: filters[name] };
    const value = valueInWords(name, filters[name] ?? "");
    const rest = without(name);
    const less = count(rest);
    const others = names.filter((other) => other !== name);
    return element(
      "li",
      {},
      `${labelOf(name)}: ${value}, alone: ${some(count(alone))}${foundInWords(courses, alone)}. `,
      less ? `Without it: ${some(less)}${foundInWords(courses, rest)}. ` : null,
      less ? choice(`Take away: ${labelOf(name)}`, [name], name) : null,
      choice(`Keep only: ${labelOf(name)}`, others, name),
    );
  });
  const nor = names.length > 1 && !names.some((name) => count(without(name)));
  return [
    element(
      "p",
      {},
      "No course on the list fits all of this. The report may not give what is asked for.",
      nor ? " Nor does any fit if one wish is dropped." : "",
      names.length > 1 ? " One wish at a time:" : "",
    ),
    element("ul", {}, items),
  ];
}
