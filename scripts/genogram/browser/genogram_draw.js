/*
 * A genogram drawn as SVG and told in words: genogram/, step by step in the same
 * order, so that both give the same text. Names and notes are data: each goes through escape().
 * The words for kinds of lines come with the page (`data`).
 */
(function () {
  'use strict';

  const kb = (window.kbGenogram = window.kbGenogram || {});
  const { SYMBOL, NAME_SIZE, NAME_LINE, TEXT_LINE } = kb.SIZES;
  const ADULT = 18;
  const LEAST = 0.77;
  const STEP = 5;
  const ZIGZAG = [0, 5, 0, -5];
  const TIES = { biological: '', adopted: ', adopted', fostered: ', fostered' };
  const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' };

  function escape(text) {
    return text.replace(/[&<>"']/g, function (sign) { return ENTITIES[sign]; });
  }

  function counted(number, noun, plural) {
    return number + ' ' + (number === 1 ? noun : plural || noun + 's');
  }

  function n(number) {
    return String(Math.floor(number * 10 + 0.5) / 10);
  }

  // In words.

  function sentence(note) {
    return /[.!?]$/.test(note) ? note : note + '.';
  }

  function listed(names) {
    return names.length > 1
      ? names.slice(0, -1).join(', ') + ' and ' + names[names.length - 1]
      : names.join();
  }

  function gender(person, age) {
    if (person.gender === 'not known') return 'gender not known';
    if (age !== null && age < ADULT) {
      return { man: 'boy', woman: 'girl' }[person.gender] || person.gender;
    }
    return person.gender;
  }

  function described(family, data, id) {
    const person = family.persons.get(id);
    const age = kb.age(family, id);
    const pieces = [person.name];
    if (person.pregnancy === null || person.gender !== 'not known') pieces.push(gender(person, age));
    if (person.pregnancy !== null) pieces.push(data.pregnancies[person.pregnancy]);
    if (person.born) pieces.push((person.pregnancy !== null ? 'in ' : 'born ') + person.born);
    if (kb.isDead(person)) {
      const died = person.died ? 'died ' + person.died : 'has died';
      pieces.push(age !== null ? died + ' aged about ' + age : died);
    } else if (age !== null) {
      pieces.push('about ' + counted(age, 'year') + ' old');
    }
    if (id === family.index) pieces.push('the person that the drawing is about');
    const text = pieces.join(', ') + '.';
    return person.note ? text + ' Note: ' + sentence(person.note) : text;
  }

  function names(family, ids) {
    return ids.map(function (id) { return family.persons.get(id).name; });
  }

  function coupleInWords(family, data, couple) {
    const both = names(family, couple.partners).join(' and ');
    if (couple.partners.length === 1) return both + ', one parent alone';
    const years = [];
    if (couple.since) years.push((couple.until ? 'from ' : 'since ') + couple.since);
    if (couple.until) years.push('until ' + couple.until);
    const words = both + ', ' + data.statuses[couple.status];
    return years.length ? words + ', ' + years.join(' ') : words;
  }

  function childInWords(family, couple, child) {
    const twins = couple.twins.find(function (group) { return group.includes(child); }) || [];
    const others = names(family, twins.filter(function (twin) { return twin !== child; }));
    const born = others.length ? ', born together with ' + listed(others) : '';
    return family.persons.get(child).name + TIES[kb.allChildren(couple).get(child)] + born;
  }

  function relationshipInWords(family, data, number) {
    const line = family.relationships[number];
    const joined = line.kind === 'abuse' ? ' towards ' : ' and ';
    const note = line.note ? ' Note: ' + sentence(line.note) : '';
    return names(family, line.between).join(joined) + ': ' + data.kinds[line.kind] + '.' + note;
  }

  function householdInWords(family, number) {
    const household = family.households[number];
    return (household.name || 'One home') + ': ' + listed(names(family, household.members)) + '.';
  }

  function inWords(family, data) {
    const items = [];

    function group(title, lines) {
      items.push('<li>' + title + '<ul>' + lines.join('') + '</ul></li>');
    }

    kb.layout(family).rows.forEach(function (people, row) {
      const lines = people.map(function (id) {
        return '<li data-person="' + id + '">' + escape(described(family, data, id)) + '</li>';
      });
      family.couples.forEach(function (couple, number) {
        if (!people.includes(couple.partners[0])) return;
        const children = kb.siblings(family, couple).map(function (child) {
          return '<li>' + escape(childInWords(family, couple, child)) + '</li>';
        });
        const inside = children.length
          ? ' Children, from left to right:<ul>' + children.join('') + '</ul>'
          : '';
        lines.push(
          '<li data-couple="' + number + '">' + escape(coupleInWords(family, data, couple)) + '.' +
            inside + '</li>'
        );
      });
      group(data.generations[row] || 'Generation ' + (row + 1), lines);
    });
    if (family.relationships.length) {
      group('How they get on', family.relationships.map(function (_, number) {
        const words = escape(relationshipInWords(family, data, number));
        return '<li data-relationship="' + number + '">' + words + '</li>';
      }));
    }
    if (family.households.length) {
      group('Who lives together', family.households.map(function (_, number) {
        const words = escape(householdInWords(family, number));
        return '<li data-household="' + number + '">' + words + '</li>';
      }));
    }
    if (family.notes.length) {
      group('Notes', family.notes.map(function (note) {
        return '<li>' + escape(sentence(note)) + '</li>';
      }));
    }
    return (
      '<div class="kb-genogram-words"><p>' + escape(family.title) + ', as in ' + family.year +
      ':</p><ul>' + items.join('') + '</ul></div>'
    );
  }

  function problems(findings) {
    const items = findings.map(function (f) {
      return (
        '<li><strong>Line ' + f.line + ', column ' + f.column + ':</strong> ' +
        escape(f.message) + ' ' + escape(f.hint) + '</li>'
      );
    });
    return (
      '<div class="kb-genogram-problems"><p>The family can’t be drawn yet:</p><ul>' +
      items.join('') + '</ul></div>'
    );
  }

  // Symbols.

  function line(d) {
    return '<path class="g-line" d="' + d + '"/>';
  }

  function polygon(css, points) {
    const corners = points.map(function (point) { return n(point[0]) + ',' + n(point[1]); });
    return '<polygon class="' + css + '" points="' + corners.join(' ') + '"/>';
  }

  function shape(of, x, y, half) {
    if (of === 'man') {
      return (
        '<rect class="g-shape" x="' + n(x - half) + '" y="' + n(y - half) + '" width="' +
        n(2 * half) + '" height="' + n(2 * half) + '"/>'
      );
    }
    if (of === 'woman') {
      return '<circle class="g-shape" cx="' + n(x) + '" cy="' + n(y) + '" r="' + n(half) + '"/>';
    }
    return polygon('g-shape', [[x, y - half], [x + half, y], [x, y + half], [x - half, y]]);
  }

  function crossed(of, x, y, half, wanted) {
    const arm = ({ man: 1, woman: 0.707 }[of] || 0.5) * half;
    const free = Math.min(wanted, arm - 4);
    return line(
      [[-1, -1], [1, -1], [1, 1], [-1, 1]].map(function (way) {
        return (
          'M' + n(x + way[0] * arm) + ' ' + n(y + way[1] * arm) + 'L' +
          n(x + way[0] * free) + ' ' + n(y + way[1] * free)
        );
      }).join('')
    );
  }

  function pregnancySymbol(kind, of, x, y) {
    const top = y - SYMBOL / 2;
    const stem = function (half) { return line('M' + n(x) + ' ' + n(top) + 'V' + n(y - half)); };
    if (kind === 'expected') return polygon('g-shape', [[x, top], [x + 20, y + 20], [x - 20, y + 20]]);
    if (kind === 'miscarriage') {
      return stem(6) + '<circle class="g-dot" cx="' + n(x) + '" cy="' + n(y) + '" r="6"/>';
    }
    if (kind === 'termination') {
      return stem(0) + line(
        'M' + n(x - 7) + ' ' + n(y - 7) + 'l14 14M' + n(x + 7) + ' ' + n(y - 7) + 'l-14 14'
      );
    }
    return stem(11) + shape(of, x, y, 11) + crossed(of, x, y, 11, 0);
  }

  function symbol(person, x, y, isIndex, inside) {
    if (person.pregnancy !== null) return pregnancySymbol(person.pregnancy, person.gender, x, y);
    let drawn = isIndex ? shape(person.gender, x, y, SYMBOL / 2 + 5) : '';
    drawn += shape(person.gender, x, y, SYMBOL / 2);
    if (kb.isDead(person)) drawn += crossed(person.gender, x, y, SYMBOL / 2, inside ? 10 : 0);
    if (inside) {
      drawn += '<text x="' + n(x) + '" y="' + n(y + 5) + '" text-anchor="middle">' +
        escape(inside) + '</text>';
    }
    return drawn;
  }

  // Lines.

  function slashes(status, x, y) {
    const count = { separated: 1, divorced: 2 }[status] || 0;
    let drawn = '';
    for (let k = 0; k < count; k += 1) {
      drawn += line(
        'M' + n(x + 7 * k - 4) + ' ' + n(y + 8) + 'L' + n(x + 7 * k + 4) + ' ' + n(y - 8)
      );
    }
    return drawn;
  }

  function tieLine(tie, start, end) {
    const path = function (aside, css) {
      return (
        '<path class="g-line ' + css + '" d="M' + n(start[0] + aside) + ' ' + n(start[1]) + 'L' +
        n(end[0] + aside) + ' ' + n(end[1]) + '"/>'
      );
    };
    if (tie === 'adopted') return path(-2.5, 'g-solid') + path(2.5, 'g-dashed');
    return path(0, tie === 'fostered' ? 'g-dotted' : 'g-solid');
  }

  function length(x, y) {
    return Math.sqrt(x * x + y * y);
  }

  function even(points) {
    const found = [points[0]];
    let left = STEP;
    for (let k = 1; k < points.length; k += 1) {
      const [x1, y1] = points[k - 1];
      const [x2, y2] = points[k];
      const whole = length(x2 - x1, y2 - y1);
      let at = left;
      while (at <= whole) {
        found.push([x1 + ((x2 - x1) * at) / whole, y1 + ((y2 - y1) * at) / whole]);
        at += STEP;
      }
      left = at - whole;
    }
    return found.length > 3 ? found : found.concat([points[points.length - 1]]);
  }

  function across(way, position) {
    const [x1, y1] = way[Math.max(position - 1, 0)];
    const [x2, y2] = way[Math.min(position + 1, way.length - 1)];
    const whole = length(x2 - x1, y2 - y1) || 1;
    return [-(y2 - y1) / whole, (x2 - x1) / whole];
  }

  function aside(way, offsets) {
    return way.map(function (point, position) {
      const to = across(way, position);
      const by = offsets[position % offsets.length];
      return [point[0] + to[0] * by, point[1] + to[1] * by];
    });
  }

  function path(points) {
    const ways = points.map(function (point) { return n(point[0]) + ' ' + n(point[1]); });
    return '<path d="M' + ways.join('L') + '"/>';
  }

  function bar(way, position) {
    const [x, y] = way[position];
    const [dx, dy] = across(way, position);
    return path([[x - 7 * dx, y - 7 * dy], [x + 7 * dx, y + 7 * dy]]);
  }

  function arrow(way) {
    const middle = Math.floor(way.length / 2);
    const [x, y] = way[middle];
    const [ax, ay] = across(way, middle);
    const dx = ay;
    const dy = -ax;
    return polygon('g-arrow', [
      [x + 9 * dx, y + 9 * dy],
      [x - 7 * dx + 9 * ax, y - 7 * dy + 9 * ay],
      [x - 7 * dx - 9 * ax, y - 7 * dy - 9 * ay],
    ]);
  }

  function styled(kind, points) {
    const way = even(points);
    const beside = function (by) { return path(aside(way, [by])); };
    if (kind === 'conflict') return path(aside(way, ZIGZAG));
    if (kind === 'abuse') return path(aside(way, ZIGZAG)) + arrow(way);
    if (kind === 'close') return [-2.5, 2.5].map(beside).join('');
    if (kind === 'fused') return [-4, 0, 4].map(beside).join('');
    if (kind === 'cut-off') {
      const middle = Math.floor(way.length / 2);
      return (
        path(way.slice(0, middle)) + path(way.slice(middle + 1)) +
        bar(way, middle - 1) + bar(way, middle + 1)
      );
    }
    return path(way);
  }

  // The drawing.

  function title(text) {
    return '<title>' + escape(text) + '</title>';
  }

  function home(outline, family) {
    const corners = outline.points.map(function (p) { return n(p[0]) + ' ' + n(p[1]); });
    return (
      '<g data-household="' + outline.household + '">' +
      title(householdInWords(family, outline.household)) +
      '<path class="g-home" d="M' + corners.join('L') + 'Z"/></g>'
    );
  }

  function descent(found) {
    const [x, y] = found.start;
    const trunk =
      'M' + n(x) + ' ' + n(y) + 'V' + n(found.y) + 'M' + n(found.left) + ' ' + n(found.y) + 'H' +
      n(found.right);
    const children = found.children.map(function (one) {
      return '<g data-child="' + one.child + '">' + tieLine(one.tie, one.start, one.end) + '</g>';
    });
    return '<g data-children-of="' + found.couple + '">' + line(trunk) + children.join('') + '</g>';
  }

  function coupleLine(found, family, data) {
    const couple = family.couples[found.couple];
    const [x1, y1] = found.left;
    const [x2, y2] = found.right;
    const css = couple.status === 'cohabiting' ? 'g-line g-dashed' : 'g-line';
    const d = 'M' + n(x1) + ' ' + n(y1) + 'V' + n(found.y) + 'H' + n(x2) + 'V' + n(y2);
    return (
      '<g data-couple="' + found.couple + '">' + title(coupleInWords(family, data, couple)) +
      '<path class="' + css + '" d="' + d + '"/>' +
      slashes(couple.status, found.middle + (x2 - x1) / 5, found.y) + '</g>'
    );
  }

  function person(placed, family, data) {
    const of = family.persons.get(placed.id);
    const age = kb.age(family, placed.id);
    const inside = [];
    if (of.gender === 'not known') inside.push('?');
    if (age !== null) inside.push(String(age));
    return (
      '<g data-person="' + placed.id + '">' + title(described(family, data, placed.id)) +
      symbol(of, placed.x, placed.middle, placed.id === family.index, inside.join(' ')) + '</g>'
    );
  }

  function label(css, x, y, text, anchor) {
    const end = anchor ? '" text-anchor="' + anchor : '';
    return (
      '<text class="' + css + '" x="' + n(x) + '" y="' + n(y) + end + '">' + escape(text) + '</text>'
    );
  }

  function labels(plan, family) {
    const found = [];
    plan.persons.forEach(function (placed) {
      let y = placed.top + NAME_SIZE - 2;
      placed.name.forEach(function (text) {
        found.push(label('g-name', placed.textX, y, text));
        y += NAME_LINE;
      });
      y -= 1;
      placed.text.forEach(function (text) {
        found.push(label('g-text', placed.textX, y, text));
        y += TEXT_LINE;
      });
    });
    plan.outlines.forEach(function (outline) {
      const name = family.households[outline.household].name;
      if (name) {
        found.push(label('g-text g-home-name', outline.label[0], outline.label[1] + 4, name, 'end'));
      }
    });
    plan.couples.forEach(function (couple) {
      if (couple.label) {
        found.push(label('g-text', couple.middle, couple.y - 6, couple.label, 'middle'));
      }
    });
    return found;
  }

  /** Returns the drawing; alone as a file of its own, on white. */
  function svg(family, data, alone) {
    const plan = kb.layout(family);
    const lines = family.relationships;
    const below = [family.title + ', ' + family.year].concat(
      family.notes.map(function (note) { return 'Note: ' + note; })
    );
    const height = plan.height + below.length * 20 + 12;
    const width = below.reduce(function (most, text) {
      return Math.max(most, Array.from(text).length * 9 + 40);
    }, Math.max(plan.width, 300));
    const about =
      counted(family.persons.size, 'person', 'people') + ' in ' +
      counted(plan.rows.length, 'generation') + ', with ' +
      counted(lines.length, 'relationship line') + '. ' +
      'The list in words holds everything that the drawing shows.';
    const parts = [].concat(
      plan.outlines.map(function (outline) { return home(outline, family); }),
      plan.descents.map(descent),
      plan.couples.map(function (couple) { return coupleLine(couple, family, data); }),
      plan.relationships.map(function (route) {
        const kind = lines[route.relationship].kind;
        return (
          '<g class="g-tie g-' + kind + '" data-relationship="' + route.relationship + '">' +
          title(relationshipInWords(family, data, route.relationship)) +
          styled(kind, route.points) + '</g>'
        );
      }),
      plan.persons.map(function (placed) { return person(placed, family, data); }),
      labels(plan, family),
      below.map(function (text, number) {
        return label(number ? 'g-text' : 'g-name', 24, plan.height + 14 + 20 * number, text);
      })
    );
    return (
      '<svg class="kb-genogram" role="img" aria-labelledby="genogram-title genogram-about" width="' +
      n(width) + '" height="' + n(height) + '" viewBox="0 0 ' + n(width) + ' ' + n(height) +
      '" xmlns="http://www.w3.org/2000/svg" style="width:100%;min-width:' + n(width * LEAST) +
      'px;max-width:' + n(width) + 'px;height:auto">\n<title id="genogram-title">Genogram: ' +
      escape(family.title) + '</title>\n<desc id="genogram-about">' + escape(about) +
      '</desc>\n<style>' + (alone ? data.style_alone : data.style) + '</style>\n' +
      (alone ? '<rect width="100%" height="100%" fill="#ffffff"/>\n' : '') +
      parts.join('\n') + '\n</svg>'
    );
  }

  function figure(family, data) {
    return (
      '<div class="kb-genogram-frame" role="region" tabindex="0" aria-label="Drawing: ' +
      escape(family.title) + '" style="overflow-x:auto">\n' + svg(family, data, false) + '\n</div>'
    );
  }

  kb.figure = figure;
  kb.svg = svg;
  kb.inWords = inWords;
  kb.problems = problems;
})();
