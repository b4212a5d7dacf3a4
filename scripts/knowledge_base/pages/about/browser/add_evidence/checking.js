/** What `kb check` would find in one file, as far as the file and what is on file show it. */

import { unmet } from "./demands.js";
import { byLikeAuthor, nearest } from "./spelling.js";

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
  if (typeof value !== "string") return Array.isArray(value) ? "[]" : String(value);
  const sign = value.includes("'") && !value.includes('"') ? '"' : "'";
  const plain = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  const text = sign + (sign === "'" ? plain.replaceAll("'", "\\'") : plain) + sign;
  return [...text].length <= LONGEST_SHOWN ? text : `${text.slice(0, LONGEST_SHOWN - 1)}…`;
}

/** @param {Trail} trail */
function nameOf(trail) {
  const last = trail[trail.length - 1];
  return typeof last === "string"
    ? `'${last}'`
    : `item ${last + 1} of '${trail[trail.length - 2]}'`;
}

/**
 * Looks through the answers of one file, and notes what is wrong with each by itself. Keys, lists
 * and what is chosen from a list are right: the form has them from the model.
 */
class Check {
  /** @type {Finding[]} */
  findings = [];

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
   * One of the explanations of what does not fit its shape.
   * @type {(error: string, trail: Trail, value: any, blanks?: Record<string, any>) => void}
   */
  explain(error, trail, value, blanks = {}) {
    const { explanations, wrong_type: wrongType, wanted, right_type: right } = this.rules.messages;
    const { rule, message, hint } = explanations[error] ?? wrongType;
    const all = {
      key: trail[trail.length - 1],
      name: nameOf(trail),
      value: literal(value),
      what: literal(value),
      wanted: fill(wanted[error] ?? "", blanks),
      unless_reported: blanks.reported ? this.rules.messages.unless_reported : "",
      right_type: /^(?:int|float)_type$/.test(error) ? right.number : right.other,
    };
    this.note(trail, rule, fill(message, all), fill(hint, all));
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  look(shape, value, trail) {
    if (shape.type === "object") this.object(shape, value, trail);
    else if (shape.type === "list") this.list(shape, value, trail);
    else if (shape.type === "text") this.text(shape, value, trail);
    else if (shape.type === "day") this.day(value, trail);
    else if (shape.type === "integer" || shape.type === "number") this.number(shape, value, trail);
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  object({ fields = {} }, value, trail) {
    for (const [name, field] of Object.entries(fields)) {
      const place = [...trail, name];
      if (Object.hasOwn(value, name)) this.look(field, value[name], place);
      else if (field.required) this.explain("missing", place, undefined, field);
    }
  }

  /** @type {(shape: Shape, value: any, trail: Trail) => void} */
  list(shape, value, trail) {
    for (const [position, item] of value.entries()) {
      this.look(/** @type {Shape} */ (shape.item), item, [...trail, position]);
    }
    if (value.length < (shape.least ?? 0)) {
      this.explain("too_short", trail, value, { min_length: "one" });
    }
    const ref = shape.item?.ref;
    const [message, hint] = this.rules.messages["repeated-item"];
    for (const [position, item] of value.entries()) {
      if (!ref || value.lastIndexOf(item) !== position || value.indexOf(item) === position)
        continue;
      const blanks = { kind: ref.replaceAll("-", " "), value: item };
      this.note([...trail, position], "repeated-item", fill(message, blanks), hint);
    }
  }

  /** @type {(shape: Shape, value: string, trail: Trail) => void} */
  text(shape, value, trail) {
    const trimmed = shape.filled ? value.trim() : value;
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

  /**
   * What is named, and which known one was meant.
   * @type {(kind: string, value: string, trail: Trail) => void}
   */
  reference(kind, value, trail) {
    const { facts, messages, limits } = this.rules;
    if (Object.hasOwn(facts[kind], value) || !(kind in messages.where)) return;
    const words = Object.keys(facts[kind]);
    const alike = kind === "source" ? byLikeAuthor(value, words) : words;
    const match = nearest(value, alike, limits.close);
    const { none, near, few, many } = messages.meant;
    const listed = alike.toSorted().join(", ");
    let meant = listed.length <= limits.longest_list ? fill(few, { listed }) : "";
    if (match !== null) meant = fill(near, { match });
    else if (kind === "source") meant = "";
    else if (!alike.length) meant = none;
    else meant ||= fill(many, { number: alike.length });
    const [message, hint] = messages["unknown-reference"];
    const blanks = { kind: kind.replaceAll("-", " "), value, meant, where: messages.where[kind] };
    this.note(trail, "unknown-reference", fill(message, blanks), fill(hint, blanks).trim());
  }

  /** @type {(value: string, trail: Trail) => void} */
  day(value, trail) {
    if (value <= this.today) return;
    const [message, hint] = this.rules.messages["future-date"];
    this.note(trail, "future-date", fill(message, { date: value, as_of: this.today }), hint);
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
  const wrong = check.findings.filter(({ rule }) => !OF_WORDS.has(rule));
  const demanded = unmet(
    rules,
    kind,
    id,
    value,
    wrong.map(({ trail }) => trail),
  );
  const twins = kind === "record" ? repeated(rules, id, value) : [];
  const excused = new Set((value.exceptions ?? []).map((/** @type {any} */ one) => one.rule));
  return [...check.findings, ...demanded, ...twins].filter(({ rule }) => !excused.has(rule));
}

/** Rules about what a value says; by its shape it can be read. */
const OF_WORDS = new Set(["unknown-reference", "repeated-item", "unfinished-text", "future-date"]);
