/*
 * The text of a family → plain values that remember line and column, and what is wrong with it
 * as YAML. The same as yaml_source.py, over js-yaml's events; only the words about text that is
 * no YAML at all are the parser's own. Mappings are Maps: their keys come from whoever writes.
 */
(function () {
  'use strict';

  const kb = (window.kbGenogram = window.kbGenogram || {});
  const MOST_DEPTH = 20;
  const MOST_DIGITS = 19;
  const MOST_INVISIBLE = 20;
  const INVISIBLE =
    /[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
  const INTEGER = /^[-+]?(0|[1-9][0-9]*)$/;
  const DECIMAL = /^[-+]?(0|[1-9][0-9]*)\.[0-9]+$/;
  const WORDS = new Map([['true', true], ['false', false], ['null', null], ['~', null], ['', null]]);

  /** A number with a point, which a message shows with its point. */
  class Decimal {
    constructor(text) {
      this.number = Number(text);
    }
  }

  /** Reading can't go on; carries the finding that says why. */
  class Refused extends Error {
    constructor(finding) {
      super(finding.message);
      this.finding = finding;
    }
  }

  function finding(place, rule, message, hint) {
    return { line: place[0], column: place[1], rule: rule, message: message, hint: hint };
  }

  function invisible(place, character) {
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
    return finding(
      place,
      'invisible-character',
      'the invisible character U+' + code + ' stands here.',
      'Delete it, and write the words around it anew; it often comes with text from a PDF.'
    );
  }

  /** Returns what tells line and column of an offset, both from 1, columns in characters. */
  function placesIn(source) {
    const starts = [0];
    for (let at = source.indexOf('\n'); at >= 0; at = source.indexOf('\n', at + 1)) starts.push(at + 1);
    return function (offset) {
      let line = 0;
      let last = starts.length - 1;
      while (line < last) {
        const middle = Math.ceil((line + last) / 2);
        if (starts[middle] <= offset) line = middle;
        else last = middle - 1;
      }
      return [line + 1, Array.from(source.slice(starts[line], offset)).length + 1];
    };
  }

  function key(trail) {
    return JSON.stringify(trail);
  }

  function parse(given) {
    const document = { value: null, values: new Map(), keys: new Map() };
    const placeGiven = placesIn(given);
    const findings = Array.from(given.matchAll(INVISIBLE))
      .slice(0, MOST_INVISIBLE)
      .map(function (match) {
        return invisible(placeGiven(match.index), match[0]);
      });
    const source = given.replace(INVISIBLE, '');
    const place = placesIn(source);
    try {
      const events = window.jsyaml.parseEvents(source, {});
      document.value = build(source, place, events, document, findings);
    } catch (error) {
      document.value = null;
      if (error instanceof Refused) {
        findings.push(error.finding);
      } else if (error instanceof window.jsyaml.YAMLException) {
        const mark = error.mark;
        findings.push(
          finding(
            mark ? place(mark.position) : [1, 1],
            'not-yaml',
            'this is not YAML: ' + error.reason + '.',
            "Look at the indentation, and quote text that holds ': ' or begins with a sign such as " +
              "'@', '%', '[' or '*'."
          )
        );
      } else {
        throw error;
      }
    }
    return { document: document, findings: findings };
  }

  function build(source, placeOf, events, document, findings) {
    const yaml = window.jsyaml;
    let next = 0;
    /** Where the last event ended: an empty value stands right after it. */
    let end = 0;

    function skipped(from, also) {
      let at = from;
      for (;;) {
        if (source[at] === '#' && /\s/.test(source[at - 1] || '\n')) {
          while (at < source.length && source[at] !== '\n') at += 1;
        } else if (at < source.length && (/\s/.test(source[at]) || source[at] === also)) {
          at += 1;
        } else {
          return at;
        }
      }
    }

    function startOf(event, inside) {
      const properties = [event.anchorStart, event.tagStart + 1]
        .filter(function (start) { return start > 0; })
        .map(function (start) { return start - 1; });
      let start = event.start;
      if (event.type === yaml.EVENT_ALIAS) return event.anchorStart - 1;
      if (event.type === yaml.EVENT_SCALAR) {
        start = event.valueStart;
        if (start < 0) {
          start = emptyStart(inside);
        } else if (
          event.style === yaml.SCALAR_STYLE_SINGLE_QUOTED ||
          event.style === yaml.SCALAR_STYLE_DOUBLE_QUOTED
        ) {
          start -= 1;
        } else if (event.style !== yaml.SCALAR_STYLE_PLAIN) {
          start = source.slice(end, start).search(/[|>]/) + end;
        }
      }
      return Math.min.apply(null, properties.concat(start));
    }

    function emptyStart(inside) {
      if (inside.kind === 'sequence') {
        const dash = skipped(end);
        return source[dash] === '-' ? dash + 1 : end;
      }
      const colon = skipped(end);
      if (source[colon] !== ':') return end;
      return inside.flow ? skipped(colon + 1) : colon + 1;
    }

    function passed(event) {
      if (event.type === yaml.EVENT_SCALAR && event.valueEnd >= 0) {
        end = event.valueEnd;
        if (
          event.style === yaml.SCALAR_STYLE_SINGLE_QUOTED ||
          event.style === yaml.SCALAR_STYLE_DOUBLE_QUOTED
        ) {
          end += 1;
        }
      } else if (event.start >= 0) {
        end = Math.max(end, event.style === yaml.COLLECTION_STYLE_FLOW ? event.start + 1 : event.start);
      }
    }

    function allowed(event, inside) {
      const place = placeOf(startOf(event, inside));
      if (event.anchorStart >= 0) {
        const sign = event.type === yaml.EVENT_ALIAS ? '*' : '&';
        const name = sign + source.slice(event.anchorStart, event.anchorEnd);
        throw new Refused(
          finding(
            place,
            'yaml-feature',
            "'" + name + "' is a YAML " + (sign === '*' ? 'alias' : 'anchor') + ', which is not used here.',
            "Write the value out, or put quotes around text that begins with '" + sign + "'."
          )
        );
      }
      if (event.tagStart >= 0) {
        const tag = source.slice(event.tagStart, event.tagEnd).replace(/^!!/, 'tag:yaml.org,2002:');
        throw new Refused(
          finding(
            place,
            'yaml-feature',
            "'" + tag + "' is a YAML tag, which is not used here.",
            "Remove the tag, or put quotes around text that begins with '!'."
          )
        );
      }
      return place;
    }

    function escaped(text, place) {
      const hidden = text.match(INVISIBLE);
      if (hidden) findings.push(invisible(place, hidden[0]));
    }

    function value(event, trail, into, inside) {
      const place = allowed(event, inside);
      passed(event);
      into.values.set(key(trail), place);
      if (trail.length > MOST_DEPTH) {
        throw new Refused(
          finding(
            place,
            'not-yaml',
            'values are nested more than ' + MOST_DEPTH + ' deep.',
            'Compare the indentation with the invented family.'
          )
        );
      }
      if (event.type === yaml.EVENT_SCALAR) {
        const text = yaml.getScalarValue(source, event);
        escaped(text, place);
        return event.style === yaml.SCALAR_STYLE_PLAIN ? scalar(text) : text;
      }
      const flow = event.style === yaml.COLLECTION_STYLE_FLOW;
      const found =
        event.type === yaml.EVENT_SEQUENCE ? items(trail, into, flow) : pairs(trail, into, flow);
      if (flow) end = skipped(end, ',') + 1;
      return found;
    }

    function items(trail, into, flow) {
      const found = [];
      const inside = { kind: 'sequence', flow: flow };
      let event;
      while ((event = events[next++]).type !== yaml.EVENT_POP) {
        found.push(value(event, trail.concat(found.length), into, inside));
      }
      return found;
    }

    function pairs(trail, into, flow) {
      const found = new Map();
      const inside = { kind: 'mapping', flow: flow };
      let event;
      while ((event = events[next++]).type !== yaml.EVENT_POP) {
        const place = allowed(event, inside);
        if (event.type !== yaml.EVENT_SCALAR) {
          throw new Refused(
            finding(
              place,
              'not-yaml',
              'a key must be a plain word.',
              "Put quotes around text that begins with '{', '[' or '?'."
            )
          );
        }
        passed(event);
        const name = yaml.getScalarValue(source, event);
        const below = trail.concat(name);
        escaped(name, place);
        if (found.has(name)) {
          findings.push(
            finding(
              place,
              'duplicate-key',
              "the key '" + name + "' stands here a second time; it was first given on line " +
                into.keys.get(key(below))[0] + '.',
              'Keep one of the two; if it belongs to the key above, indent it.'
            )
          );
          value(events[next++], below, { values: new Map(), keys: new Map() }, inside);
          continue;
        }
        into.keys.set(key(below), place);
        found.set(name, value(events[next++], below, into, inside));
      }
      return found;
    }

    function content(event) {
      return event.type !== yaml.EVENT_DOCUMENT && event.type !== yaml.EVENT_POP;
    }

    while (next < events.length && !content(events[next])) next += 1;
    if (next === events.length) {
      throw new Refused(
        finding([1, 1], 'not-yaml', 'the text is empty.', 'Write a family, or go back to the example.')
      );
    }
    const found = value(events[next++], [], document, { kind: 'document' });
    const second = events.slice(next).find(content);
    if (second) {
      throw new Refused(
        finding(
          placeOf(startOf(second, { kind: 'document' })),
          'not-yaml',
          'the text holds more than one document.',
          "Keep one document a file: remove the line '---' in the middle."
        )
      );
    }
    return found;
  }

  function scalar(text) {
    if (WORDS.has(text)) return WORDS.get(text);
    if (Array.from(text).length > MOST_DIGITS) return text;
    if (INTEGER.test(text)) {
      return Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text.replace('+', ''));
    }
    return DECIMAL.test(text) ? new Decimal(text) : text;
  }

  /** Returns where the value at a trail stands, or the nearest value around it. */
  function at(document, trail) {
    let around = trail;
    while (around.length && !document.values.has(key(around))) around = around.slice(0, -1);
    return document.values.get(key(around)) || [1, 1];
  }

  function atKey(document, trail) {
    return document.keys.get(key(trail)) || at(document, trail);
  }

  kb.Decimal = Decimal;
  kb.finding = finding;
  kb.parse = parse;
  kb.at = at;
  kb.atKey = atKey;
})();
