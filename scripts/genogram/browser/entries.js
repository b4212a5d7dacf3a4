import { WORDS } from "./data.js";
import { ADULT, ageOf, personOf, tiesOf } from "./family.js";

/** @import { Family } from "./types" */

/** @typedef {"persons" | "couples" | "relationships" | "households"} Section */
/** @typedef {{entry: string, chosen: string}} Entry A line to add, and what of it to type over. */

/**
 * Returns a new entry for a section; null if there is nobody yet for whom it could be.
 * @type {(section: Section, family: Family, text: string) => Entry | null}
 */
export function newEntry(section, family, text) {
  const ids = [...family.persons.keys()];
  const { new_person: name, new_home: home } = WORDS.editor;
  switch (section) {
    case "persons": {
      let count = 1;
      while (text.includes(`person-${count}`)) count += 1;
      return { entry: `  person-${count}: {name: ${name}, gender: not known}`, chosen: name };
    }
    case "couples": {
      const parent = newParent(family);
      return parent === null
        ? null
        : { entry: `  - {partners: [${parent}], children: []}`, chosen: parent };
    }
    case "relationships": {
      // Who came last is most likely meant.
      const chosen = ids.slice(-2).join(", ");
      return { entry: `  - {between: [${chosen}], kind: close}`, chosen };
    }
    default: {
      const chosen = likelyHome(family).join(", ");
      return { entry: `  - {name: ${home}, members: [${chosen}]}`, chosen };
    }
  }
}

/**
 * Returns the one who was added last and may be a parent: not known to be a child, nor the person
 * that the drawing is about, nor in a couple yet. A second partner, and how they live, is for
 * the writer to say: nobody is married by a button.
 * @type {(family: Family) => string | null}
 */
function newParent(family) {
  const inCouple = new Set(family.couples.flatMap(({ partners }) => partners)).add(family.index);
  const mayBe = (/** @type {string} */ id) => {
    const person = personOf(family, id);
    return !inCouple.has(id) && !person.pregnancy && (ageOf(family, person) ?? ADULT) >= ADULT;
  };
  return [...family.persons.keys()].findLast(mayBe) ?? null;
}

/**
 * Returns who is most likely to live together: a child with parents who are not apart.
 * @type {(family: Family) => string[]}
 */
function likelyHome({ couples, index }) {
  const together = couples.filter(({ status }) => status === "married" || status === "cohabiting");
  const parents = together.find((couple) => tiesOf(couple).has(index));
  return parents ? [...parents.partners, ...tiesOf(parents).keys()] : [index];
}

/** @type {(line: string) => boolean} */
const isEntry = (line) => line.trim() !== "" && !line.startsWith("#");

/**
 * Returns where in a text an entry of a section belongs, and with what before it: at the end of
 * the section, or in a new one. Null if the section has all its entries on one line.
 * @type {(section: Section, lines: string[]) => {line: number, before: string} | null}
 */
export function placeForEntry(section, lines) {
  const head = new RegExp(`^${section}:\\s*(#.*)?$`);
  const start = lines.findIndex((line) => head.test(line));
  if (start >= 0) {
    const length = lines.slice(start + 1).findIndex((line) => /^[^\s#-]/.test(line));
    const end = length < 0 ? lines.length : start + 1 + length;
    return { line: lines.slice(0, end).findLastIndex(isEntry), before: "\n" };
  }
  if (lines.some((line) => line.startsWith(`${section}:`))) return null;
  const line = lines.findLastIndex((text) => text.trim());
  return { line: Math.max(line, 0), before: `\n\n${section}:\n` };
}
