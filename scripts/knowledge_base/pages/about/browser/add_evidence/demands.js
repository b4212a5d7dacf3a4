/** The reader of demands; its twin is `reading/demands.py`. */

/** @import { Condition, Demand, Finding, Rules, Trail } from "./types" */

/** What stands for a value that is wrong by itself: it breaks no demand. */
const UNREAD = Symbol("unread");
const PLACE = /\{([a-z_.:*]+)\}/g;
const WITH_PATH = new Set([
  "same as",
  "less than",
  "holds",
  "does not hold",
  "says",
  "does not say",
]);

/** @type {Record<string, (value: any, operand: any) => any>} */
const OPERATORS = {
  is: (value, operand) => value === operand,
  "is not": (value, operand) => value !== operand,
  "is one of": (value, words) => words.includes(value),
  "is none of": (value, words) => !words.includes(value),
  "same as": (value, other) => value === other,
  given: (value) => isGiven(value),
  absent: (value) => !isGiven(value),
  lacks: (value, names) => {
    const missing = isGiven(value) ? names.filter((/** @type {string} */ n) => !(n in value)) : [];
    return missing.length ? missing : false;
  },
  holds: (values, item) => values !== null && values.includes(item),
  "does not hold": (values, item) => values !== null && !values.includes(item),
  "less than": (value, other) => value < other,
  "at most": (value, most) => value <= most,
  "longer than": (text, most) => [...text].length > most && [...text].length,
  "not like": (text, form) => !new RegExp(`^(?:${form})$`, "u").test(text),
  "does not begin": (text, signs) => !/^[\p{Lu}\p{Nd}]/u.test(text) && !signs.includes(text[0]),
  says: (text, words) => pattern(words).exec(text)?.[0],
  "does not say": (text, words) => !pattern(words).test(text),
};

/** @param {any} value */
function isGiven(value) {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== "";
}

/** @param {string[]} words */
function pattern(words) {
  const letter = "[\\p{L}\\p{N}_]";
  const alternatives = words.map((word) =>
    word.replace(/[.+?^${}()|[\]\\/]/g, "\\$&").replaceAll("*", `${letter}*`),
  );
  return new RegExp(`(?<!${letter})(?:${alternatives.join("|")})(?!${letter})`, "iu");
}

/** One file, as demands see it. */
class File {
  /**
   * @param {Rules} rules
   * @param {string} kind
   * @param {string} id
   * @param {any} value
   * @param {Trail[]} unread The trails of what is wrong by itself.
   */
  constructor(rules, kind, id, value, unread) {
    this.rules = rules;
    this.kind = kind;
    this.id = id;
    this.value = value;
    this.unread = new Set(unread.map((trail) => trail.join(".")));
    /** Of which item of a list a demand is made: `*` in a path. */
    this.position = 0;
  }

  /**
   * What a path leads to, or a property of what that names; null for nothing.
   * @param {string} path
   */
  at(path) {
    const [place, property] = path.split(":");
    if (place === "id") return this.id;
    let value = this.value;
    let shape = this.rules.shapes[this.kind];
    let trail = "";
    for (const part of place.split(".")) {
      const step = part === "*" ? String(this.position) : part;
      trail = trail ? `${trail}.${step}` : step;
      if (this.unread.has(trail)) return UNREAD;
      value = value[step] ?? null;
      if (value === null) return null;
      shape = /** @type {any} */ (shape.fields ? shape.fields[step] : shape.item);
    }
    if (!property) return shape.filled && typeof value === "string" ? value.trim() : value;
    const facts = this.rules.facts[shape.ref ?? ""];
    return Object.hasOwn(facts, value) ? (facts[value][property] ?? null) : null;
  }

  /** @param {Condition} condition */
  holds([path, operator, operand]) {
    const value = this.at(path);
    const other = WITH_PATH.has(operator) ? this.at(operand) : operand;
    if (value === UNREAD || other === UNREAD) return false;
    if (WITH_PATH.has(operator) && !isGiven(other)) return false;
    // Of nothing, nothing can be said but that it is nothing, or is not something.
    if (value === null && !["absent", "is not", "is none of"].includes(operator)) return false;
    return OPERATORS[operator](value, other);
  }

  /**
   * @param {string} template
   * @param {any} match
   */
  filled(template, match) {
    return template.replace(PLACE, (_, /** @type {string} */ path) => {
      const value = path === "match" ? match : this.at(path);
      return Array.isArray(value) ? value.join(", ").replaceAll("*", "…") : String(value);
    });
  }

  /**
   * @param {Demand} demand
   * @returns {Finding[]}
   */
  breaks({ rule, when, at, message, hint }) {
    const [list, star] = at.split(".*");
    const items = star === undefined ? [null] : this.at(list);
    if (!Array.isArray(items)) return [];
    return items.flatMap((_, position) => {
      this.position = position;
      let match;
      for (const condition of when) {
        match = this.holds(condition);
        if (!match) return [];
      }
      const trail = at.split(".").map((step) => (step === "*" ? position : step));
      const words = [this.filled(message, match), this.filled(hint, match)];
      const about = when.map(([path]) => path.split(":")[0].replace("*", String(position)));
      return [{ trail, rule, message: words[0], hint: words[1], about }];
    });
  }
}

/**
 * The findings of the demands that a file breaks.
 * @type {(rules: Rules, kind: string, id: string, value: any, unread: Trail[]) => Finding[]}
 */
export function unmet(rules, kind, id, value, unread) {
  if (kind !== "record") return [];
  const file = new File(rules, kind, id, value, unread);
  return rules.demands.flatMap((demand) => file.breaks(demand));
}

/**
 * Whether a condition on the answers so far holds; without one it does.
 * @type {(rules: Rules, condition: Condition | undefined, values: any, position: number) => boolean}
 */
export function isAsked(rules, condition, values, position) {
  if (!condition) return true;
  const file = new File(rules, "record", "", values, []);
  file.position = position;
  return Boolean(file.holds(condition));
}
