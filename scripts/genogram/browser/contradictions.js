import { TIE_KEYS, generationsOf, isDead, tiesOf } from "./family.js";
import { didYouMean } from "./spelling.js";
import { offsetAt } from "./yaml.js";

/** @import { Couple, Family, Report, YamlNode } from "./types" */

/** @typedef {(string | number)[]} Trail Keys and numbers that lead to a value. */
/** @typedef {Generator<[trail: Trail, message: string]>} Findings */

const MOST_GENERATIONS = 5;
const CORRECT_A_YEAR = "Correct one of the two years.";

/**
 * Reports where people and years contradict one another.
 * @type {(root: YamlNode, family: Family, report: Report) => void}
 */
export function reportContradictions(root, family, report) {
  const unknown = [...unknownPeople(family)];
  // Without them all, nothing else can be said.
  const findings = unknown.length ? unknown : contradictions(family);
  for (const [trail, message] of findings) report(offsetAt(root, trail), message);
}

/** @type {(family: Family) => Findings} */
function* contradictions(family) {
  yield* wrongYears(family);
  for (const [n, couple] of family.couples.entries()) yield* wrongCouple(couple, n);
  yield* repeatedCouples(family);
  yield* wrongParents(family);
  yield* wrongLinesAndHomes(family);
  yield* wrongGenerations(family);
}

/** @type {(trail: Trail, people: string[]) => [Trail, string][]} */
const each = (trail, people) => people.map((person, n) => [[...trail, n], person]);

/** @type {(family: Family) => Findings} */
function* unknownPeople(family) {
  /** @type {[Trail, string][]} */
  const people = [
    [["index"], family.index],
    ...family.couples.flatMap((couple, n) => [
      ...["partners", ...TIE_KEYS].flatMap((key) =>
        each(["couples", n, key], couple[/** @type {"partners"} */ (key)]),
      ),
      ...couple.twins.flatMap((twins, group) => each(["couples", n, "twins", group], twins)),
    ]),
    ...family.relationships.flatMap((line, n) =>
      each(["relationships", n, "between"], line.between),
    ),
    ...family.households.flatMap((home, n) => each(["households", n, "members"], home.members)),
  ];
  const ids = [...family.persons.keys()];
  for (const [trail, person] of people) {
    if (family.persons.has(person)) continue;
    yield [trail, `'${person}' is not among the persons. ${didYouMean(person, ids)}`];
  }
}

/** @type {(family: Family) => Findings} */
function* wrongYears({ persons, year }) {
  const after = `, after the year of the drawing, ${year}. ${CORRECT_A_YEAR}`;
  for (const [id, person] of persons) {
    const { born, died, age } = person;
    if (Number(born) > year) yield [["persons", id, "born"], `'${id}' is born in ${born}${after}`];
    if (Number(died) > year) yield [["persons", id, "died"], `'${id}' dies in ${died}${after}`];
    if (born === null) continue;
    if (died !== null && died < born) {
      const message = `'${id}' dies in ${died}, before being born in ${born}.`;
      yield [["persons", id, "died"], `${message} ${CORRECT_A_YEAR}`];
    } else if (age !== null && (died !== null || !isDead(person))) {
      const years = (died ?? year) - born;
      if (age === years || age === years - 1) continue;
      const message = `'${id}' is ${age} years old here, but the years make it ${years}.`;
      const hint = "Correct it, or leave 'age' out: it is counted from the years.";
      yield [["persons", id, "age"], `${message} ${hint}`];
    }
  }
}

