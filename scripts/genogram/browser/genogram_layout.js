/*
 * Where everything in a genogram stands: views/genogram_rows.py and genogram_layout.py, step by
 * step in the same order, so that both give the same places to the last digit. Touches no page.
 */
(function () {
  'use strict';

  const kb = (window.kbGenogram = window.kbGenogram || {});
  const SYMBOL = 40;
  const HALF = SYMBOL / 2;
  const OUTLINE = 6;
  const GAP = 10;
  const LABEL = 98;
  const GUTTER = 18;
  const BETWEEN_COUPLES = 8;
  const PARTNERS = 124;
  const MARGIN = 24;
  const NAME_SIZE = 15;
  const TEXT_SIZE = 13;
  const NAME_LINE = 18;
  const TEXT_LINE = 16;
  const COUPLE_LEVEL = 26;
  const SIBLING_LEVEL = 16;
  const DROP = 24;
  const TWIN_DROP = 46;
  const CORRIDOR = 24;
  const JOG = 3;
  const SWEEPS = 8;
  const LOOSE = 0.1;

  function mean(numbers) {
    let total = 0;
    numbers.forEach(function (number) { total += number; });
    return total / numbers.length;
  }

  function nearest(number) {
    return Math.floor(number + 0.5);
  }

  function least(numbers) {
    return numbers.reduce(function (a, b) { return b < a ? b : a; });
  }

  function most(numbers) {
    return numbers.reduce(function (a, b) { return b > a ? b : a; });
  }

  /** Compares by the first place in which two lists of numbers differ. */
  function inOrder(a, b) {
    for (let place = 0; place < a.length; place += 1) {
      if (a[place] !== b[place]) return a[place] - b[place];
    }
    return 0;
  }

  function sortedBy(list, key) {
    return list
      .map(function (one) { return [key(one), one]; })
      .sort(function (a, b) { return inOrder(a[0], b[0]); })
      .map(function (pair) { return pair[1]; });
  }

  // Text.

  function characterWidth(character) {
    if ('mwMW@%—…'.includes(character)) return 95;
    if ((character >= 'A' && character <= 'Z') || '&+=<>#~'.includes(character)) return 75;
    if ("iljt.,:;'’|! ()[]f".includes(character)) return 36;
    if (character >= '\u0300' && character <= '\u036f') return 0;
    if (character < '\u0080') return 60;
    return character < '\u1100' ? 75 : 105;
  }

  function textWidth(text, size) {
    let total = 0;
    for (const character of text) total += characterWidth(character);
    return size * total;
  }

  function wrapped(text, size) {
    const lines = [];
    let line = '';
    text.split(/\s+/).forEach(function (word) {
      let rest = word;
      while (rest) {
        const tried = line ? line + ' ' + rest : rest;
        if (textWidth(tried, size) <= 100 * LABEL) {
          line = tried;
          rest = '';
        } else if (line) {
          lines.push(line);
          line = '';
        } else {
          const letters = Array.from(rest);
          let fits = letters.length - 1;
          while (textWidth(letters.slice(0, fits).join(''), size) > 100 * LABEL) fits -= 1;
          lines.push(letters.slice(0, fits).join(''));
          rest = letters.slice(fits).join('');
        }
      }
    });
    return line ? lines.concat(line) : lines;
  }

  function years(family, id) {
    const person = family.persons.get(id);
    if (person.pregnancy !== null) {
      const year = person.died || person.born;
      return year ? person.pregnancy + ' ' + year : person.pregnancy;
    }
    if (kb.isDead(person)) {
      if (person.born === null && person.died === null) return 'died';
      return (person.born || '?') + '–' + (person.died || '?');
    }
    return person.born ? 'born ' + person.born : '';
  }

  function coupleLabel(couple) {
    const [start, end] = {
      married: ['m. ', ''],
      cohabiting: ['since ', ''],
      separated: ['', 's. '],
      divorced: ['m. ', 'd. '],
    }[couple.status];
    const pieces = [];
    if (couple.since) pieces.push(start + couple.since);
    if (couple.until) pieces.push(end + couple.until);
    return pieces.join(' ');
  }

  /** Returns a couple's children from left to right: the eldest first, if all ages are known. */
  function siblings(family, couple) {
    let children = Array.from(kb.allChildren(couple).keys());
    const born = function (child) { return family.persons.get(child).born; };
    if (children.every(function (child) { return born(child) !== null; })) {
      children = sortedBy(children, function (child) { return [born(child)]; });
    }
    const together = [];
    children.forEach(function (child) {
      const twins = couple.twins.find(function (group) { return group.includes(child); }) || [child];
      children.forEach(function (other) {
        if (twins.includes(other) && !together.includes(other)) together.push(other);
      });
    });
    return together;
  }

  // Numbers in a row.

  /** Returns places as near as can be to those wanted, in order and far enough apart. */
  function spread(wanted, weights, apart) {
    const shift = [0];
    apart.forEach(function (distance) { shift.push(shift[shift.length - 1] + distance); });
    const pools = [];
    wanted.forEach(function (want, position) {
      let pool = [want - shift[position], weights[position], 1];
      while (pools.length && pools[pools.length - 1][0] >= pool[0]) {
        const [average, heavy, size] = pools.pop();
        const total = heavy + pool[1];
        pool = [(average * heavy + pool[0] * pool[1]) / total, total, size + pool[2]];
      }
      pools.push(pool);
    });
    const places = [];
    pools.forEach(function (pool) {
      for (let n = 0; n < pool[2]; n += 1) places.push(nearest(pool[0]) + shift[places.length]);
    });
    return places;
  }

  /** Returns a level for each span so that no two on one level come nearer than the gap. */
  function levelsOf(spans, gap) {
    const taken = [];
    const levels = spans.map(function () { return 0; });
    const positions = sortedBy(
      spans.map(function (_, position) { return position; }),
      function (position) { return [spans[position][1] - spans[position][0], position]; }
    );
    positions.forEach(function (position) {
      const [left, right] = spans[position];
      let level = 0;
      while (
        level < taken.length &&
        taken[level].some(function (span) { return left - gap < span[1] && span[0] < right + gap; })
      ) {
        level += 1;
      }
      if (level === taken.length) taken.push([]);
      taken[level].push([left, right]);
      levels[position] = level;
    });
    return levels;
  }

  function pairwise(list) {
    return list.slice(1).map(function (next, position) { return [list[position], next]; });
  }

  class Plan {
    constructor(family) {
      this.family = family;
      this.rowOf = kb.generations(family);
      this.depth = most(Array.from(this.rowOf.values())) + 1;
      this.labels = new Map();
      this.parents = new Map();
      for (const person of family.persons.keys()) {
        this.labels.set(person, this.label(person));
        this.parents.set(person, []);
      }
      family.couples.forEach((couple, number) => {
        for (const child of kb.allChildren(couple).keys()) this.parents.get(child).push(number);
      });
      this.siblings = family.couples.map(function (couple) { return siblings(family, couple); });
    }

    label(id) {
      const person = this.family.persons.get(id);
      const name = wrapped(person.name, NAME_SIZE);
      const text = [years(this.family, id)].filter(Boolean).concat(wrapped(person.note || '', TEXT_SIZE));
      const widths = name
        .map(function (line) { return textWidth(line, NAME_SIZE); })
        .concat(text.map(function (line) { return textWidth(line, TEXT_SIZE); }));
      return [name, text, Math.min(Math.ceil(most(widths) / 100), LABEL)];
    }

    // Who stands beside whom.

    clusters() {
      const partners = new Map();
      for (const person of this.family.persons.keys()) partners.set(person, []);
      const left = new Set();
      this.family.couples.forEach(function (couple) {
        if (couple.partners.length !== 2) return;
        const [one, other] = couple.partners;
        partners.get(one).push(other);
        partners.get(other).push(one);
        left.add(one + ' ' + other);
      });
      const rows = Array.from({ length: this.depth }, function () { return []; });
      const seen = new Set();
      for (const person of this.family.persons.keys()) {
        if (seen.has(person)) continue;
        const group = [person];
        for (const member of group) {
          partners.get(member).forEach(function (other) {
            if (!group.includes(other)) group.push(other);
          });
        }
        const chain = this.chain(group, partners);
        let forward = 0;
        let backward = 0;
        pairwise(chain).forEach(function (pair) {
          if (left.has(pair[0] + ' ' + pair[1])) forward += 1;
          if (left.has(pair[1] + ' ' + pair[0])) backward += 1;
        });
        rows[this.rowOf.get(person)].push(backward > forward ? chain.reverse() : chain);
        group.forEach(function (member) { seen.add(member); });
      }
      return rows;
    }

    chain(group, partners) {
      const start = group.find(function (p) { return partners.get(p).length <= 1; }) || group[0];
      const chain = [];
      const waiting = [start];
      while (waiting.length) {
        const person = waiting.pop();
        if (chain.includes(person)) continue;
        chain.push(person);
        const others = partners.get(person).filter(function (p) { return !chain.includes(p); });
        sortedBy(others, function (p) {
          return [-partners.get(p).length, group.indexOf(p)];
        }).forEach(function (p) { waiting.push(p); });
      }
      return chain;
    }

    order() {
      let rows = this.clusters();
      let best = rows;
      let places = this.places(rows);
      let lowest = this.cost(places);
      for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
        const down = sweep % 2 === 0;
        if (down) {
          for (let row = 1; row < this.depth; row += 1) rows = this.sorted(rows, row, places, down);
        } else {
          for (let row = this.depth - 2; row >= 0; row -= 1) rows = this.sorted(rows, row, places, down);
        }
        places = this.places(rows);
        const cost = this.cost(places);
        if (cost < lowest - 0.5) {
          best = rows;
          lowest = cost;
        }
      }
      return [best, this.places(best)];
    }

    sorted(rows, row, places, down) {
      const index = new Map();
      const wanted = new Map();
      rows[row].forEach((cluster) => {
        cluster.forEach((person, n) => {
          index.set(person, n);
          const pulls = down ? this.above(person, places) : this.below(person, places);
          if (pulls.length) wanted.set(person, pulls);
        });
      });
      const ordered = sortedBy(rows[row], (cluster) => {
        const pulls = cluster
          .filter(function (p) { return wanted.has(p); })
          .map(function (p) { return mean(wanted.get(p)); });
        const rank = [];
        cluster.forEach((p) => {
          this.parents.get(p).slice(0, 1).forEach((number) => {
            rank.push(this.siblings[number].indexOf(p));
          });
        });
        const place = pulls.length
          ? mean(pulls)
          : mean(cluster.map(function (p) { return places.get(p); }));
        return [place, rank.length ? mean(rank) : 0, index.get(cluster[0])];
      });
      const turned = ordered.map(function (cluster) { return turnedRound(cluster, wanted); });
      return rows.map(function (old, n) { return n === row ? turned : old; });
    }

    above(person, places) {
      return this.parents.get(person).map((number) => this.middle(number, places));
    }

    below(person, places) {
      const found = [];
      this.family.couples.forEach(function (couple) {
        if (!couple.partners.includes(person)) return;
        for (const child of kb.allChildren(couple).keys()) found.push(places.get(child));
      });
      return found;
    }

    middle(couple, places) {
      return mean(this.family.couples[couple].partners.map(function (p) { return places.get(p); }));
    }

    groupMiddle(couple, places) {
      return mean(this.siblings[couple].map(function (child) { return places.get(child); }));
    }

    cost(places) {
      let total = 0;
      this.family.couples.forEach((couple, number) => {
        const middle = this.middle(number, places);
        let lines = 0;
        for (const child of kb.allChildren(couple).keys()) {
          lines += Math.abs(places.get(child) - middle);
        }
        total += lines;
        const of = couple.partners.map(function (p) { return places.get(p); });
        total += 2 * (most(of) - least(of));
        let turned = 0;
        pairwise(this.siblings[number]).forEach(function (pair) {
          if (places.get(pair[0]) > places.get(pair[1])) turned += 60;
        });
        total += turned;
      });
      return total;
    }

    // Along the row.

    places(clusters) {
      const order = clusters.map(function (row) { return [].concat.apply([], row); });
      const apart = clusters.map((row) => this.apart(row));
      const places = new Map();
      order.forEach(function (people, row) {
        const zeros = people.map(function () { return 0; });
        const ones = people.map(function () { return 1; });
        spread(zeros, ones, apart[row]).forEach(function (x, n) { places.set(people[n], x); });
      });
      for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
        const down = sweep % 2 === 0;
        for (let step = 0; step < this.depth; step += 1) {
          const row = down ? step : this.depth - 1 - step;
          const people = order[row];
          const pulls = people.map((person) => this.pull(person, places, down));
          const wanted = people.map(function (p, n) {
            return pulls[n] === null ? places.get(p) : pulls[n];
          });
          const weights = pulls.map(function (pull) { return pull === null ? LOOSE : 1; });
          spread(wanted, weights, apart[row]).forEach(function (x, n) { places.set(people[n], x); });
        }
      }
      const firsts = order
        .filter(function (row) { return row.length; })
        .map(function (row) { return places.get(row[0]); });
      const left = least(firsts) - HALF - OUTLINE - MARGIN;
      const moved = new Map();
      places.forEach(function (x, person) { moved.set(person, x - left); });
      return moved;
    }

    pull(person, places, down) {
      let pulls = [];
      if (down) {
        this.parents.get(person).forEach((number) => {
          const group = this.groupMiddle(number, places);
          pulls.push(places.get(person) + this.middle(number, places) - group);
        });
      } else {
        this.family.couples.forEach((couple, number) => {
          if (!couple.partners.includes(person) || !this.siblings[number].length) return;
          const group = this.groupMiddle(number, places);
          pulls.push(places.get(person) + group - this.middle(number, places));
        });
      }
      if (!pulls.length) {
        this.family.couples.forEach(function (couple) {
          if (!couple.partners.includes(person)) return;
          couple.partners.forEach(function (partner) {
            if (partner !== person) pulls.push(places.get(partner));
          });
        });
      }
      return pulls.length ? mean(pulls) : null;
    }

    apart(clusters) {
      const distances = [];
      let before = null;
      clusters.forEach((cluster) => {
        cluster.forEach((person, position) => {
          if (before !== null) {
            const width = HALF + GAP + this.labels.get(before)[2] + GUTTER + OUTLINE + HALF;
            distances.push(position ? Math.max(width, PARTNERS) : width + BETWEEN_COUPLES);
          }
          before = person;
        });
      });
      return distances;
    }

    // Down the page.

    layout() {
      const [clusters, x] = this.order();
      const rows = clusters.map(function (row) { return [].concat.apply([], row); });
      const arcs = rows.map(function () { return 0; });
      const passing = rows.map(function () { return 0; });
      this.family.relationships.forEach((line) => {
        const ends = line.between.map((person) => this.rowOf.get(person));
        const upper = least(ends);
        const lower = most(ends);
        if (upper === lower) arcs[upper] += 1;
        for (let row = upper; row < lower; row += 1) passing[row] += 1;
      });
      let y = MARGIN + (arcs[0] ? 44 : 8);
      let bottom = 0;
      const persons = new Map();
      const couples = [];
      const descents = [];
      const gaps = [[MARGIN, y]];
      for (let row = 0; row < this.depth; row += 1) {
        rows[row].forEach((person) => persons.set(person, this.placed(person, x.get(person), y)));
        bottom = most([y + SYMBOL].concat(rows[row].map(function (p) { return persons.get(p).box.bottom; })));
        const joined = this.joined(row, persons, bottom);
        joined.forEach(function (line) { couples.push(line); });
        const below = most([bottom].concat(joined.map(function (line) { return line.y; }))) + 14;
        if (row + 1 === this.depth) break;
        const space = 16 + Math.min(90, 22 * passing[row]) + (arcs[row + 1] ? 40 : 0);
        const [found, next] = this.descents(row, x, joined, persons, below + space);
        found.forEach(function (descent) { descents.push(descent); });
        y = next;
        gaps.push([bottom, y]);
      }
      const relationships = this.routes(rows, persons, gaps);
      let right = most(Array.from(persons.values(), function (person) { return person.box.right; }));
      relationships.forEach(function (line) {
        line.points.forEach(function (point) { right = Math.max(right, point[0]); });
      });
      const height = most([bottom].concat(couples.map(function (line) { return line.y; }))) + MARGIN;
      const outlines = [];
      this.family.households.forEach((household, number) => {
        this.outlines(number, rows, persons).forEach(function (one) { outlines.push(one); });
      });
      return {
        width: right + MARGIN,
        height: height,
        rows: rows,
        persons: Array.from(this.family.persons.keys(), function (id) { return persons.get(id); }),
        couples: couples,
        descents: descents,
        relationships: relationships,
        outlines: outlines,
      };
    }

    placed(id, x, top) {
      const [name, text, width] = this.labels.get(id);
      const height = Math.max(SYMBOL + OUTLINE, name.length * NAME_LINE + text.length * TEXT_LINE);
      return {
        id: id,
        x: x,
        top: top,
        middle: top + HALF,
        textX: x + HALF + GAP,
        name: name,
        text: text,
        box: {
          left: x - HALF - OUTLINE,
          top: top - OUTLINE,
          right: x + HALF + GAP + width,
          bottom: top + height,
        },
      };
    }

    joined(row, persons, bottom) {
      const pairs = [];
      this.family.couples.forEach((couple, number) => {
        if (couple.partners.length !== 2 || this.rowOf.get(couple.partners[0]) !== row) return;
        const [left, right] = sortedBy(
          couple.partners.map(function (p) { return persons.get(p); }),
          function (p) { return [p.x]; }
        );
        pairs.push([number, left, right]);
      });
      // Several lines from one person leave it side by side, in the order of the partners.
      const ports = new Map();
      pairs.forEach(function (pair) {
        pair.slice(1).forEach(function (person) {
          const mine = pairs
            .filter(function (p) { return p[1] === person || p[2] === person; })
            .map(function (p) { return [p[1].x + p[2].x - person.x, p[0]]; })
            .sort(inOrder);
          const step = Math.min(10, 20 / mine.length);
          mine.forEach(function (one, position) {
            ports.set(one[1] + ' ' + person.id, (position - (mine.length - 1) / 2) * step);
          });
        });
      });
      const ends = pairs.map(function (pair) {
        const [number, left, right] = pair;
        return [
          left.x + ports.get(number + ' ' + left.id),
          right.x + ports.get(number + ' ' + right.id),
        ];
      });
      const levels = levelsOf(ends, 4);
      return pairs.map((pair, n) => ({
        couple: pair[0],
        left: [ends[n][0], pair[1].top + SYMBOL],
        right: [ends[n][1], pair[2].top + SYMBOL],
        middle: (ends[n][0] + ends[n][1]) / 2,
        y: bottom + 24 + levels[n] * COUPLE_LEVEL,
        label: coupleLabel(this.family.couples[pair[0]]),
      }));
    }

    descents(row, x, joined, persons, top) {
      const starts = new Map();
      joined.forEach(function (line) { starts.set(line.couple, [line.middle, line.y]); });
      this.family.couples.forEach((couple, number) => {
        if (couple.partners.length !== 1 || this.rowOf.get(couple.partners[0]) !== row) return;
        const alone = persons.get(couple.partners[0]);
        starts.set(number, [alone.x, alone.top + SYMBOL]);
      });
      const parents = new Map();
      Array.from(starts.keys())
        .sort(function (a, b) { return a - b; })
        .forEach((number) => {
          if (this.siblings[number].length) parents.set(number, starts.get(number));
        });
      const numbers = Array.from(parents.keys());
      const ends = numbers.map((number) => this.childEnds(number, x, parents));
      const spans = numbers.map(function (number, n) {
        const across = ends[n].map(function (end) { return end[1]; }).concat(parents.get(number)[0]);
        return [least(across), most(across)];
      });
      const levels = levelsOf(spans, 8);
      const twins = numbers.some((number) => this.family.couples[number].twins.length);
      const lowest = top + levels.reduce(function (a, b) { return Math.max(a, b); }, 0) * SIBLING_LEVEL;
      const nextRow = lowest + (twins ? TWIN_DROP : DROP);
      const found = numbers.map((number, n) => {
        const y = top + levels[n] * SIBLING_LEVEL;
        const ties = kb.allChildren(this.family.couples[number]);
        return {
          couple: number,
          start: parents.get(number),
          y: y,
          left: spans[n][0],
          right: spans[n][1],
          children: ends[n].map(function (end) {
            return { child: end[0], tie: ties.get(end[0]), start: [end[1], y], end: [end[2], nextRow] };
          }),
        };
      });
      return [found, nextRow];
    }

    childEnds(couple, x, parents) {
      const ends = new Map();
      this.siblings[couple].forEach((child) => {
        // Two lines to one child, such as from birth parents and foster carers.
        const lines = sortedBy(
          this.parents.get(child).filter(function (n) { return parents.has(n); }),
          function (n) { return parents.get(n); }
        );
        let end = x.get(child) + (lines.indexOf(couple) - (lines.length - 1) / 2) * 14;
        if (Math.abs(end - parents.get(couple)[0]) <= JOG) end = parents.get(couple)[0];
        ends.set(child, end);
      });
      const starts = new Map(ends);
      this.family.couples[couple].twins.forEach(function (twins) {
        const middle = mean(twins.map(function (twin) { return ends.get(twin); }));
        twins.forEach(function (twin) { starts.set(twin, middle); });
      });
      return this.siblings[couple].map(function (child) {
        return [child, starts.get(child), ends.get(child)];
      });
    }

    // Relationship lines.

    routes(rows, persons, gaps) {
      const used = new Map();
      const pairs = [];
      const passed = [];
      this.family.relationships.forEach((line) => {
        const [one, other] = sortedBy(
          line.between.map(function (p) { return persons.get(p); }),
          (p) => [this.rowOf.get(p.id), p.x]
        );
        pairs.push([one, other]);
        const ways = [];
        for (let row = this.rowOf.get(one.id) + 1; row < this.rowOf.get(other.id); row += 1) {
          ways.push(gutter(rows[row], persons, (one.x + other.x) / 2, used, row));
        }
        passed.push(ways);
      });
      const ports = portsOf(pairs, passed);
      return pairs.map((pair, number) => {
        const [one, other] = pair;
        const start = ports.get(number + ' ' + one.id);
        const end = ports.get(number + ' ' + other.id);
        const row = this.rowOf.get(one.id);
        let points;
        if (row === this.rowOf.get(other.id)) {
          points = arc(start, end, one.top, gaps[row][0]);
        } else {
          points = [[start, one.middle]];
          pairwise([start].concat(passed[number], end)).forEach(function (stops, n) {
            const gap = gaps[row + 1 + n];
            points = points.concat(slope(stops[0], stops[1], gap[0], gap[1]));
          });
          points.push([end, other.middle]);
        }
        if (one.id !== this.family.relationships[number].between[0]) points.reverse();
        return { relationship: number, points: points };
      });
    }

    // Households.

    outlines(household, rows, persons) {
      const members = this.family.households[household].members;
      // Two homes of one child lie beside one another.
      const aside = 5 + 3 * (household % 2);
      const stacks = [];
      let above = [];
      rows.forEach(function (people) {
        const here = runsOf(people, members).map(function (run) {
          return [around(run.map(function (person) { return persons.get(person).box; }), aside)];
        });
        if (here.length === 1 && above.length === 1) {
          const upper = above[0][above[0].length - 1];
          const lower = here[0][0];
          if (Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left) >= CORRIDOR) {
            above[0].push(lower);
            return;
          }
        }
        here.forEach(function (stack) { stacks.push(stack); });
        above = here;
      });
      return stacks.map(function (stack) {
        const last = stack[stack.length - 1];
        return { household: household, points: outline(stack), label: [last.right - 8, last.bottom] };
      });
    }
  }

  /** Returns the cluster, turned round if that brings its members nearer to their own. */
  function turnedRound(cluster, wanted) {
    const pulls = [];
    cluster.forEach(function (p, n) {
      if (wanted.has(p)) pulls.push([n, mean(wanted.get(p))]);
    });
    if (pulls.length < 2) return cluster;
    const middle = mean(pulls.map(function (pull) { return pull[0]; }));
    const average = mean(pulls.map(function (pull) { return pull[1]; }));
    let leaning = 0;
    pulls.forEach(function (pull) { leaning += (pull[0] - middle) * (pull[1] - average); });
    return leaning < -1 ? cluster.slice().reverse() : cluster;
  }

  /** Returns where on a symbol's edge each line begins or ends. */
  function portsOf(pairs, passed) {
    const ends = new Map();
    const x = new Map();

    function add(person, level, coming, number) {
      const name = person.id + ' ' + level;
      if (!ends.has(name)) ends.set(name, { person: person.id, lines: [] });
      ends.get(name).lines.push([coming, number]);
      x.set(person.id, person.x);
    }

    pairs.forEach(function (pair, number) {
      const [one, other] = pair;
      const ways = passed[number];
      add(one, one.top === other.top, ways.length ? ways[0] : other.x, number);
      add(other, true, ways.length ? ways[ways.length - 1] : one.x, number);
    });
    const ports = new Map();
    ends.forEach(function (end) {
      const lines = end.lines.sort(inOrder);
      let left = lines.filter(function (line) { return line[0] < x.get(end.person); }).length;
      if (lines.length > 1) left = Math.min(Math.max(left, 1), lines.length - 1);
      const offsets = beside(left)
        .reverse()
        .map(function (at) { return -at; })
        .concat(beside(lines.length - left));
      lines.forEach(function (line, n) {
        ports.set(line[1] + ' ' + end.person, x.get(end.person) + offsets[n]);
      });
    });
    return ports;
  }

  function beside(count) {
    if (count < 2) return count ? [12] : [];
    return Array.from({ length: count }, function (_, n) { return 7 + (11 * n) / (count - 1); });
  }

  /** Returns a bow over the heads of those between. */
  function arc(start, end, top, ceiling) {
    const high = Math.min(top - ceiling - 6, 30 + Math.abs(end - start) / 16);
    const crest = top - (high * 4) / 3;
    return [[start, top + HALF]].concat(
      bezier([start, top], [start, crest], [end, crest], [end, top]),
      [[end, top + HALF]]
    );
  }

  function slope(start, end, top, bottom) {
    const bend = (bottom - top) * 0.55;
    return bezier([start, top], [start, top + bend], [end, bottom - bend], [end, bottom]);
  }

  function bezier(a, b, c, d) {
    const steps = 24;
    const found = [];
    for (let step = 0; step <= steps; step += 1) {
      const t = step / steps;
      const s = 1 - t;
      found.push([0, 1].map(function (i) {
        return s * s * s * a[i] + 3 * s * s * t * b[i] + 3 * s * t * t * c[i] + t * t * t * d[i];
      }));
    }
    return found;
  }

  /** Returns a free way through a row, near to where it is wanted. */
  function gutter(row, persons, wanted, used, number) {
    const boxes = row.map(function (person) { return persons.get(person).box; });
    const last = boxes[boxes.length - 1];
    const ways = [[boxes[0].left - GUTTER, boxes[0].left]];
    pairwise(boxes).forEach(function (pair) { ways.push([pair[0].right, pair[1].left]); });
    ways.push([last.right, last.right + GUTTER]);
    const times = function (way) { return used.get(number + ' ' + way) || 0; };
    const chosen = sortedBy(
      ways.map(function (_, way) { return way; }),
      function (way) {
        return [Math.abs((ways[way][0] + ways[way][1]) / 2 - wanted) + 80 * times(way), way];
      }
    )[0];
    const before = times(chosen);
    used.set(number + ' ' + chosen, before + 1);
    const [left, right] = ways[chosen];
    const aside = Math.floor((before + 1) / 2) * 7 * (before % 2 ? 1 : -1);
    return Math.min(Math.max((left + right) / 2 + aside, left + 4), right - 4);
  }

  function runsOf(people, members) {
    const runs = [];
    let before = false;
    people.forEach(function (person) {
      const lives = members.includes(person);
      if (lives && before) runs[runs.length - 1].push(person);
      else if (lives) runs.push([person]);
      before = lives;
    });
    return runs;
  }

  function around(boxes, aside) {
    const all = function (side) { return boxes.map(function (box) { return box[side]; }); };
    return {
      left: least(all('left')) - aside,
      top: least(all('top')) - aside,
      right: most(all('right')) + aside,
      bottom: most(all('bottom')) + aside,
    };
  }

  function outline(stack) {
    const first = stack[0];
    const last = stack[stack.length - 1];
    const right = [[first.right, first.top]];
    const left = [[first.left, first.top]];
    pairwise(stack).forEach(function (pair) {
      const [upper, lower] = pair;
      let y = lower.right > upper.right ? lower.top : upper.bottom;
      right.push([upper.right, y], [lower.right, y]);
      y = lower.left < upper.left ? lower.top : upper.bottom;
      left.push([upper.left, y], [lower.left, y]);
    });
    right.push([last.right, last.bottom]);
    left.push([last.left, last.bottom]);
    return [left[0]].concat(right, left.slice(1).reverse());
  }

  kb.SIZES = {
    SYMBOL: SYMBOL,
    NAME_SIZE: NAME_SIZE,
    NAME_LINE: NAME_LINE,
    TEXT_LINE: TEXT_LINE,
  };
  kb.siblings = siblings;
  kb.layout = function (family) {
    return new Plan(family).layout();
  };
})();
