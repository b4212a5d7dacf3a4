/*
 * Values → a family, or everything that is wrong, in the words of validation.py and
 * genogram_text.py. The fields and their limits come from the model's own JSON Schema.
 */
(function () {
  'use strict';

  const kb = (window.kbGenogram = window.kbGenogram || {});
  const MOST_GENERATIONS = 5;
  const LONGEST_LIST = 250;
  const COMPARE = 'Compare with the invented family.';
  const ID_HINT = "Use lower-case letters, digits and single hyphens, as in 'aunt-ruth'.";

  // How messages show values: as Python writes them.

  function quoted(text) {
    const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
    let shown = '';
    for (const character of text) {
      const code = character.codePointAt(0);
      if (character === '\\' || character === mark) shown += '\\' + character;
      else if (character === '\n') shown += '\\n';
      else if (character === '\t') shown += '\\t';
      else if (character === '\r') shown += '\\r';
      else if (character === ' ' || !/[\p{C}\p{Z}]/u.test(character)) shown += character;
      else if (code < 0x100) shown += '\\x' + code.toString(16).padStart(2, '0');
      else if (code < 0x10000) shown += '\\u' + code.toString(16).padStart(4, '0');
      else shown += '\\U' + code.toString(16).padStart(8, '0');
    }
    return mark + shown + mark;
  }

  function decimal(number) {
    const size = Math.abs(number);
    if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
      return number.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
    }
    const text = Object.is(number, -0) ? '-0' : String(number);
    return text.includes('.') ? text : text + '.0';
  }

  function written(value) {
    if (value === null) return 'None';
    if (value === true) return 'True';
    if (value === false) return 'False';
    if (typeof value === 'string') return quoted(value);
    if (value instanceof kb.Decimal) return decimal(value.number);
    if (Array.isArray(value)) return '[' + value.map(written).join(', ') + ']';
    if (value instanceof Map) {
      const pairs = Array.from(value, function (pair) {
        return quoted(pair[0]) + ': ' + written(pair[1]);
      });
      return '{' + pairs.join(', ') + '}';
    }
    return String(value);
  }

  function shown(value) {
    if (value === null || value === '') return 'empty';
    if (typeof value === 'boolean') return String(value);
    const text = Array.from(written(value));
    return text.length <= 60 ? text.join('') : text.slice(0, 59).join('') + '…';
  }

  function named(trail) {
    const last = trail[trail.length - 1];
    if (last === undefined) return 'the text';
    if (typeof last === 'string') return "'" + last + "'";
    const before = trail[trail.length - 2];
    return typeof before === 'string' ? 'item ' + (last + 1) + " of '" + before + "'" : 'an item';
  }

  // The nearest known word, as Python's difflib finds it.

  function longestMatch(a, b, aFrom, aTo, bFrom, bTo) {
    let best = [aFrom, bFrom, 0];
    let lengths = new Map();
    for (let i = aFrom; i < aTo; i += 1) {
      const now = new Map();
      for (let j = bFrom; j < bTo; j += 1) {
        if (a[i] !== b[j]) continue;
        const length = (lengths.get(j - 1) || 0) + 1;
        now.set(j, length);
        if (length > best[2]) best = [i - length + 1, j - length + 1, length];
      }
      lengths = now;
    }
    return best;
  }

  function matching(a, b, aFrom, aTo, bFrom, bTo) {
    const best = longestMatch(a, b, aFrom, aTo, bFrom, bTo);
    if (!best[2]) return 0;
    return (
      matching(a, b, aFrom, best[0], bFrom, best[1]) +
      best[2] +
      matching(a, b, best[0] + best[2], aTo, best[1] + best[2], bTo)
    );
  }

  function nearest(word, known) {
    const wanted = Array.from(word.toLowerCase());
    let best = null;
    let most = 0.6;
    known.forEach(function (choice) {
      const letters = Array.from(choice);
      const total = letters.length + wanted.length;
      // Too different in length: spares a long text the comparison.
      if ((2 * Math.min(letters.length, wanted.length)) / total < 0.6) return;
      const ratio = (2 * matching(letters, wanted, 0, letters.length, 0, wanted.length)) / total;
      if (ratio >= most) {
        best = choice;
        most = ratio;
      }
    });
    return best;
  }

  function didYouMean(word, known) {
    const choices = known.slice().sort();
    if (!choices.length) return 'There are none.';
    const match = nearest(word, choices);
    if (match !== null) return "Did you mean '" + match + "'?";
    const listed = choices.join(', ');
    if (listed.length <= LONGEST_LIST) return 'Known: ' + listed + '.';
    return 'There are ' + choices.length + ' known ones, none of them close to this.';
  }

  // Fields and their limits.

  function validate(document, schema) {
    const findings = [];
    /** Where one value breaks two rules, the last is told. */
    const types = new Map();

    function resolved(node) {
      let found = node;
      while (found.$ref || found.anyOf) {
        found = found.$ref ? schema.$defs[found.$ref.split('/').pop()] : found.anyOf[0];
      }
      return found;
    }

    function wrong(trail, value, wanted, hint) {
      const place = kb.at(document, trail);
      let told = hint || COMPARE;
      if (value === null) told = 'Give it a value, or remove the key.';
      let seen = shown(value);
      if (!/^must name/.test(wanted)) {
        if (value instanceof Map) seen = 'keys with values';
        else if (Array.isArray(value)) seen = 'a list';
      }
      types.set(
        place.join(),
        kb.finding(place, 'wrong-type', named(trail) + ' ' + wanted + ', not ' + seen + '.', told)
      );
    }

    function listOf(terms) {
      const quotedTerms = terms.map(function (term) { return "'" + term + "'"; });
      const last = quotedTerms.pop();
      return quotedTerms.length ? quotedTerms.join(', ') + ' or ' + last : last;
    }

    function least(number) {
      return 'must name at least ' + (number === 1 ? 'one' : number);
    }

    function check(value, given, trail) {
      if (given.anyOf && value === null) return null;
      const node = resolved(given);
      if (node.enum) {
        if (node.enum.includes(value)) return value;
        if (node.words && Object.hasOwn(node.words, value)) return node.words[value];
        const hint = typeof value === 'string' ? didYouMean(value, node.enum) : COMPARE;
        wrong(trail, value, 'must be ' + listOf(node.enum), hint);
        return undefined;
      }
      return CHECKS[node.patternProperties ? 'named' : node.type](value, node, trail);
    }

    const CHECKS = {
      string: function (value, node, trail) {
        if (typeof value !== 'string') {
          const hint = /^(number|bigint|boolean)$/.test(typeof value) || value instanceof kb.Decimal
            ? 'Put quotes around it, so that it is read as text.'
            : COMPARE;
          return wrong(trail, value, 'must be text', hint);
        }
        // Ids stand as they are written; text is trimmed.
        const text = node.pattern ? value : value.trim();
        const length = Array.from(text).length;
        if (length > node.maxLength) {
          return wrong(trail, value, 'must have at most ' + node.maxLength + ' characters');
        }
        if (length < node.minLength) return wrong(trail, value, 'must say something');
        if (node.pattern && !new RegExp(node.pattern).test(text)) return idForm(value, trail);
        return text;
      },
      integer: function (value, node, trail) {
        if (typeof value !== 'number' && typeof value !== 'bigint') {
          return wrong(trail, value, 'must be a whole number', 'Write digits only, without quotes.');
        }
        if (value > node.maximum) return wrong(trail, value, 'must be ' + node.maximum + ' or less');
        if (value < node.minimum) return wrong(trail, value, 'must be ' + node.minimum + ' or more');
        return Number(value);
      },
      boolean: function (value, node, trail) {
        if (typeof value === 'boolean') return value;
        return wrong(trail, value, 'must be true or false');
      },
      array: function (value, node, trail) {
        if (!Array.isArray(value)) {
          const hint = typeof value === 'string'
            ? 'Put square brackets around it, also where there is only one.'
            : COMPARE;
          return wrong(trail, value, 'must be a list', hint);
        }
        const known = [findings.length, new Map(types)];
        const items = value.map(function (item, position) {
          return check(item, node.items, trail.concat(position));
        });
        const fitting = items.filter(function (item) { return item !== undefined; });
        if (fitting.length > node.maxItems) {
          // A list that is too long is told as that alone.
          findings.length = known[0];
          types.clear();
          known[1].forEach(function (finding, place) { types.set(place, finding); });
          return wrong(trail, value, 'must name at most ' + node.maxItems);
        }
        if (fitting.length < items.length) return undefined;
        if (items.length < node.minItems) return wrong(trail, value, least(node.minItems));
        return items;
      },
      named: function (value, node, trail) {
        if (!(value instanceof Map)) return wrong(trail, value, 'must hold keys with values');
        const [pattern, item] = Object.entries(node.patternProperties)[0];
        const found = new Map();
        let fits = true;
        value.forEach(function (inner, name) {
          const below = trail.concat(name);
          let known = true;
          if (Array.from(name).length > node.propertyNames.maxLength) {
            known = wrong(
              below, name, 'must have at most ' + node.propertyNames.maxLength + ' characters'
            );
          } else if (!new RegExp(pattern).test(name)) {
            known = idForm(name, below);
          }
          const checked = check(inner, item, below);
          if (known && checked !== undefined) found.set(name, checked);
          else fits = false;
        });
        if (!fits) return undefined;
        if (value.size > node.maxProperties) {
          return wrong(trail, value, 'must name at most ' + node.maxProperties);
        }
        if (value.size < node.minProperties) return wrong(trail, value, least(node.minProperties));
        return found;
      },
      object: function (value, node, trail) {
        if (!(value instanceof Map)) return wrong(trail, value, 'must hold keys with values');
        const names = Object.keys(node.properties);
        const found = {};
        const meant = new Set(
          Array.from(value.keys())
            .filter(function (name) { return !names.includes(name); })
            .map(function (name) { return nearest(name, names); })
        );
        let fits = true;
        names.forEach(function (name) {
          if (value.has(name)) {
            found[name] = check(value.get(name), node.properties[name], trail.concat(name));
            if (found[name] === undefined) fits = false;
          } else if ((node.required || []).includes(name)) {
            fits = false;
            // A key that is only misspelt is told as that alone.
            if (meant.has(name)) return;
            findings.push(
              kb.finding(
                kb.at(document, trail),
                'missing-field',
                "'" + name + "' is missing.",
                'Add it, as in the invented family.'
              )
            );
          } else {
            found[name] = node.properties[name].default;
          }
        });
        value.forEach(function (_, name) {
          if (names.includes(name)) return;
          fits = false;
          findings.push(
            kb.finding(
              kb.atKey(document, trail.concat(name)),
              'unknown-key',
              "'" + name + "' is not a key that is known here.",
              didYouMean(name, names)
            )
          );
        });
        return fits ? found : undefined;
      },
    };

    function idForm(value, trail) {
      findings.push(
        kb.finding(
          kb.atKey(document, trail),
          'id-form',
          shown(value) + ' is not in the form of an id.',
          ID_HINT
        )
      );
      return undefined;
    }

    function empty(value, trail) {
      if (value === null) {
        findings.push(
          kb.finding(
            kb.at(document, trail),
            'wrong-type',
            named(trail) + ' is empty.',
            'Give it a value, or remove the key.'
          )
        );
      } else if (value instanceof Map) {
        value.forEach(function (inner, name) { empty(inner, trail.concat(name)); });
      } else if (Array.isArray(value)) {
        value.forEach(function (inner, position) { empty(inner, trail.concat(position)); });
      }
    }

    const family = check(document.value, schema, []);
    if (family !== undefined) empty(document.value, []);
    return { family: family, findings: findings.concat(Array.from(types.values())) };
  }

  // What people and years must not contradict.

  function allChildren(couple) {
    const ties = new Map();
    couple.children.forEach(function (child) { ties.set(child, 'biological'); });
    couple.adopted.forEach(function (child) { ties.set(child, 'adopted'); });
    couple.fostered.forEach(function (child) { ties.set(child, 'fostered'); });
    return ties;
  }

  function isDead(person) {
    return person.deceased || person.died !== null;
  }

  function age(family, id) {
    const person = family.persons.get(id);
    if (person.pregnancy !== null) return null;
    if (person.age !== null) return person.age;
    if (person.born === null || (isDead(person) && person.died === null)) return null;
    return (person.died || family.year) - person.born;
  }

  function contradictions(document, family) {
    const found = [];

    function tell(trail, message, hint) {
      found.push(kb.finding(kb.at(document, trail), 'family', message, hint));
    }

    unknownPeople(family, tell);
    // Without them all, the rest can't be told.
    if (found.length) return found;
    persons(family, tell);
    couples(family, tell);
    parents(family, tell);
    family.relationships.forEach(function (line, number) {
      if (line.between[0] === line.between[1]) {
        tell(
          ['relationships', number, 'between'],
          "'" + line.between[0] + "' stands on both ends of this line.",
          'Name two people.'
        );
      }
    });
    family.households.forEach(function (household, number) {
      household.members.forEach(function (person, position) {
        if (household.members.indexOf(person) < position) {
          tell(
            ['households', number, 'members', position],
            "'" + person + "' stands in this home a second time.",
            'Keep one of the two.'
          );
        }
      });
    });
    const rows = generations(family);
    if (rows.person !== undefined) {
      tell(
        ['couples', rows.couple],
        "by this entry and the others, '" + rows.person + "' would stand in two generations at once.",
        'Partners stand side by side and children one below their parents: look for a person who ' +
          'is somewhere a child and elsewhere a parent of the same people.'
      );
      return found;
    }
    const count = Math.max.apply(null, Array.from(rows.values())) + 1;
    if (count > MOST_GENERATIONS) {
      tell(
        ['couples'],
        'these are ' + count + ' generations, and no more than ' + MOST_GENERATIONS + ' are drawn.',
        'Leave out the eldest; a genogram usually has three.'
      );
    }
    return found;
  }

  function unknownPeople(family, tell) {
    const known = Array.from(family.persons.keys());

    function look(trail, person) {
      if (!family.persons.has(person)) {
        tell(trail, "'" + person + "' is not among the persons.", didYouMean(person, known));
      }
    }

    look(['index'], family.index);
    family.couples.forEach(function (couple, number) {
      ['partners', 'children', 'adopted', 'fostered'].forEach(function (name) {
        couple[name].forEach(function (person, position) {
          look(['couples', number, name, position], person);
        });
      });
      couple.twins.forEach(function (twins, group) {
        twins.forEach(function (person, position) {
          look(['couples', number, 'twins', group, position], person);
        });
      });
    });
    family.relationships.forEach(function (line, number) {
      line.between.forEach(function (person, position) {
        look(['relationships', number, 'between', position], person);
      });
    });
    family.households.forEach(function (household, number) {
      household.members.forEach(function (person, position) {
        look(['households', number, 'members', position], person);
      });
    });
  }

  function persons(family, tell) {
    const year = family.year;
    family.persons.forEach(function (person, id) {
      const born = person.born;
      const died = person.died;
      const both = 'Correct one of the two years.';
      const after = ', after the year of the drawing, ' + year + '.';
      if (born && born > year) {
        tell(['persons', id, 'born'], "'" + id + "' is born in " + born + after, both);
      }
      if (died && died > year) {
        tell(['persons', id, 'died'], "'" + id + "' dies in " + died + after, both);
      }
      if (born && died && died < born) {
        tell(
          ['persons', id, 'died'],
          "'" + id + "' dies in " + died + ', before being born in ' + born + '.',
          both
        );
      } else if (person.age !== null && born && (died || !isDead(person))) {
        const counted = (died || year) - born;
        if (person.age !== counted && person.age !== counted - 1) {
          tell(
            ['persons', id, 'age'],
            "'" + id + "' is " + person.age + ' years old here, but the years make it ' + counted + '.',
            "Correct it, or leave 'age' out: it is counted from the years."
          );
        }
      }
    });
  }

  function couples(family, tell) {
    const first = new Map();
    family.couples.forEach(function (couple, number) {
      const trail = ['couples', number];
      const distinct = Array.from(new Set(couple.partners)).sort();
      if (distinct.length < couple.partners.length) {
        tell(
          trail.concat('partners'),
          "'" + couple.partners[0] + "' stands here twice.",
          'Name two people, or one parent alone.'
        );
      }
      if (first.has(distinct.join())) {
        tell(
          trail.concat('partners'),
          'these partners stand here a second time.',
          'Put all their children into one entry.'
        );
      } else {
        first.set(distinct.join(), number);
      }
      if (couple.since && couple.until && couple.until < couple.since) {
        tell(
          trail.concat('until'),
          'it ends in ' + couple.until + ', before it begins in ' + couple.since + '.',
          'Correct one of the two years.'
        );
      }
      if (couple.until && (couple.status === 'married' || couple.status === 'cohabiting')) {
        tell(
          trail.concat('until'),
          'it ends in ' + couple.until + ', but the couple is ' + couple.status + '.',
          "Write 'status: separated' or 'status: divorced', or leave 'until' out."
        );
      }
      const children = allChildren(couple);
      const inTwins = new Set();
      couple.twins.forEach(function (twins, group) {
        const wrong = twins.filter(function (person) {
          return (
            !children.has(person) ||
            inTwins.has(person) ||
            twins.indexOf(person) !== twins.lastIndexOf(person)
          );
        }).sort();
        twins.forEach(function (person) { inTwins.add(person); });
        if (wrong.length || twins.length < 2) {
          tell(
            trail.concat('twins', group),
            wrong.length
              ? "'" + wrong[0] + "' is not a child of this couple, or stands among twins twice."
              : 'twins are two or more.',
            'Name children of this couple, each in one list.'
          );
        }
      });
    });
  }

  function parents(family, tell) {
    const before = new Map();
    family.couples.forEach(function (couple, number) {
      ['children', 'adopted', 'fostered'].forEach(function (name) {
        couple[name].forEach(function (child, position) {
          const trail = ['couples', number, name, position];
          if (!before.has(child)) before.set(child, []);
          const lines = before.get(child);
          if (lines.some(function (line) { return line[0] === number; })) {
            tell(
              trail,
              "'" + child + "' stands here as a child of this couple a second time.",
              'Keep one of the two.'
            );
          } else if (
            name === 'children' && lines.some(function (line) { return line[1] === name; })
          ) {
            tell(
              trail,
              "'" + child + "' is already a child by birth in entry " + (lines[0][0] + 1) +
                " of 'couples'.",
              "Write 'adopted' or 'fostered' in one of the two."
            );
          } else if (lines.length === 2) {
            tell(
              trail,
              "'" + child + "' has two lines to parents already.",
              'Put the third into a note.'
            );
          }
          lines.push([number, name]);
        });
      });
    });
  }

  /**
   * Returns the generation of each person, the eldest being 0; or the person who would have to
   * stand in two, with the couple that says so.
   */
  function generations(family) {
    const steps = new Map();
    family.persons.forEach(function (_, person) { steps.set(person, []); });
    family.couples.forEach(function (couple, number) {
      const one = couple.partners[0];
      const others = couple.partners.slice(1).map(function (person) { return [person, 0]; });
      allChildren(couple).forEach(function (_, child) { others.push([child, 1]); });
      others.forEach(function (step) {
        steps.get(one).push([step[0], step[1], number]);
        steps.get(step[0]).push([one, -step[1], number]);
      });
    });
    const rows = new Map();
    const groups = [];
    for (const start of family.persons.keys()) {
      if (rows.has(start)) continue;
      rows.set(start, 0);
      const group = [start];
      for (const person of group) {
        for (const [other, down, number] of steps.get(person)) {
          if (!rows.has(other)) {
            rows.set(other, rows.get(person) + down);
            group.push(other);
          } else if (rows.get(other) !== rows.get(person) + down) {
            return { person: other, couple: number };
          }
        }
      }
      let top = Infinity;
      for (const person of group) top = Math.min(top, rows.get(person));
      for (const person of group) rows.set(person, rows.get(person) - top);
      groups.push(group);
    }
    // Whoever belongs to no couple, such as a friend, stands beside those they have a line to.
    let main = [];
    groups.forEach(function (group) {
      if (group.length > main.length) main = group;
    });
    groups.forEach(function (group) {
      if (group.length !== 1 || group[0] === main[0]) return;
      for (const line of family.relationships) {
        if (!line.between.includes(group[0])) continue;
        const beside = line.between.find(function (person) { return main.includes(person); });
        if (beside !== undefined) {
          rows.set(group[0], rows.get(beside));
          break;
        }
      }
    });
    return rows;
  }

  function order(a, b) {
    if (a.line !== b.line) return a.line - b.line;
    if (a.column !== b.column) return a.column - b.column;
    for (const part of ['rule', 'message', 'hint']) {
      if (a[part] !== b[part]) return a[part] < b[part] ? -1 : 1;
    }
    return 0;
  }

  /** Returns the family that the text describes, or null and everything that is wrong with it. */
  function readFamily(text, schema) {
    const { document, findings } = kb.parse(text);
    let found = findings;
    let family;
    if (document.value !== null || !found.length) {
      const result = validate(document, schema);
      family = result.family;
      found = found.concat(result.findings);
    }
    if (family !== undefined) found = found.concat(contradictions(document, family));
    found.sort(order);
    found = found.filter(function (one, position) {
      return !position || order(one, found[position - 1]) !== 0;
    });
    return { family: found.length ? null : family, findings: found };
  }

  kb.allChildren = allChildren;
  kb.isDead = isDead;
  kb.age = age;
  kb.generations = generations;
  kb.readFamily = readFamily;
})();
