import { reportContradictions } from "./contradictions.js";
import { SCHEMA } from "./data.js";
import { validate } from "./schema.js";
import { parseYaml } from "./yaml.js";

/** @import { Family, Finding, Report } from "./types" */

/** More than the largest family that can be drawn; spares the page a text that would freeze it. */
const MOST_CHARACTERS = 100_000;
const MOST_FINDINGS = 100;

/**
 * Returns the family that a text describes, or null and everything that is wrong with the text.
 * @type {(text: string) => {family: Family | null, findings: Finding[]}}
 */
export function readFamily(text) {
  /** @type {{offset: number, message: string}[]} */
  const findings = [];
  /** @type {Report} */
  const report = (offset, message) => {
    findings.push({ offset, message });
    return undefined;
  };
  const family = (text.length > MOST_CHARACTERS ? tooLong : read)(text, report) ?? null;
  findings.sort((a, b) => a.offset - b.offset);
  const rest = findings.splice(MOST_FINDINGS);
  if (rest.length)
    report(rest[0].offset, `from here on, ${rest.length} more mistakes are left out.`);
  const located = findings.map(({ offset, message }) => {
    const before = text.slice(0, offset).split("\n");
    // Columns count characters, of which a string may hold two units each.
    return { line: before.length, column: [...before[before.length - 1]].length + 1, message };
  });
  return { family: located.length ? null : family, findings: located };
}

/** @type {(text: string, report: Report) => Family | undefined} */
function read(text, report) {
  const root = parseYaml(text, report);
  const family = root && validate(root, SCHEMA, report);
  if (root && family) reportContradictions(root, family, report);
  return family;
}

/** @type {(text: string, report: Report) => undefined} */
function tooLong(text, report) {
  const { maxProperties } = SCHEMA.properties?.persons ?? {};
  const message = `the text has ${text.length} characters; at most ${MOST_CHARACTERS} are read.`;
  return report(0, `${message} A family of ${maxProperties} people needs far fewer.`);
}