/** @type {(couple: Couple, number: number) => Findings} */
function* wrongCouple(couple, number) {
  const { partners, since, until, status } = couple;
  if (partners[0] === partners[1]) {
    const message = `'${partners[0]}' stands here twice. Name two people, or one parent alone.`;
    yield [["couples", number, "partners"], message];
  }
  const trail = ["couples", number, "until"];
  if (since !== null && until !== null && until < since) {
    yield [trail, `it ends in ${until}, before it begins in ${since}. ${CORRECT_A_YEAR}`];
  }
  if (until !== null && (status === "married" || status === "cohabiting")) {
    const hint = "Write 'status: separated' or 'status: divorced', or leave 'until' out.";
    yield [trail, `it ends in ${until}, but the couple is ${status}. ${hint}`];
  }
  const children = tiesOf(couple);
  const before = new Set();
  for (const [group, twins] of couple.twins.entries()) {
    const isWrong = (/** @type {string} */ person, /** @type {number} */ n) =>
      !children.has(person) || before.has(person) || twins.indexOf(person) < n;
    const wrong = twins.find(isWrong);
    for (const person of twins) before.add(person);
    if (wrong === undefined && twins.length > 1) continue;
    const isNoTwin = `'${wrong}' is not a child of this couple, or stands among twins twice.`;
    const message = wrong === undefined ? "twins are two or more." : isNoTwin;
    const hint = "Name children of this couple, each in one list.";
    yield [["couples", number, "twins", group], `${message} ${hint}`];
  }
}

/** @type {(family: Family) => Findings} */
function* repeatedCouples({ couples }) {
  const before = new Set();
  for (const [n, { partners }] of couples.entries()) {
    const pair = partners.toSorted().join(" ");
    const hint = "Put all their children into one entry.";
    if (before.has(pair)) {
      yield [["couples", n, "partners"], `these partners stand here a second time. ${hint}`];
    }
    before.add(pair);
  }
}

/** @type {(family: Family) => Findings} */
function* wrongParents({ couples }) {
  const lines = couples.flatMap((couple, n) =>
    TIE_KEYS.flatMap((key) => couple[key].map((child, place) => ({ child, n, key, place }))),
  );
  for (const [number, { child, n, key, place }] of lines.entries()) {
    const before = lines.slice(0, number).filter((line) => line.child === child);
    const byBirth = before.find((line) => line.key === "children");
    const trail = ["couples", n, key, place];
    if (before.some((line) => line.n === n)) {
      const message = `'${child}' stands here as a child of this couple a second time.`;
      yield [trail, `${message} Keep one of the two.`];
    } else if (key === "children" && byBirth) {
      const entry = `entry ${byBirth.n + 1} of 'couples'`;
      const hint = "Write 'adopted' or 'fostered' in one of the two.";
      yield [trail, `'${child}' is already a child by birth in ${entry}. ${hint}`];
    } else if (before.length === 2) {
      yield [trail, `'${child}' has two lines to parents already. Put the third into a note.`];
    }
  }
}

/** @type {(family: Family) => Findings} */
function* wrongLinesAndHomes({ relationships, households }) {
  for (const [n, { between }] of relationships.entries()) {
    if (between[0] !== between[1]) continue;
    const message = `'${between[0]}' stands on both ends of this line. Name two people.`;
    yield [["relationships", n, "between"], message];
  }
  for (const [n, { members }] of households.entries()) {
    for (const [place, person] of members.entries()) {
      if (members.indexOf(person) === place) continue;
      const message = `'${person}' stands in this home a second time. Keep one of the two.`;
      yield [["households", n, "members", place], message];
    }
  }
}

/** @type {(family: Family) => Findings} */
function* wrongGenerations(family) {
  const { rows, conflict } = generationsOf(family);
  const count = Math.max(...rows.values()) + 1;
  if (conflict) {
    const [person, couple] = conflict;
    const message = `by this entry and the others, '${person}' would stand in two generations at once.`;
    const hint =
      "Partners stand side by side and children one below their parents: look for a person who " +
      "is somewhere a child and elsewhere a parent of the same people.";
    yield [["couples", couple], `${message} ${hint}`];
  } else if (count > MOST_GENERATIONS) {
    const message = `these are ${count} generations, and no more than ${MOST_GENERATIONS} are drawn.`;
    yield [["couples"], `${message} Leave out the eldest; a genogram usually has three.`];
  }
}
