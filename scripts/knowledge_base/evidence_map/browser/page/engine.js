/**
 * The engine: which records a reader has chosen, and what they amount to. Knows no page.
 *
 * Counts follow the library's rules (views/selection.py, gap_map.py, profile.py, paths.py):
 * studies are distinct, kinds and directions are sets, and nothing is added up to a score.
 */
(function () {
  'use strict';

  const EM = (window.EvidenceMap = window.EvidenceMap || {});

  /** Facets that a reader ticks; several ticks within one widen, facets narrow one another. */
  EM.FACETS = [
    'component', 'outcome', 'level', 'kind', 'type', 'setting', 'country', 'direction', 'read',
  ];

  const inBritain = new Intl.NumberFormat('en-GB');

  /** `1,200`. */
  EM.number = (number) => (number < 1000 ? String(number) : inBritain.format(number));

  /** `1 study`, `2 studies`, `1,200 claims`. */
  EM.counted = function (number, noun) {
    const plural = noun.endsWith('y') ? noun.slice(0, -1) + 'ies' : noun + 's';
    return EM.number(number) + ' ' + (number === 1 ? noun : plural);
  };

  /** Words as they are compared: lower case, no accents, letters and digits only. */
  function normalised(text) {
    const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    return ' ' + (plain.match(/[\p{L}\p{N}]+/gu) || []).join(' ') + ' ';
  }

  /** Terms that must all occur: words, and phrases where the reader put quotation marks. */
  EM.terms = function (words) {
    const found = [];
    for (const [, phrase, word] of words.matchAll(/["“”]([^"“”]*)["“”]?|([^\s"“”]+)/g)) {
      const term = normalised(phrase === undefined ? word : phrase);
      if (term.trim()) found.push(term);
    }
    return found;
  };

  /** Several values a record, end to end, with where each record's begin. */
  function columns(lists) {
    const starts = new Int32Array(lists.length + 1);
    lists.forEach((list, i) => { starts[i + 1] = starts[i] + list.length; });
    return { starts, values: Int32Array.from(lists.flat()) };
  }

  EM.createEngine = function (data) {
    const words = data.vocabularies;
    const r = data.records;
    const n = r.id.length;
    const nOutcomes = data.outcomes.length;
    const levelOf = data.outcomes.map((outcome) => outcome[2]);

    const facets = {
      component: facet(words.component, r.component.map((v) => [v])),
      outcome: facet(data.outcomes, r.outcomes),
      level: facet(words['outcome-level'],
        r.outcomes.map((list) => [...new Set(list.map((o) => levelOf[o]))])),
      kind: facet(words['claim-kind'], r.kind.map((v) => [v])),
      type: facet(words['study-type'], r.study_type.map((v) => [v])),
      setting: facet(words.setting, r.setting.map((v) => [v])),
      country: facet(words.country, r.countries),
      direction: facet(words.direction, r.direction.map((v) => [v])),
      read: facet(words['how-read'], r.how_read.map((v) => [v])),
    };

    function facet(terms, lists) {
      return {
        ids: terms.map((term) => term[0]),
        labels: terms.map((term) => term[1]),
        ...columns(lists),
      };
    }

    const component = Int32Array.from(r.component);
    const kind = Int32Array.from(r.kind);
    const direction = Int32Array.from(r.direction);
    const setting = Int32Array.from(r.setting);
    const study = Int32Array.from(r.study);
    const factor = Int32Array.from(r.factor);
    const source = Int32Array.from(r.source);
    const year = Int32Array.from(r.source, (s) => data.sources[s][2] || 0);
    const basis = Int32Array.from(r.kind, (k) => data.basisOfKind[k]);
    const bases = words['evidence-basis'].map((term) => term[0]);
    const finding = Uint8Array.from(basis, (b) =>
      (bases[b] === 'expectation' || bases[b] === 'none' ? 0 : 1));
    const description = bases.indexOf('none');
    const inSource = words['how-read'].findIndex((term) => term[0] === 'in-source');
    const wasRead = Uint8Array.from(r.how_read, (v) => (v === inSource ? 1 : 0));
    const direct = Uint8Array.from(finding, (found, i) => found && data.direct[setting[i]]);
    const unclear = words.direction.findIndex((term) => term[0] === 'unclear');
    const everyRecord = new Uint8Array(n).fill(1);
    const stamps = new Int32Array(data.studies.length + 1);
    let stamp = 0;
    let texts = null;
    const orders = new Map();

    function textOf(i) {
      return normalised([
        r.claim[i], r.note[i], r.sample[i], data.sources[source[i]][1],
        study[i] >= 0 ? data.studies[study[i]][1] : '',
        words.component[component[i]][1], data.shorts[component[i]],
        ...r.outcomes[i].map((o) => data.outcomes[o][1]),
        factor[i] >= 0 ? words.factor[factor[i]][1] : '',
        words.setting[setting[i]][1], words['study-type'][r.study_type[i]][1],
      ].join(' . '));
    }

    /** Prepares the search for words, which a reader may soon want. */
    function warmUp() {
      if (!texts) texts = Array.from({ length: n }, (_, i) => textOf(i));
    }

    /** The positions of chosen terms in a facet, or null where none is chosen. */
    function chosen(name, ids) {
      if (!ids.length) return null;
      const mask = new Uint8Array(facets[name].ids.length);
      for (const id of ids) mask[facets[name].ids.indexOf(id)] = 1;
      return mask;
    }

    function hit(name, mask, i) {
      const { starts, values } = facets[name];
      for (let at = starts[i]; at < starts[i + 1]; at += 1) if (mask[values[at]]) return true;
      return false;
    }

    /**
     * The records that the state leaves, and for each option of each facet how many claims it
     * would leave beside the other facets. Levels and outcomes are one facet with two sizes.
     */
    function filter(state) {
      const groups = [];
      for (const name of EM.FACETS) {
        if (name === 'level') continue;
        const mask = chosen(name, state[name]);
        const level = name === 'outcome' ? chosen('level', state.level) : null;
        if (mask || level) {
          groups.push({
            names: name === 'outcome' ? ['outcome', 'level'] : [name],
            pass: (i) => (mask !== null && hit(name, mask, i))
              || (level !== null && hit('level', level, i)),
          });
        }
      }
      if (state.from !== null || state.to !== null) {
        const from = state.from === null ? 1 : state.from;
        const to = state.to === null ? 9999 : state.to;
        groups.push({ names: [], pass: (i) => year[i] >= from && year[i] <= to });
      }
      const terms = EM.terms(state.words);
      if (terms.length) {
        warmUp();
        groups.push({ names: [], pass: (i) => terms.every((term) => texts[i].includes(term)) });
      }
      const counts = {};
      for (const name of EM.FACETS) counts[name] = new Int32Array(facets[name].ids.length);
      const kept = [];
      for (let i = 0; i < n; i += 1) {
        let failed = null;
        let fails = 0;
        for (const group of groups) {
          if (!group.pass(i)) {
            failed = group;
            fails += 1;
            if (fails > 1) break;
          }
        }
        if (fails === 0) kept.push(i);
        if (fails > 1) continue;
        for (const name of fails === 0 ? EM.FACETS : failed.names) {
          const { starts, values } = facets[name];
          for (let at = starts[i]; at < starts[i + 1]; at += 1) counts[name][values[at]] += 1;
        }
      }
      return { indexes: kept, counts, claims: kept.length, studies: distinctStudies(kept) };
    }

    /** How many studies there are among those of the records that `counting` marks. */
    function distinctStudies(indexes, counting = everyRecord) {
      stamp += 1;
      let count = 0;
      for (const i of indexes) {
        if (study[i] >= 0 && stamps[study[i]] !== stamp && counting[i]) {
          stamps[study[i]] = stamp;
          count += 1;
        }
      }
      return count;
    }

    function bits(mask) {
      const found = [];
      for (let at = 0; mask >> at; at += 1) if ((mask >> at) & 1) found.push(at);
      return found;
    }

    /** What records amount to, as `Tally` in views/selection.py. */
    function tally(indexes) {
      let hasBases = 0;
      let hasDirections = 0;
      let found = 0;
      let hasSettings = 0;
      let hasDirectFinding = false;
      for (const i of indexes) {
        hasBases |= 1 << basis[i];
        hasDirections |= 1 << direction[i];
        hasSettings |= 1 << setting[i];
        if (finding[i]) found |= 1 << direction[i];
        if (direct[i]) hasDirectFinding = true;
      }
      return {
        indexes,
        claims: indexes.length,
        studies: distinctStudies(indexes),
        studiesRead: distinctStudies(indexes, wasRead),
        studiesDirect: distinctStudies(indexes, direct),
        bases: bits(hasBases).map((at) => bases[at]),
        directions: bits(hasDirections).map((at) => words.direction[at][0]),
        settings: bits(hasSettings).map((at) => words.setting[at][0]),
        directness: hasDirectFinding ? 'direct' : found ? 'only-indirect'
          : hasBases & ~(1 << description) ? 'only-expected' : '',
        hasFinding: found > 0,
        allUnclear: found === 1 << unclear,
        hasDirectFinding,
      };
    }

    function bears(i) {
      return kind[i] !== data.absence && r.outcomes[i].length > 0;
    }

    /** The records that say of a cell that little or nothing is known, whatever is chosen. */
    function absences(cell) {
      return all.filter((i) => kind[i] === data.absence && component[i] === cell.component
        && r.outcomes[i].includes(cell.outcome));
    }

    /** The records of each cell, by component × outcome. */
    function byCell(indexes) {
      const cells = Array.from({ length: words.component.length * nOutcomes }, () => []);
      for (const i of indexes) {
        if (bears(i)) for (const o of r.outcomes[i]) cells[component[i] * nOutcomes + o].push(i);
      }
      return cells;
    }

    const arrows = new Map(data.arrows.map(([start, end, indexes, assumptions, asDescribed]) => [
      `${start}>${end}`, { indexes, assumptions, asDescribed: Boolean(asDescribed) }]));
    const all = Array.from({ length: n }, (_, i) => i);
    const whole = byCell(all).map(tally);

    /** How direct the findings are, or why there are none, as `Cell.standing` in views/gap_map.py. */
    function standing(some, everything, emptiness) {
      if (!some.claims && everything.claims) return 'none-in-view';
      if (some.hasDirectFinding) return 'direct';
      if (everything.hasFinding && !some.hasFinding) return 'findings-left-out';
      if (everything.hasDirectFinding) return 'direct-left-out';
      return emptiness || 'no-search-reported';
    }

    /** All cells of the gap map for the chosen records, outcome by outcome. */
    function cells(indexes) {
      const found = [];
      const chosenCells = indexes.length === n ? whole : byCell(indexes).map(tally);
      for (let o = 0; o < nOutcomes; o += 1) {
        for (let c = 0; c < words.component.length; c += 1) {
          const chosenOnes = chosenCells[c * nOutcomes + o];
          const all_ = whole[c * nOutcomes + o];
          found.push({
            component: c,
            outcome: o,
            tally: chosenOnes,
            whole: all_,
            emptiness: data.empty[o][c],
            standing: standing(chosenOnes, all_, data.empty[o][c]),
          });
        }
      }
      return found;
    }

    /** The lines of the graph: of every filled cell, and from factors to components. */
    function lines(indexes) {
      const found = [];
      for (const cell of cells(indexes)) {
        if (cell.tally.claims) {
          found.push({
            id: `component:${words.component[cell.component][0]}>outcome:${data.outcomes[cell.outcome][0]}`,
            kind: 'evidence',
            component: cell.component,
            outcome: cell.outcome,
            tally: cell.tally,
          });
        }
      }
      const bearing = new Map();
      for (const i of indexes) {
        if (factor[i] >= 0 && kind[i] === data.implementation) {
          const key = factor[i] * words.component.length + component[i];
          if (!bearing.has(key)) bearing.set(key, []);
          bearing.get(key).push(i);
        }
      }
      for (const key of [...bearing.keys()].sort((a, b) => a - b)) {
        const f = Math.floor(key / words.component.length);
        const c = key % words.component.length;
        found.push({
          id: `factor:${words.factor[f][0]}>component:${words.component[c][0]}`,
          kind: 'implementation',
          component: c,
          factor: f,
          tally: tally(bearing.get(key)),
        });
      }
      return found;
    }

    /** The records of a node of the graph: those that its lines rest on. */
    function ofNode(node, indexes) {
      const [what, id] = node.split(/:(.*)/);
      if (what === 'component') {
        const c = facets.component.ids.indexOf(id);
        return indexes.filter((i) => component[i] === c);
      }
      if (what === 'outcome') {
        const o = facets.outcome.ids.indexOf(id);
        return indexes.filter((i) => bears(i) && r.outcomes[i].includes(o));
      }
      const f = words.factor.findIndex((term) => term[0] === id);
      return indexes.filter((i) => factor[i] === f && kind[i] === data.implementation);
    }

    /** How many claims each node rests on, by the node's name. */
    function sizes(indexes) {
      const found = new Map();
      const add = (name) => found.set(name, (found.get(name) || 0) + 1);
      for (const i of indexes) {
        add(`component:${facets.component.ids[component[i]]}`);
        if (bears(i)) for (const o of r.outcomes[i]) add(`outcome:${facets.outcome.ids[o]}`);
        if (factor[i] >= 0 && kind[i] === data.implementation) add(`factor:${words.factor[factor[i]][0]}`);
      }
      return found;
    }

    /* The evidence profile, as views/profile.py tells it. */

    function what(part) {
      const without = part.indexes.filter((i) => study[i] < 0).length;
      const pieces = [];
      if (part.studies) pieces.push(EM.counted(part.studies, 'study'));
      if (without) {
        const claim = part.studies ? 'other claim' : 'claim';
        pieces.push(`${EM.counted(without, claim)} of no identified study`);
      }
      return pieces.join(' and ');
    }

    function where(part) {
      const labels = part.settings
        .filter((id) => !data.placeless.includes(id))
        .map((id) => facets.setting.labels[facets.setting.ids.indexOf(id)]);
      return labels.length ? ` (${labels.join('; ')})` : '';
    }

    const wayOf = (i) => words.direction[direction[i]][0];

    function facts(cell) {
      const some = cell.tally;
      const found = some.indexes.filter((i) => finding[i]);
      const ways = [...new Set(found.map(wayOf))];
      let why = 'filled';
      if (!some.claims) why = cell.whole.claims ? 'none-in-view' : cell.emptiness || 'no-search-reported';
      let findings = ['none', 'one', 'several'][Math.min(found.length, 2)];
      if (!found.length && cell.whole.hasFinding) findings = 'left-out';
      let direct = some.hasFinding ? 'no' : 'none';
      if (some.hasDirectFinding) direct = 'yes';
      else if (cell.whole.hasDirectFinding) direct = 'left-out';
      let compared = cell.whole.bases.includes('comparison') ? 'left-out' : 'no';
      if (some.bases.includes('comparison')) compared = 'yes';
      let read = some.studiesRead === some.studies ? 'all' : 'some';
      if (!some.studiesRead) read = some.studies ? 'none' : 'no-study';
      return {
        claims: some.claims ? 'some' : 'none',
        why,
        findings,
        // What points nowhere known contradicts nothing.
        ways: ways.length ? (ways.filter((way) => way !== 'unclear').length > 1 ? 'differ' : 'alike') : 'none',
        direct,
        compared,
        read,
      };
    }

    /** How many findings of a kind point which way. */
    function pointed(counts) {
      const says = data.profile.ways;
      const found = Object.keys(says).filter((way) => counts[way]);
      const parts = found.map((way) => [counts[way], says[way][Number(counts[way] > 1)]]);
      const findings = parts.reduce((sum, [number]) => sum + number, 0);
      if (!findings) return '';
      if (parts.length > 1) return `. Of these ${findings} findings ${parts.map((part) => part.join(' ')).join('; ')}`;
      return `: ${['the finding', 'both findings', `all ${findings} findings`][Math.min(findings, 3) - 1]} ${parts[0][1]}`;
    }

    function told(known) {
      const said = new Map();
      for (const [slot, when, say] of data.profile.rules) {
        if (!said.has(slot)
          && Object.entries(when).every(([fact, values]) => values.includes(known[fact]))) {
          said.set(slot, say);
        }
      }
      return [...said.values()].filter(Boolean);
    }

    function profile(cell) {
      const sentences = [];
      for (const id of cell.tally.bases) {
        const opening = data.profile.openings[id];
        if (opening) {
          const at = bases.indexOf(id);
          const part = tally(cell.tally.indexes.filter((i) => basis[i] === at));
          const counts = {};
          for (const i of part.indexes) {
            if (finding[i]) counts[wayOf(i)] = (counts[wayOf(i)] || 0) + 1;
          }
          sentences.push(`${opening.replace('{what}', what(part) + where(part))}${pointed(counts)}.`);
        }
      }
      return sentences.concat(told(facts(cell)));
    }

    /** Two-step paths from a component or factor to an outcome, as views/paths.py reads them. */
    function paths(start, outcomeId, indexes) {
      const chosenOnes = new Set(indexes);
      const middles = [...facets.component.ids.map((id) => `component:${id}`),
        ...facets.outcome.ids.map((id) => `outcome:${id}`)];
      return middles.flatMap((middle) => {
        const first = step(start, middle, indexes, chosenOnes);
        const second = first && step(middle, `outcome:${outcomeId}`, indexes, chosenOnes);
        return second ? [path(first, second)] : [];
      });
    }

    function path(first, second) {
      const one = first.tally;
      const two = second.tally;
      const published = (i) => `${study[i]} ${source[i]}`;
      const found = (i) => study[i] >= 0 && (finding[i] || kind[i] === data.implementation);
      const covered = new Set(one.indexes.filter(found).map(published));
      const threads = [...new Set(two.indexes
        .filter((i) => found(i) && covered.has(published(i))).map((i) => study[i]))]
        .sort((a, b) => a - b);
      const named = one.settings.filter((s) => !data.placeless.includes(s));
      let verdict = one.studies && two.studies ? 'joined' : 'no-study';
      if (threads.length) verdict = 'thread';
      if (!one.claims || !two.claims) verdict = 'assumed';
      return {
        first, second, middle: first.end, threads, verdict,
        sharesSetting: named.some((s) => two.settings.includes(s)),
      };
    }

    function step(start, end, indexes, chosenOnes) {
      if (start === end) return null;
      const arrow = arrows.get(`${start}>${end}`) || null;
      let about = [];
      if (start.startsWith('factor:')) {
        const c = facets.component.ids.indexOf(end.split(':')[1]);
        about = ofNode(start, indexes).filter((i) => component[i] === c);
      } else if (start.startsWith('component:') && end.startsWith('outcome:')) {
        const c = facets.component.ids.indexOf(start.split(':')[1]);
        const o = facets.outcome.ids.indexOf(end.split(':')[1]);
        about = whole[c * nOutcomes + o].indexes.filter((i) => chosenOnes.has(i));
      }
      if (arrow && !about.length) about = arrow.indexes.filter((i) => chosenOnes.has(i));
      if (!about.length && !(arrow && arrow.assumptions.length)) return null;
      return { start, end, tally: tally(about), arrow };
    }

    /** The chosen records in the order that the reader asked for. */
    function sorted(indexes, by) {
      if (!orders.has(by)) orders.set(by, ordered(by));
      const kept = new Uint8Array(n);
      for (const i of indexes) kept[i] = 1;
      return orders.get(by).filter((i) => kept[i]);
    }

    /** All records in an order. Each order is found once; filters only leave some of it out. */
    function ordered(by) {
      const bySource = data.sources.map((_, s) => s)
        .sort((a, b) => data.sources[a][1].localeCompare(data.sources[b][1]) || a - b);
      const ranks = new Int32Array(bySource.length);
      bySource.forEach((s, rank) => { ranks[s] = rank; });
      const tie = (a, b) => ranks[source[a]] - ranks[source[b]] || a - b;
      const ways = {
        kind: (a, b) => basis[a] - basis[b] || tie(a, b),
        newest: (a, b) => year[b] - year[a] || tie(a, b),
        oldest: (a, b) => (year[a] || 9999) - (year[b] || 9999) || tie(a, b),
        source: tie,
        component: (a, b) => component[a] - component[b] || tie(a, b),
      };
      return [...all].sort(ways[by]);
    }

    const years = [...new Set(year)].filter(Boolean).sort((a, b) => a - b);
    return {
      data, n, all, facets, years,
      total: { claims: n, studies: distinctStudies(all) },
      basisOf: (i) => bases[basis[i]],
      filter, tally, cells, absences, lines, ofNode, sizes, profile, facts, told, pointed, paths, sorted, warmUp,
    };
  };
}());
