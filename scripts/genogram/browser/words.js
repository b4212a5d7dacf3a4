import { WORDS } from "./data.js";
import { ADULT, ageOf, isDead, personOf, siblingsOf, tiesOf } from "./family.js";
import { closed, counted, fill, listed } from "./sentences.js";
import { element, escapeText } from "./svg.js";

/** @import { Couple, Family, Finding } from "./types" */

/**
 * Returns a person in words: `Maya, girl, born 2011, about 15 years old.`.
 * @type {(family: Family, id: string) => string}
 */
export function personInWords(family, id) {
  const words = WORDS.person;
  const person = personOf(family, id);
  const { name, gender, born, died, pregnancy, note } = person;
  const age = ageOf(family, person);
  const pieces = [name];
  if (pregnancy === null || gender !== "not known") {
    pieces.push(WORDS.genders[gender][age !== null && age < ADULT ? "young" : "adult"]);
  }
  if (pregnancy !== null) pieces.push(WORDS.pregnancies[pregnancy].means);
  if (born !== null) pieces.push(fill(pregnancy === null ? words.born : words.due, { year: born }));
  if (isDead(person)) {
    const death = died === null ? words.dead : fill(words.died, { year: died });
    pieces.push(age === null ? death : fill(words.aged, { death, age }));
  } else if (age !== null) {
    pieces.push(counted(words.age, age));
  }
  if (id === family.index) pieces.push(words.index);
  return withNote(`${pieces.join(", ")}.`, note);
}

/** @type {(sentence: string, note: string | null) => string} */
const withNote = (sentence, note) =>
  note === null ? sentence : `${sentence} ${fill(WORDS.note, { note: closed(note) })}`;

/** @type {(family: Family, ids: string[]) => string[]} */
const namesOf = (family, ids) => ids.map((id) => personOf(family, id).name);

/**
 * Returns a couple in words: `Ruth and Samuel, divorced, from 2008 until 2018`.
 * @type {(family: Family, couple: Couple) => string}
 */
export function coupleInWords(family, { partners, status, since, until }) {
  const words = WORDS.couple;
  const names = listed(namesOf(family, partners));
  if (partners.length === 1) return fill(words.alone, { name: names });
  const years = [];
  if (since !== null) years.push(fill(until === null ? words.since : words.from, { year: since }));
  if (until !== null) years.push(fill(words.until, { year: until }));
  return [names, WORDS.statuses[status].means, years.join(" ")].filter(Boolean).join(", ");
}

/** @type {(family: Family, couple: Couple, child: string) => string} */
function childInWords(family, couple, child) {
  const twins = couple.twins.find((group) => group.includes(child)) ?? [];
  const others = twins.filter((twin) => twin !== child);
  const names = listed(namesOf(family, others));
  const tie = WORDS.ties[tiesOf(couple).get(child) ?? ""].child;
  const together = names && fill(WORDS.couple.together, { names });
  return [personOf(family, child).name, tie, together].filter(Boolean).join(", ");
}

/**
 * Returns a line between two people in words: `Maya and Joan: close.`.
 * @type {(family: Family, number: number) => string}
 */
export function relationshipInWords(family, number) {
  const { between, kind, note } = family.relationships[number];
  const [one, other] = namesOf(family, between);
  const { sentence, means } = WORDS.kinds[kind];
  return withNote(fill(sentence ?? WORDS.relationship, { one, other, means }), note);
}

/**
 * Returns who lives in a home: `At Ruth’s: Ruth, Maya and Leo.`.
 * @type {(family: Family, number: number) => string}
 */
export function householdInWords(family, number) {
  const { name, members } = family.households[number];
  const { sentence, unnamed } = WORDS.household;
  return fill(sentence, { name: name ?? unnamed, names: listed(namesOf(family, members)) });
}

/**
 * Returns everything that the drawing shows, in the same generations, as a nested list.
 * @type {(family: Family, rows: string[][]) => string}
 */
export function familyInWords(family, rows) {
  const words = WORDS.lists;
  const lists = [
    ...rows.map((people, row) => {
      const title = words.generations[row] ?? fill(words.generation, { number: row + 1 });
      return list(title, [
        ...people.map((id) => item({ "data-person": id }, escapeText(personInWords(family, id)))),
        // A couple stands with its partners.
        ...[...family.couples.entries()]
          .filter(([, { partners }]) => people.includes(partners[0]))
          .map(([number, couple]) => coupleItem(family, couple, number)),
      ]);
    }),
    list(
      words.relationships,
      [...family.relationships.keys()].map((n) =>
        item({ "data-relationship": n }, escapeText(relationshipInWords(family, n))),
      ),
    ),
    list(
      words.households,
      [...family.households.keys()].map((n) =>
        item({ "data-household": n }, escapeText(householdInWords(family, n))),
      ),
    ),
    list(
      words.notes,
      family.notes.map((note) => item({}, escapeText(closed(note)))),
    ),
  ];
  const { title, year } = family;
  const head = element("p", {}, escapeText(fill(words.head, { title, year })));
  return element("div", { class: "kb-genogram-words" }, head + element("ul", {}, lists.join("")));
}

/** @type {(attributes: Record<string, string | number>, text: string, below?: string[]) => string} */
const item = (attributes, text, below = []) =>
  element("li", attributes, text + (below.length ? element("ul", {}, below.join("")) : ""));

/** @type {(title: string, items: string[]) => string} */
const list = (title, items) => (items.length ? item({}, title, items) : "");

/** @type {(family: Family, couple: Couple, number: number) => string} */
function coupleItem(family, couple, number) {
  const children = siblingsOf(family, couple).map((child) =>
    item({}, escapeText(childInWords(family, couple, child))),
  );
  const words = escapeText(`${coupleInWords(family, couple)}.`);
  const below = children.length ? ` ${WORDS.couple.children}` : "";
  return item({ "data-couple": number }, words + below, children);
}

/**
 * Returns what is wrong with a text as a list.
 * @type {(findings: Finding[]) => string}
 */
export function findingsInWords(findings) {
  const { head, place } = WORDS.findings;
  const items = findings.map(({ line, column, message }) => {
    const where = element("strong", {}, escapeText(`${fill(place, { line, column })}:`));
    return item({}, `${where} ${escapeText(message)}`);
  });
  const text = element("p", {}, escapeText(`${head}:`)) + element("ul", {}, items.join(""));
  return element("div", { class: "kb-genogram-problems" }, text);
}
