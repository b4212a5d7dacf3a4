/** @import { Span } from "./types" */

/** @type {(numbers: number[]) => number} */
export const mean = (numbers) => sum(numbers) / numbers.length;

/** @type {(numbers: number[]) => number} */
export const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/**
 * Returns each item with the next.
 * @type {<T>(list: T[]) => [T, T][]}
 */
export const pairwise = (list) => list.slice(1).map((next, n) => [list[n], next]);

/**
 * Compares by the first place in which two lists of numbers differ.
 * @type {(a: number[], b: number[]) => number}
 */
export function compareNumbers(a, b) {
  const place = a.findIndex((number, n) => number !== b[n]);
  return place < 0 ? 0 : a[place] - b[place];
}

/**
 * Returns the list sorted by one or several numbers of each item.
 * @type {<T>(list: T[], key: (item: T) => number[]) => T[]}
 */
export const sortedBy = (list, key) =>
  list
    .map((item) => ({ item, key: key(item) }))
    .toSorted((a, b) => compareNumbers(a.key, b.key))
    .map(({ item }) => item);

/**
 * Returns a level for each span so that no two on one level come nearer than the gap.
 * @type {(spans: Span[], gap: number) => number[]}
 */
export function levelsOf(spans, gap) {
  /** @type {Span[][]} */
  const levels = [];
  const levelOf = spans.map(() => 0);
  for (const n of sortedBy([...spans.keys()], (k) => [spans[k][1] - spans[k][0], k])) {
    const [left, right] = spans[n];
    const isFree = (/** @type {Span} */ [from, to]) => left - gap >= to || from >= right + gap;
    const free = levels.findIndex((level) => level.every(isFree));
    levelOf[n] = free < 0 ? levels.length : free;
    (levels[levelOf[n]] ??= []).push(spans[n]);
  }
  return levelOf;
}
