/** @import { Report, YamlNode } from "./types" */

const MOST_DEPTH = 20;
const INVISIBLE =
  // oxlint-disable-next-line no-control-regex
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
const INTEGER = /^[-+]?(0|[1-9][0-9]{0,14})$/;
/** @type {Map<string, boolean | null>} */
const PLAIN_WORDS = new Map();
PLAIN_WORDS.set("true", true).set("false", false).set("null", null).set("~", null).set("", null);

/**
 * Returns the values of a YAML text, and reports everything that is wrong with it as YAML.
 * @type {(source: string, report: Report) => YamlNode | undefined}
 */
export function parseYaml(source, report) {
  const invisible = [...source.matchAll(INVISIBLE)];
  for (const { 0: sign, index } of invisible) reportInvisible(sign, index, report);
  const text = source.replace(INVISIBLE, "");
  const inSource = (/** @type {number} */ offset) =>
    invisible.reduce((at, { 0: sign, index }) => (index <= at ? at + sign.length : at), offset);
  const { jsyaml } = /** @type {any} */ (globalThis);
  try {
    const events = jsyaml.parseEvents(text, { maxDepth: MOST_DEPTH });
    return new Builder(jsyaml, text, events, inSource, report).document();
  } catch (error) {
    if (!(error instanceof jsyaml.YAMLException)) throw error;
    const { mark, reason } = /** @type {any} */ (error);
    return report(
      inSource(mark?.position ?? 0),
      `this is not YAML: ${reason}. Look at the indentation, and quote text that holds ': ' or ` +
        "begins with a sign such as '@', '%', '[' or '*'.",
    );
  }
}

/** @type {(sign: string, at: number, report: Report) => void} */
function reportInvisible(sign, at, report) {
  const code = Number(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0");
  report(
    at,
    `the invisible character U+${code} stands here. Delete it, and write the words around it ` +
      "anew; it often comes with text from a PDF.",
  );
}

/**
 * Returns what an unquoted scalar means. A number with a point stays text: no key asks for one.
 * @type {(text: string) => string | number | boolean | null}
 */
function plainValue(text) {
  const word = PLAIN_WORDS.get(text);
  if (word !== undefined) return word;
  return INTEGER.test(text) ? Number(text) : text;
}

/** Builds values from the parser's events. Mappings are Maps: their keys are anybody's. */
class Builder {
  next = 0;
  /** Where the last scalar ended: an empty value stands right after it. */
  end = 0;

  /**
   * @param {any} yaml
   * @param {string} text
   * @param {any[]} events
   * @param {(offset: number) => number} inSource
   * @param {Report} report
   */
  constructor(yaml, text, events, inSource, report) {
    this.yaml = yaml;
    this.text = text;
    this.events = events;
    this.inSource = inSource;
    this.report = report;
  }

  document() {
    if (!this.events.length) {
      return this.report(0, "the text is empty. Write a family, or go back to the example.");
    }
    this.next = 1;
    const root = this.node();
    const second = this.events[this.next + 2];
    if (second) {
      const rest = "holds more than one document. Keep one: remove the line '---' in the middle.";
      this.report(this.inSource(this.start(second)), `the text ${rest}`);
    }
    return root;
  }

  /**
   * Returns where an event's value begins.
   * @param {any} event
   */
  start(event) {
    const { tagStart, anchorStart, style } = event;
    if (tagStart >= 0) return tagStart;
    if (anchorStart >= 0) return anchorStart - 1;
    if (event.type !== this.yaml.EVENT_SCALAR) return event.start;
    if (event.valueStart < 0) return this.end;
    const { SCALAR_STYLE_SINGLE_QUOTED: single, SCALAR_STYLE_DOUBLE_QUOTED: double } = this.yaml;
    return event.valueStart - (style === single || style === double ? 1 : 0);
  }

  /** @returns {YamlNode} */
  node() {
    const event = this.events[this.next];
    this.next += 1;
    const start = this.start(event);
    const at = this.inSource(start);
    if (event.tagStart >= 0 || event.anchorStart >= 0) {
      const sign = this.text[start];
      const rest = "tags, anchors and aliases of YAML are not used here. Write the value out, or";
      this.report(at, `${rest} put quotes around text that begins with '${sign}'.`);
      this.value(event, at);
      return { at, keyAt: at, value: undefined };
    }
    return { at, keyAt: at, value: this.value(event, at) };
  }

  /**
   * @param {any} event
   * @param {number} at
   * @returns {YamlNode["value"]}
   */
  value(event, at) {
    if (event.type === this.yaml.EVENT_SEQUENCE) return this.items();
    if (event.type === this.yaml.EVENT_MAPPING) return this.pairs();
    if (event.type === this.yaml.EVENT_ALIAS) return undefined;
    if (event.valueEnd >= 0) this.end = event.valueEnd;
    const text = this.yaml.getScalarValue(this.text, event);
    // Written as an escape, such as "\u200b".
    for (const [sign] of text.matchAll(INVISIBLE)) reportInvisible(sign, at, this.report);
    return event.style === this.yaml.SCALAR_STYLE_PLAIN ? plainValue(text) : text;
  }

  /** Whether the collection goes on; passes its end. */
  more() {
    if (this.events[this.next].type !== this.yaml.EVENT_POP) return true;
    this.next += 1;
    return false;
  }

  items() {
    const items = [];
    while (this.more()) items.push(this.node());
    return items;
  }

  pairs() {
    /** @type {Map<string, YamlNode>} */
    const pairs = new Map();
    while (this.more()) {
      const event = this.events[this.next];
      const { at: keyAt } = this.node();
      const node = { ...this.node(), keyAt };
      if (event.type !== this.yaml.EVENT_SCALAR) {
        const rest = "Put quotes around text that begins with '{', '[' or '?'.";
        this.report(keyAt, `a key must be a plain word. ${rest}`);
        continue;
      }
      const name = this.yaml.getScalarValue(this.text, event);
      if (pairs.has(name)) {
        const rest = "Keep one of the two; if it belongs to the key above, indent it.";
        this.report(keyAt, `the key '${name}' stands here a second time. ${rest}`);
      } else {
        pairs.set(name, node);
      }
    }
    return pairs;
  }
}

/**
 * Returns where the value at a trail of keys and numbers is, or the nearest value around it.
 * @type {(root: YamlNode, trail: (string | number)[]) => number}
 */
export function offsetAt(root, trail) {
  let node = root;
  for (const step of trail) {
    const { value } = node;
    const inner = value instanceof Map ? value.get(String(step)) : undefined;
    const item = Array.isArray(value) ? value[Number(step)] : inner;
    if (!item) break;
    node = item;
  }
  return node.at;
}
