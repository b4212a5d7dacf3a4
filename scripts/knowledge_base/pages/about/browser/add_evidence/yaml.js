/** YAML as `kb` writes it: short on the line, long folded. Its twin is `contributing/drafts.py`. */

const WIDTH = 96;
/** Fields that always stand on lines of their own. */
const PROSE = new Set(["claim", "note"]);
const NUMBER = /^[-+]?(0|[1-9][0-9]*)(\.[0-9]+)?$/;
const MOST_DIGITS = 19;

/**
 * Whether a text means itself without quotes.
 * @type {(text: string, inList: boolean) => boolean}
 */
function isPlain(text, inList) {
  if (!text || ["true", "false", "null", "~"].includes(text)) return false;
  if (NUMBER.test(text) && text.length <= MOST_DIGITS) return false;
  if (text === "-") return inList;
  if (/^[,[\]{}#&*!|>'"%@`]/.test(text) || /^[-?:]( |$)/.test(text)) return false;
  if (/: |:$| #/.test(text)) return false;
  return !inList || !/[,[\]{}]|^[?:]/.test(text);
}

/** @type {(text: string, inList: boolean) => string} */
const scalar = (text, inList) => (isPlain(text, inList) ? text : `'${text.replaceAll("'", "''")}'`);

/** @type {(text: string, indent: string) => string} */
function folded(text, indent) {
  const lines = [indent];
  for (const word of text.split(" ")) {
    const last = lines[lines.length - 1];
    const isFirst = last === indent;
    if (!isFirst && [...last].length + 1 + [...word].length > WIDTH) lines.push(indent + word);
    else lines[lines.length - 1] = isFirst ? last + word : `${last} ${word}`;
  }
  return `${lines.join("\n")}\n`;
}

/** @param {any} value */
export const isMapping = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** @type {(values: Record<string, any>, indent: string) => string} */
const inside = (values, indent) =>
  Object.entries(values)
    .map(([name, value]) => written(name, value, indent))
    .join("");

/**
 * A key with its value.
 * @type {(key: string, value: any, indent?: string) => string}
 */
export function written(key, value, indent = "") {
  const deeper = `${indent}  `;
  if (isMapping(value)) return `${indent}${key}:\n${inside(value, deeper)}`;
  if (Array.isArray(value) && value.some(isMapping)) {
    const items = value.map((item) => {
      const lines = inside(item, `${deeper}  `) || `${deeper}  {}\n`;
      return `${deeper}- ${lines.slice(deeper.length + 2)}`;
    });
    return `${indent}${key}:\n${items.join("")}`;
  }
  if (Array.isArray(value)) {
    const items = value.map((item) => scalar(String(item), true));
    return `${indent}${key}: [${items.join(", ")}]\n`;
  }
  if (typeof value !== "string") return `${indent}${key}: ${JSON.stringify(value)}\n`;
  const text = value.trim().split(/\s+/u).join(" ");
  const line = `${indent}${key}: ${scalar(text, false)}\n`;
  if (!PROSE.has(key) && [...line].length <= WIDTH) return line;
  return `${indent}${key}: >-\n${folded(text, deeper)}`;
}

/**
 * A key with a text whose lines stay as they are.
 * @type {(key: string, text: string) => string}
 */
export function block(key, text) {
  const lines = text.trim().split(/\r\n|\r|\n/);
  const indented = lines.map((line) => (line.trim() ? `  ${line}` : ""));
  return `${key}: |\n${indented.join("\n")}\n`;
}

/** @param {Record<string, any>} values */
export const yamlOf = (values) => inside(values, "");
