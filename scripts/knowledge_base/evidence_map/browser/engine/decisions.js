/**
 * Decisions by the tables of the library, as `views/decisions.py` takes them.
 *
 * @import { Condition, Facts, Table } from "../types.js"
 */

/**
 * @param {Condition} condition
 * @param {Facts} facts
 */
export const isMet = (condition, facts) =>
  Object.entries(condition).every(([fact, values]) => values.includes(facts[fact]));

/**
 * What the first row leads to whose condition is met.
 * @param {Table} table
 * @param {Facts} facts
 */
export const decide = (table, facts) =>
  table.find(([condition]) => isMet(condition, facts))?.[1] ?? "";

/**
 * Where something is to be found: among the chosen, only among what was left out, or nowhere.
 * @param {boolean} byChosen
 * @param {boolean} byWhole
 */
export function whereabouts(byChosen, byWhole) {
  if (byChosen) return "here";
  return byWhole ? "left-out" : "nowhere";
}
