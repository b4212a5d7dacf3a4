import { WORDS } from "./data.js";

/**
 * Fills the named blanks of a sentence.
 * @type {(sentence: string, blanks: Record<string, string | number>) => string}
 */
export const fill = (sentence, blanks) =>
  sentence.replace(/\{(\w+)\}/g, (_, name) => String(blanks[name]));

/**
 * Returns the form for one or for many, with the number in it.
 * @type {(forms: {one: string, many: string}, count: number) => string}
 */
export const counted = (forms, count) => fill(count === 1 ? forms.one : forms.many, { count });

/**
 * Returns names as a list in a sentence: `Ruth, Maya and Leo`.
 * @type {(names: string[]) => string}
 */
export function listed(names) {
  if (names.length < 2) return names.join("");
  return fill(WORDS.list, { names: names.slice(0, -1).join(", "), last: names[names.length - 1] });
}

/**
 * Returns a note with a full stop at its end.
 * @type {(note: string) => string}
 */
export const closed = (note) => (/[.!?]$/.test(note) ? note : `${note}.`);
