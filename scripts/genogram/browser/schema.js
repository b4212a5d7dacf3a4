import { didYouMean, nearestWord } from "./spelling.js";

/** @import { Report, Rule, YamlNode } from "./types" */

const COMPARE = "Compare with the invented family.";
const ID_FORM = "lower-case letters, digits and single hyphens, as in 'aunt-ruth'.";
const LONGEST_SHOWN = 60;

/** @typedef {(node: YamlNode, rule: Rule, report: Report, label: string) => any} Check */

/**
 * Returns the plain values of a text, with defaults for what is left out, if they are as the
 * schema says; otherwise undefined, and reports everything that is not. Messages call the value
 * by the label.
 * @type {(node: YamlNode, rule: Rule, report: Report, label?: string) => any}
 */
export function validate(node, rule, report, label = "the text") {
  if (node.value === undefined) return undefined;
  if (node.value !== null) return CHECKS[rule.enum ? "enum" : rule.type](node, rule, report, label);
  return report(node.at, `${label} is empty. Give it a value, or remove the key.`);
}

/** @type {Record<string, Check>} */
const CHECKS = {
  enum(node, { enum: terms = [], synonyms = {} }, report, label) {
    const { value } = node;
    const isText = typeof value === "string";
    if (isText && terms.includes(value)) return value;
    if (isText && Object.hasOwn(synonyms, value)) return synonyms[value];
    const quoted = terms.map((term) => `'${term}'`);
    const requirement = `must be ${quoted.slice(0, -1).join(", ")} or ${quoted[quoted.length - 1]}`;
    return mismatch(node, requirement, report, label, isText ? didYouMean(value, terms) : COMPARE);
  },
  string(node, rule, report, label) {
    const { value } = node;
    if (typeof value === "string") return (rule.pattern ? id : text)(node, rule, report, label);
    const isPlain = typeof value === "number" || typeof value === "boolean";
    const hint = isPlain ? "Put quotes around it, so that it is read as text." : COMPARE;
    return mismatch(node, "must be text", report, label, hint);
  },
  integer(node, { minimum = -Infinity, maximum = Infinity }, report, label) {
    const { value } = node;
    if (typeof value !== "number") {
      const hint = "Write digits only, without quotes.";
      return mismatch(node, "must be a whole number", report, label, hint);
    }
    if (value >= minimum && value <= maximum) return value;
    const limit = value > maximum ? `${maximum} or less` : `${minimum} or more`;
    return mismatch(node, `must be ${limit}`, report, label);
  },
  boolean(node, _rule, report, label) {
    if (typeof node.value === "boolean") return node.value;
    return mismatch(node, "must be true or false", report, label);
  },
  array(node, rule, report, label) {
    const { value } = node;
    if (!Array.isArray(value)) {
      const hint = "Put square brackets around it, also where there is only one.";
      const isText = typeof value === "string";
      return mismatch(node, "must be a list", report, label, isText ? hint : COMPARE);
    }
    if (!fits(value.length, rule.minItems, rule.maxItems, node, report, label)) return undefined;
    const items = value.map((item, n) =>
      validate(item, /** @type {Rule} */ (rule.items), report, `item ${n + 1} of ${label}`),
    );
    return items.includes(undefined) ? undefined : items;
  },
  object(node, rule, report, label) {
    if (!(node.value instanceof Map)) {
      return mismatch(node, "must hold keys with values", report, label);
    }
    return (rule.additionalProperties ? byId : byKey)(node, rule, report, label);
  },
};

/** @type {Check} */
function text(node, { maxLength = Infinity }, report, label) {
  const trimmed = String(node.value).trim();
  const { length } = [...trimmed];
  if (!length) return report(node.at, `${label} must say something. ${COMPARE}`);
  if (length <= maxLength) return trimmed;
  const message = `${label} must have at most ${maxLength} characters, not ${length}.`;
  return report(node.at, `${message} Shorten it.`);
}

/** @type {Check} */
function id(node, { pattern = "", maxLength = 0 }, report) {
  const value = String(node.value);
  if (value.length <= maxLength && new RegExp(pattern).test(value)) return value;
  const message = `${display(value)} is not in the form of an id.`;
  return report(node.at, `${message} Use at most ${maxLength} ${ID_FORM}`);
}

/**
 * Whether a list holds neither too little nor too much. One that is too long is reported as that
 * alone, before anything in it is looked at.
 * @type {(count: number, least: number | undefined, most: number | undefined, node: YamlNode,
 *   report: Report, label: string) => boolean}
 */
function fits(count, least = 0, most = Infinity, node, report, label) {
  if (count > most) {
    report(node.at, `${label} must name at most ${most}, not ${count}. Leave some out.`);
  } else if (count < least) {
    const number = least === 1 ? "one" : least;
    report(node.at, `${label} must name at least ${number}, not ${count}. ${COMPARE}`);
  }
  return count >= least && count <= most;
}

/** @type {Check} */
function byId(node, rule, report, label) {
  const entries = /** @type {Map<string, YamlNode>} */ (node.value);
  const { minProperties, maxProperties, propertyNames = rule, additionalProperties = rule } = rule;
  if (!fits(entries.size, minProperties, maxProperties, node, report, label)) return undefined;
  const values = new Map();
  for (const [name, inner] of entries) {
    const key = id({ ...inner, at: inner.keyAt, value: name }, propertyNames, report, name);
    const value = validate(inner, additionalProperties, report, `'${name}'`);
    if (key !== undefined && value !== undefined) values.set(key, value);
  }
  return values.size === entries.size ? values : undefined;
}

/** @type {Check} */
function byKey(node, { properties = {}, required = [] }, report) {
  const inners = /** @type {Map<string, YamlNode>} */ (node.value);
  const names = Object.keys(properties);
  const unknown = [...inners.keys()].filter((name) => !names.includes(name));
  const misspelt = new Set(unknown.map((name) => nearestWord(name, names)));
  for (const name of unknown) {
    const { keyAt } = /** @type {YamlNode} */ (inners.get(name));
    const message = `${display(name)} is not a key that is known here.`;
    report(keyAt, `${message} ${didYouMean(name, names)}`);
  }
  const missing = required.filter((name) => !inners.has(name));
  for (const name of missing) {
    // A key that is only misspelt is reported as that alone.
    if (misspelt.has(name)) continue;
    report(node.at, `'${name}' is missing. Add it, as in the invented family.`);
  }
  const entries = Object.entries(properties).map(([name, rule]) => {
    const inner = inners.get(name);
    if (inner) return [name, validate(inner, rule, report, `'${name}'`)];
    return [name, rule.default ?? (rule.type === "array" ? [] : null)];
  });
  const isWhole = !unknown.length && !missing.length;
  return isWhole && entries.every(([, value]) => value !== undefined)
    ? Object.fromEntries(entries)
    : undefined;
}

/**
 * @type {(node: YamlNode, requirement: string, report: Report, label: string, hint?: string) =>
 *   undefined}
 */
function mismatch(node, requirement, report, label, hint = COMPARE) {
  return report(node.at, `${label} ${requirement}, not ${display(node.value)}. ${hint}`);
}

/**
 * Returns how a message shows a value.
 * @type {(value: YamlNode["value"]) => string}
 */
function display(value) {
  if (Array.isArray(value)) return "a list";
  if (value instanceof Map) return "keys with values";
  if (typeof value !== "string") return String(value);
  const letters = [...value];
  const start = letters.slice(0, LONGEST_SHOWN - 1).join("");
  return letters.length > LONGEST_SHOWN ? `'${start}…'` : `'${value}'`;
}
