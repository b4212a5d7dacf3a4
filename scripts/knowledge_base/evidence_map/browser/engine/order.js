/**
 * The records in the order that the reader asked for.
 *
 * @import { Base } from "../types.js"
 */

export const SORTS = ["kind", "newest", "oldest", "source", "component"];

/**
 * All records in an order. Each order is found once; filters only leave some of it out.
 * @param {Base} base
 * @param {string} by
 */
function ordered({ data, records, all }, by) {
  const { basis, component, source, year } = records;
  const bySource = data.sources
    .map((_, s) => s)
    .toSorted((a, b) => data.sources[a][0].localeCompare(data.sources[b][0]) || a - b);
  const ranks = new Int32Array(bySource.length);
  for (const [rank, s] of bySource.entries()) ranks[s] = rank;
  /** @type {Map<string, (a: number, b: number) => number>} */
  const ways = new Map([
    ["kind", (a, b) => basis[a] - basis[b]],
    ["newest", (a, b) => year[b] - year[a]],
    ["oldest", (a, b) => (year[a] || 9999) - (year[b] || 9999)],
    ["component", (a, b) => component[a] - component[b]],
  ]);
  const first = ways.get(by) ?? (() => 0);
  return all.toSorted((a, b) => first(a, b) || ranks[source[a]] - ranks[source[b]] || a - b);
}

/**
 * @param {Base} base
 * @param {number[]} indexes
 * @param {string} by
 */
export function sortRecords(base, indexes, by) {
  let order = base.orders.get(by);
  if (!order) {
    order = ordered(base, by);
    base.orders.set(by, order);
  }
  const inView = new Uint8Array(base.all.length);
  for (const i of indexes) inView[i] = 1;
  return order.filter((i) => inView[i]);
}
