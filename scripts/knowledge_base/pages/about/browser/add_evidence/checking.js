/** What `kb check` would find in one file, as far as the file and what is on file show it. */

import { unmet } from "./demands.js";
import { byLikeAuthor, nearest } from "./spelling.js";
import { isMapping } from "./yaml.js";

/** @import { Finding, Rules, Shape, Trail } from "./types" */

const LONGEST_SHOWN = 60;

/** @type {(template: string, blanks: Record<string, any>) => string} */
const fill = (template, blanks) =>
  template.replace(/\{([a-z_]+)(?::g)?\}/g, (_, name) => String(blanks[name] ?? ""));

/**
 * A value as a message quotes it: as Python writes it, cut where it is long.
 * @param {any} value
 * @returns {string}
 */
function literal(value) {
  if (value === null || value === "") return "empty";
  if (Array.isArray(value)) return `[${value.map(literal).join(", ")}]`;
  if (typeof value !== "string") return String(value);
  const sign = value.includes("'") && !value.includes('"') ? '"' : "'";
  const plain = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  const text = sign + (sign === "'" ? plain.replaceAll("'", "\\'") : plain) + sign;
  return [...text].length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** @param {Trail} trail */
function nameOf(trail) {
  const last = trail[trail.length - 1];
  if (last === undefined) return "the file";
  if (typeof last === "string") return `'${last}'`;
  return `item ${last + 1} of '${trail[trail.length - 2]}'`;
}

/** Looks through one value, and notes what is wrong by its shape and its words. */
class Check {
  /** @type {Finding[]} */
  findings = [];
  /**
   * Where a field is there under a name that is misspelt.
   * @type {Trail[]}
   */
  misspelt = [];

  /**
   * @param {Rules} rules
   * @param {string} today
   */
  constructor(rules, today) {
    this.rules = rules;
    this.today = today;
  }

  /** @type {(trail: Trail, rule: string, message: string, hint: string) => void} */
  note(trail, rule, message, hint) {
    this.findings.push({ trail, rule, message, hint });
  }

  /**
   * Which known word was meant, as a hint.
   * @type {(word: string, words: string[]) => string}
   */
  meant(word, words) {
    const { close, longest_list: longest } = this.rules.limits;
    const { none, near, few, many } = this.rules.messages.meant;
    if (!words.length) return none;
    const match = nearest(word, words, close);
    if (match !== null) return fill(near, { match });
    const listed = words.toSorted().join(", ");
    return listed.length <= longest ? fill(few, { listed }) : fill(many, { number: words.length });
  }

  /**
   * One of the explanations of what does not fit its shape.
   * @type {(error: string, trail: Trail, value: any, blanks?: Record<string, any>) => void}
   */
  explain(error, trail, value, blanks = {}) {
    const { explanations, wrong_type: wrongType, wanted, right_type: right } = this.rules.messages;
    const { rule, message, hint } = explanations[error] ?? wrongType;
    const isList = Array.isArray(value) && error !== "too_short";
    const what = isList ? "a list" : isMapping(value) ? "keys with values" : literal(value);
    const all = {
      key: trail[trail.length - 1],
      name: nameOf(trail),
      value: literal(value),
      what,
      wanted: fill(wanted[error] ?? "", blanks),
      unless_reported: blanks.reported ? this.rules.messages.unless_reported : "",
      meant: blanks.meant,
      right_type: right.other,
    };
    if (value === null) all.right_type = fill(right.empty, all);
    else if (error === "string_type" && !isList && !isMapping(value)) all.right_type = right.text;
    else if (error === "int_type" || error === "float_type") all.right_type = right.number;
    else if (error === "tuple_type" && typeof value === "string") all.right_type = right.list;
    else if (blanks.meant) all.right_type = blanks.meant;
    this.note(trail, rule, fill(message, all), fill(hint, all));
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  look(shape, value, trail) {
    const reported = /** @type {any} */ (shape).reported;
    switch (shape.type) {
      case "object":
        return this.object(shape, value, trail);
      case "list":
        return this.list(shape, value, trail);
      case "text":
        if (typeof value !== "string") {
          return this.explain("string_type", trail, value, { reported });
        }
        return this.text(shape, value, trail);
      case "day":
        return this.day(value, trail);
      case "choice":
        return this.choice(shape.values ?? [], value, trail);
      case "boolean":
        return typeof value === "boolean" ? undefined : this.explain("bool_type", trail, value);
      default:
        return this.number(shape, value, trail);
    }
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  object({ fields = {} }, value, trail) {
    if (!isMapping(value)) return this.explain("model_type", trail, value);
    const names = Object.keys(fields).toSorted();
    const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
    const misspelt = new Set(unknown.map((name) => nearest(name, names, this.rules.limits.close)));
    for (const name of unknown) {
      this.explain("extra_forbidden", [...trail, name], value[name], {
        meant: this.meant(name, names),
      });
    }
    for (const [name, field] of Object.entries(fields)) {
      const place = [...trail, name];
      if (misspelt.has(name)) this.misspelt.push(place);
      const isThere = Object.hasOwn(value, name);
      if (isThere && (value[name] !== null || field.required)) {
        this.look(field, value[name], place);
      } else if (!isThere && field.required && !misspelt.has(name)) {
        this.explain("missing", place, undefined, field);
      }
    }
    return undefined;
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  list(shape, value, trail) {
    if (!Array.isArray(value)) return this.explain("tuple_type", trail, value, shape);
    for (const [position, item] of value.entries()) {
      this.look(/** @type {Shape} */ (shape.item), item, [...trail, position]);
    }
    if (value.length < (shape.least ?? 0)) {
      this.explain("too_short", trail, value, { min_length: "one" });
    }
    const ref = shape.item?.ref;
    const twice = value.filter((item, n) => ref && value.indexOf(item) < n);
    for (const item of twice) {
      const [message, hint] = this.rules.messages["repeated-item"];
      const place = [...trail, value.lastIndexOf(item)];
      const blanks = { kind: ref?.replaceAll("-", " "), value: item };
      this.note(place, "repeated-item", fill(message, blanks), hint);
    }
    return undefined;
  }

  /** @type {(shape: Shape, value: string, trail: Trail) => void} */
  text(shape, value, trail) {
    const trimmed = shape.filled ? value.trim() : value;
    if (shape.filled && !trimmed) return this.explain("string_too_short", trail, value);
    for (const [error, form] of shape.patterns ?? []) {
      if (!new RegExp(`^(?:${form})$`, "u").test(trimmed)) return this.explain(error, trail, value);
    }
    const marks = this.rules.limits.marks.map(([form, flags]) =>
      new RegExp(form, flags).exec(value),
    );
    const mark = marks.find((match) => match !== null)?.[0];
    if (mark) {
      const [message, hint] = this.rules.messages["unfinished-text"];
      this.note(trail, "unfinished-text", fill(message, { mark }), hint);
    }
    return shape.ref ? this.reference(shape.ref, value, trail) : undefined;
  }

  /** @type {(kind: string, value: string, trail: Trail) => void} */
  reference(kind, value, trail) {
    const { facts, messages, limits } = this.rules;
    if (Object.hasOwn(facts[kind], value)) return;
    const words = Object.keys(facts[kind]);
    if (kind in messages.nouns) {
      const [message, hint] = messages["unknown-term"];
      const blanks = { value, noun: messages.nouns[kind], kind, meant: this.meant(value, words) };
      this.note(trail, "unknown-term", fill(message, blanks), fill(hint, blanks));
    } else if (kind in messages.where) {
      const [message, hint] = messages["unknown-reference"];
      const alike = kind === "source" ? byLikeAuthor(value, words) : words;
      const isNear = kind !== "source" || nearest(value, alike, limits.close) !== null;
      const meant = isNear ? this.meant(value, alike) : "";
      const blanks = { kind: kind.replaceAll("-", " "), value, meant, where: messages.where[kind] };
      this.note(trail, "unknown-reference", fill(message, blanks), fill(hint, blanks).trim());
    }
  }

  /** @type {(value: any, trail: Trail) => void} */
  day(value, trail) {
    const isForm = typeof value === "string" && /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(value);
    const date = new Date(`${value}T00:00:00Z`);
    if (!isForm || Number.isNaN(+date) || date.toISOString().slice(0, 10) !== value) {
      return this.explain("date_type", trail, value);
    }
    if (value <= this.today) return undefined;
    const [message, hint] = this.rules.messages["future-date"];
    const blanks = { date: value, as_of: this.today };
    return this.note(trail, "future-date", fill(message, blanks), hint);
  }

  /** @type {(values: string[], value: any, trail: Trail) => void} */
  choice(values, value, trail) {
    if (values.includes(value)) return;
    const choices = values.map((one) => `'${one}'`);
    const expected = `${choices.slice(0, -1).join(", ")} or ${choices[choices.length - 1]}`;
    const meant = typeof value === "string" ? this.meant(value, values) : "";
    this.explain("literal_error", trail, value, { expected, meant });
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  number(shape, value, trail) {
    const isRight =
      typeof value === "number" && (shape.type === "number" || Number.isInteger(value));
    if (!isRight) {
      this.explain(shape.type === "number" ? "float_type" : "int_type", trail, value);
    } else if (value < (shape.minimum ?? -Infinity)) {
      this.explain("greater_than_equal", trail, value, { ge: shape.minimum });
    } else if (value > (shape.maximum ?? Infinity)) {
      this.explain("less_than_equal", trail, value, { le: shape.maximum });
    }
  }

  /**
   * An optional field that is there and says nothing is worth a word once all else is right.
   * @type {(shape: Shape, value: any, trail: Trail) => void}
   */
  empty(shape, value, trail) {
    for (const [name, field] of Object.entries(shape.fields ?? {})) {
      const place = [...trail, name];
      if (isMapping(value) && value[name] === null) {
        const [message, hint] = this.rules.messages.empty_field;
        this.note(place, "wrong-type", fill(message, { name: nameOf(place) }), hint);
      } else if (isMapping(value) && value[name]) this.empty(field, value[name], place);
    }
  }
}

/** @param {string} text */
const letters = (text) => (text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? []).join(" ");

/** @type {(rules: Rules, id: string, record: any) => Finding[]} */
function repeated(rules, id, { source, claim }) {
  if (typeof claim !== "string" || typeof source !== "string") return [];
  const [message, hint] = rules.messages["repeated-claim"];
  const twin = Object.entries(rules.facts.record).find(
    ([other, record]) =>
      other !== id &&
      !record.gone &&
      record.source === source &&
      letters(record.label) === letters(claim),
  );
  if (!twin) return [];
  const words = fill(message, { path: twin[1].path });
  return [{ trail: ["claim"], rule: "repeated-claim", message: words, hint }];
}

/**
 * What is wrong with a record or a study.
 * @type {(rules: Rules, kind: string, id: string, value: any, today: string) => Finding[]}
 */
export function findingsIn(rules, kind, id, value, today) {
  const check = new Check(rules, today);
  check.look(rules.shapes[kind], value, []);
  if (!isMapping(value)) return check.findings;
  const wrong = check.findings.filter(({ rule }) => !OF_WORDS.has(rule));
  if (!wrong.length) check.empty(rules.shapes[kind], value, []);
  const unread = [...wrong.map(({ trail }) => trail), ...check.misspelt];
  const demanded = unmet(rules, kind, id, value, unread);
  const twins = kind === "record" ? repeated(rules, id, value) : [];
  const excused = new Set((value.exceptions ?? []).map((/** @type {any} */ one) => one?.rule));
  return [...check.findings, ...demanded, ...twins].filter(({ rule }) => !excused.has(rule));
}

/** Rules about what a value says; by its shape it can be read. */
const OF_WORDS = new Set([
  "unknown-term",
  "unknown-reference",
  "repeated-item",
  "unfinished-text",
  "future-date",
]);
