import { WORDS } from "./data.js";
import { isDead, personOf } from "./family.js";
import { fill } from "./sentences.js";

/** @import { Couple, Family, Person, Tree } from "./types" */

export const NAME_SIZE = 15;
export const NAME_LINE = 18;
export const TEXT_LINE = 16;
const TEXT_SIZE = 13;
const MOST_WIDTH = 98;

/**
 * Returns the width of a character in hundredths of the size of its letters. Not measured: the
 * same family is drawn the same on every machine.
 * @type {(character: string) => number}
 */
function characterWidth(character) {
  if ("mwMW@%—…".includes(character)) return 95;
  if ((character >= "A" && character <= "Z") || "&+=<>#~".includes(character)) return 75;
  if ("iljt.,:;'’|! ()[]f".includes(character)) return 36;
  if (character >= "\u0300" && character <= "\u036f") return 0;
  if (character < "\u0080") return 60;
  return character < "\u1100" ? 75 : 105;
}

/** @type {(text: string, size: number) => number} */
const textWidth = (text, size) =>
  (size * [...text].reduce((total, character) => total + characterWidth(character), 0)) / 100;

/**
 * Returns the text in lines that fit beside a symbol; a word that is too long is broken.
 * @type {(text: string, size: number) => string[]}
 */
function wrapped(text, size) {
  const isTooWide = (/** @type {string} */ line) => textWidth(line, size) > MOST_WIDTH;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines[lines.length - 1]} ${word}`.trimStart();
    if (!isTooWide(longer)) {
      lines[lines.length - 1] = longer;
      continue;
    }
    lines.push("");
    for (const letter of word) {
      if (isTooWide(lines[lines.length - 1] + letter)) lines.push("");
      lines[lines.length - 1] += letter;
    }
  }
  return lines.filter(Boolean);
}

/**
 * Returns what stands beside a person's symbol.
 * @type {(family: Family, id: string) => Tree["labels"][number]}
 */
export function labelOf(family, id) {
  const person = personOf(family, id);
  const name = wrapped(person.name, NAME_SIZE);
  const text = [yearsOf(person), ...wrapped(person.note ?? "", TEXT_SIZE)].filter(Boolean);
  const widths = [
    ...name.map((line) => textWidth(line, NAME_SIZE)),
    ...text.map((line) => textWidth(line, TEXT_SIZE)),
  ];
  return { name, text, width: Math.min(Math.ceil(Math.max(...widths)), MOST_WIDTH) };
}

/** @type {(person: Person) => string} */
function yearsOf(person) {
  const { born, died, pregnancy } = person;
  if (pregnancy !== null) return [pregnancy, died ?? born ?? []].flat().join(" ");
  if (!isDead(person)) return born === null ? "" : fill(WORDS.label.born, { year: born });
  return born === null && died === null ? WORDS.label.died : `${born ?? "?"}–${died ?? "?"}`;
}

/**
 * Returns what stands over a couple's line, such as `m. 2008 d. 2018`.
 * @type {(couple: Couple) => string}
 */
export function coupleLabel({ status, since, until }) {
  const words = WORDS.statuses[status];
  const pieces = [
    since === null ? "" : fill(words.since, { year: since }),
    until === null ? "" : fill(words.until, { year: until }),
  ];
  return pieces.filter(Boolean).join(" ");
}
