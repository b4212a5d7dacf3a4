/** Which document or study on file may be the one that is meant; its twin is `likeness.py`. */

import { ratio } from "./spelling.js";

const ALIKE = 0.9;
const DOI = /10\.\d{2,9}(?:\.\d{1,9}){0,9}\/\S+/g;
/** So many lines of a reference are looked at; its title stands near its beginning. */
const MOST_LINES = 100;

/** @param {string} title The letters and digits of a title, which is all that is compared of it. */
const lettersOf = (title) =>
  title
    .replace(/^(?:the|an?)\s+/i, "")
    .replaceAll("ß", "ss")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * Whether two titles are nearly the same, whatever article they begin with.
 * @type {(one: string, other: string) => boolean}
 */
export function isAlike(one, other) {
  const [a, b] = [lettersOf(one), lettersOf(other)];
  const most = (2 * Math.min(a.length, b.length)) / (a.length + b.length);
  return most > ALIKE && ratio(a, b) > ALIKE;
}

/**
 * Which of the sources on file, each with title and DOI, a reference in any format may be of: by its
 * DOI, or by a value in it that is like a title.
 * @type {(text: string, sources: Record<string, [title: string, doi: string]>) =>
 *   {key: string, by: "doi" | "title"} | null}
 */
export function likeSource(text, sources) {
  const entries = Object.entries(sources);
  const dois = new Set(
    text
      .toLowerCase()
      .match(DOI)
      ?.map((doi) => doi.replace(/["'},;]+$/, "")),
  );
  const same = entries.find(([, [, doi]]) => dois.has(doi));
  if (same) return { key: same[0], by: "doi" };
  const values = text
    .split(/[\r\n]+|[}"],\s*/)
    .slice(0, MOST_LINES)
    .map((line) => line.replace(/^\s*(?:[A-Z][A-Z0-9]\s{0,2}-|%T|"?\w+"?\s*[=:])\s*/, ""));
  const like = entries.find(([, [title]]) => values.some((value) => isAlike(value, title)));
  return like ? { key: like[0], by: "title" } : null;
}

/**
 * The study on file that a name may be of.
 * @type {(name: string, studies: Record<string, Record<string, any>>) => string | undefined}
 */
export const likeStudy = (name, studies) =>
  Object.keys(studies).find((id) => isAlike(name, studies[id].label));
