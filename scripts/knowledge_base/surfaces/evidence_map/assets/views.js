/**
 * What a reader sees: filters, gap map, graph and its twin, list, and the panel with records.
 *
 * Text from records only ever becomes text nodes and attribute values, never markup.
 */
(function () {
  'use strict';

  const EM = (window.EvidenceMap = window.EvidenceMap || {});
  const SVG = 'http://www.w3.org/2000/svg';

  /** An element with properties, listeners (`onclick`), attributes, and children as text or nodes. */
  EM.h = function (tag, properties, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(properties || {})) {
      if (value === null || value === undefined || value === false) continue;
      if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
      else if (name === 'class') element.className = value;
      else element.setAttribute(name, value === true ? '' : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return element;
  };
  const h = EM.h;

  /** Writes a text only where it is new: browsers lay out anew even for the same. */
  function write(element, text) {
    const only = element.firstChild;
    if (!only) element.textContent = text;
    else if (only.data !== text) only.data = text;
  }

  /** Does the work given to it once a frame has been painted, so that nobody waits for it. */
  function afterwards() {
    let work = null;
    let timer = 0;
    function finish() {
      clearTimeout(timer);
      if (work) work();
      work = null;
    }
    window.addEventListener('beforeprint', finish);
    return (next) => {
      clearTimeout(timer);
      work = next;
      requestAnimationFrame(() => { timer = setTimeout(finish); });
    };
  }

  EM.FACET_NAMES = {
    component: 'Component', outcome: 'Outcome', level: 'Outcome level', kind: 'Claim kind',
    type: 'Study type', setting: 'Setting', country: 'Country', direction: 'Direction',
    read: 'How read',
  };
  EM.VIEW_NAMES = { graph: 'Graph', map: 'Gap map', list: 'List' };
  const SORT_NAMES = {
    kind: 'Most direct evidence first', newest: 'Newest first', oldest: 'Oldest first',
    source: 'Source', component: 'Component',
  };

  function svg(tag, attributes, ...children) {
    const element = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  }

  const outlines = new Map();

  /** The glyphs of kinds of evidence side by side: what is filled and what is only outlined. */
  function outlined(style, bases) {
    const key = bases.join();
    if (!outlines.has(key)) {
      const outline = (filled) => bases.map((basis, at) => (
        style.basis[basis][1] === filled ? `M${at * 16} 0${style.basis[basis][0]}` : '')).join('');
      outlines.set(key, { width: bases.length * 16 - 4, full: outline(1), line: outline(0) });
    }
    return outlines.get(key);
  }

  function glyphs(style, bases) {
    const { width, full, line } = outlined(style, bases);
    return svg('svg', { viewBox: `0 0 ${width} 12`, width, height: 12, 'aria-hidden': 'true' },
      svg('path', { class: 'em-full', d: full }), svg('path', { class: 'em-line', d: line }));
  }

  /**
   * How the line of a tally is drawn, as `line_style` in surfaces/evidence_map/style.py: as wide
   * as there are studies, filled as far as they are from Early Help, thin for what is expected.
   */
  EM.lineStyle = function (style, tally) {
    const [thinnest, step, widest] = style.widths;
    const width = Math.min(thinnest + step * tally.studies, widest);
    if (!tally.hasFinding) return { width: width / 2, core: 0, filled: false };
    const share = tally.studiesDirect ? tally.studiesDirect / tally.studies : 1;
    return { width, core: (width - 2 * style.casing) * share, filled: tally.hasDirectFinding };
  };

  /** Strokes and gaps of a kind's line, which grow with its width so that they can be told apart. */
  EM.dashes = (style, basis, width) => style.basis[basis || 'none'][2].map((length) => length * Math.max(1, width / style.dashedAt));

  /** The signs on a tally's line; what is unclear is only told where no finding is clear. */
  EM.signs = (style, tally) => tally.directions
    .filter((way) => style.direction[way][1] && (way !== 'unclear' || tally.allUnclear))
    .map((way) => style.direction[way][0]).join('');

  /** Directions whose signs lines carry, in words. */
  EM.signsOnLines = (data) => data.vocabularies.direction.filter(([id]) => data.style.direction[id][1])
    .map(([id, label]) => [data.style.direction[id][0], id === 'unclear' ? 'All findings unclear' : label]);

  /** Words for what data names by id. */
  EM.createWords = function (engine) {
    const { data, facets } = engine;
    const label = (vocabulary, id) => (data.vocabularies[vocabulary].find((t) => t[0] === id) || [])[1] || id;
    const short = (c) => data.shorts[c];
    return {
      label,
      short,
      node(name) {
        const [what, id] = name.split(/:(.*)/);
        if (what === 'component') return short(facets.component.ids.indexOf(id));
        if (what === 'outcome') return facets.outcome.labels[facets.outcome.ids.indexOf(id)];
        return label('factor', id);
      },
      size: (tally) => `${EM.counted(tally.studies, 'study')}, ${EM.counted(tally.claims, 'claim')}`,
      /** How direct findings are, in a few words; of `standing` where a cell has one. */
      direct(tally, standing) {
        const { studies, studiesDirect } = tally;
        if (studiesDirect && studiesDirect < studies) return `${EM.number(studiesDirect)} of ${EM.number(studies)} from Early Help`;
        let directness = tally.hasFinding ? 'only-indirect' : 'only-expected';
        if (tally.hasDirectFinding) directness = 'direct';
        return data.standings[standing || directness][0];
      },
      kinds: (tally) => tally.bases.filter((b) => b !== 'none').map((b) => label('evidence-basis', b)),
      ways: (tally) => tally.directions.filter((d) => data.style.direction[d][0])
        .map((d) => label('direction', d)),
    };
  };

  /** The kinds of lines by where findings come from, each with a sample; labels as of the cells. */
  EM.LINE_KINDS = [
    ['direct', { studies: 3, studiesDirect: 3, hasFinding: true, hasDirectFinding: true }, ''],
    ['partly', { studies: 3, studiesDirect: 1, hasFinding: true, hasDirectFinding: true }, 'Partly from Early Help'],
    ['only-indirect', { studies: 3, studiesDirect: 0, hasFinding: true, hasDirectFinding: false }, ''],
    ['only-expected', { studies: 0, studiesDirect: 0, hasFinding: false, hasDirectFinding: false }, ''],
  ];

  /** What the filters leave, and the filters themselves, in words: for paper and for pictures. */
  EM.inWords = function (engine, state, result) {
    const counts = `${EM.number(result.studies)} of ${EM.counted(engine.total.studies, 'study')}, ${EM.counted(result.claims, 'claim')}.`;
    const parts = EM.FACETS.filter((name) => state[name].length).map((name) => `${EM.FACET_NAMES[name]}: ${
      state[name].map((id) => engine.facets[name].labels[engine.facets[name].ids.indexOf(id)]).join(', ')}`);
    if (state.from !== null || state.to !== null) parts.push(`Year: ${state.from ?? 'any'} to ${state.to ?? 'any'}`);
    if (EM.terms(state.words).length) parts.push(`Words: ${state.words}`);
    return parts.length ? `${counts} Only ${parts.join('; ')}.` : counts;
  };

  EM.sourceInWords = (data) => 'Source: Evidence on a systemically informed key worker model, evidence map; '
    + `newest record of ${data.asOf}. Licence: CC BY 4.0.`;

  /* Filters */

  EM.createFilters = function (engine, change) {
    const { facets, data } = engine;
    const totals = engine.filter(EM.emptyState()).counts;
    const boxes = {};
    const summaries = {};
    const drops = {};
    let now = null;

    function option(name, at) {
      const input = h('input', {
        type: 'checkbox',
        onchange: () => change((state) => {
          const ids = new Set(state[name]);
          if (input.checked) ids.add(facets[name].ids[at]);
          else ids.delete(facets[name].ids[at]);
          state[name] = facets[name].ids.filter((id) => ids.has(id));
        }),
      });
      const count = h('span', { class: 'em-count' });
      boxes[name][at] = { input, count };
      return h('label', { class: name === 'level' ? 'em-option em-level' : 'em-option' },
        input, h('span', {}, facets[name].labels[at]), count);
    }

    function options(name) {
      boxes[name] = [];
      if (name !== 'outcome') {
        return facets[name].ids.map((_, at) => (totals[name][at] ? option(name, at) : null));
      }
      boxes.level = [];
      return facets.level.ids.flatMap((_, level) => [
        option('level', level),
        ...facets.outcome.ids.map((__, at) => (data.outcomes[at][2] === level ? option(name, at) : null)),
      ]);
    }

    function drop(name, title, ...content) {
      const chosen = h('span', { class: 'em-chosen' });
      summaries[name] = chosen;
      drops[name] = h('details', { class: 'em-drop', name: 'em-drop' },
        h('summary', { onclick: () => showOptions(name) }, title, chosen),
        h('div', { class: 'em-pop' }, ...content));
    }

    for (const name of EM.FACETS.filter((facet) => facet !== 'level')) {
      drop(name, EM.FACET_NAMES[name], h('fieldset', {},
        h('legend', {}, `${EM.FACET_NAMES[name]}: claims that each choice would leave`),
        options(name)));
    }

    const year = (name, label) => h('input', {
      type: 'number', inputmode: 'numeric', min: engine.years[0], max: engine.years.at(-1),
      step: 1, 'aria-label': label, placeholder: name === 'from' ? engine.years[0] : engine.years.at(-1),
      onchange: (event) => change((state) => {
        const value = event.target.value.trim();
        state[name] = /^\d{4}$/.test(value) ? Number(value) : null;
      }),
    });
    const from = year('from', 'From year');
    const to = year('to', 'To year');
    drop('year', 'Year', h('fieldset', {},
      h('legend', {}, 'Year of the source; sources without a year are left out'),
      h('div', { class: 'em-years' }, from, h('span', {}, 'to'), to)));

    let typing = 0;
    const words = h('input', {
      type: 'search', id: 'em-words', autocomplete: 'off', spellcheck: 'false',
      placeholder: 'whole words or “a phrase”',
      oninput: () => {
        clearTimeout(typing);
        typing = setTimeout(() => change((state) => { state.words = words.value; }, true), 90);
      },
      onfocus: () => engine.warmUp(),
    });
    /** Where the focus goes when the button that had it is gone. */
    const focusWords = () => (more.open ? words : more.firstChild).focus();
    const chips = h('ul', { class: 'em-chips', 'aria-label': 'Filters in use' });
    const reset = h('button', {
      type: 'button', class: 'em-reset', onclick: () => {
        change((state) => Object.assign(state, { ...EM.emptyState(), view: state.view, sort: state.sort, factors: state.factors, filledOnly: state.filledOnly }));
        focusWords();
      },
    }, 'Reset all filters');

    // On a phone the filters fold away, so that the map is in sight.
    const more = h('details', { class: 'em-more' }, h('summary', {}, 'Filters'),
      h('div', { class: 'em-drops' },
        h('div', { class: 'em-words' }, h('label', { for: 'em-words' }, 'Words'), words), Object.values(drops)));
    const wide = matchMedia('(min-width: 720px)');
    const fold = () => { more.open = wide.matches; };
    wide.addEventListener('change', fold);
    fold();

    const element = h('div', { class: 'em-filters', role: 'search', 'aria-label': 'Filter the evidence' },
      more, h('div', { class: 'em-inuse' }, chips, reset));

    element.addEventListener('keydown', (event) => {
      const open = event.target.closest('.em-drop[open]');
      if (event.key === 'Escape' && open) {
        open.open = false;
        open.querySelector('summary').focus();
      }
    });
    document.addEventListener('click', (event) => {
      for (const open of document.querySelectorAll('.em-drop[open]')) {
        if (!open.contains(event.target)) open.open = false;
      }
    });

    function chip(text, remove) {
      return h('li', {}, h('button', {
        type: 'button', onclick: () => { change(remove); focusWords(); },
      }, h('span', { class: 'em-sr' }, 'Remove the filter '), text, h('span', { 'aria-hidden': 'true' }, ' ×')));
    }

    /** Ticks and counts the options of a facet; those of a closed one wait until it opens. */
    function showOptions(facet) {
      for (const name of facet === 'outcome' ? ['outcome', 'level'] : [facet]) {
        (boxes[name] || []).forEach((box, at) => {
          box.input.checked = now.state[name].includes(facets[name].ids[at]);
          write(box.count, EM.number(now.result.counts[name][at]));
          box.input.parentElement.classList.toggle('em-none', !now.result.counts[name][at]);
        });
      }
    }

    function update(state, result) {
      now = { state, result };
      for (const [name, details] of Object.entries(drops)) if (details.open) showOptions(name);
      for (const name of Object.keys(summaries)) {
        let chosen = name === 'year' ? Number(state.from !== null || state.to !== null) : state[name].length;
        if (name === 'outcome') chosen += state.level.length;
        write(summaries[name], chosen ? ` (${chosen})` : '');
      }
      from.value = state.from === null ? '' : state.from;
      to.value = state.to === null ? '' : state.to;
      if (document.activeElement !== words) words.value = state.words;
      const inUse = EM.FACETS.flatMap((name) => state[name].map((id) => chip(
        `${EM.FACET_NAMES[name]}: ${facets[name].labels[facets[name].ids.indexOf(id)]}`,
        (next) => { next[name] = next[name].filter((other) => other !== id); },
      )));
      if (state.from !== null || state.to !== null) {
        inUse.push(chip(`Year: ${state.from ?? 'any'} to ${state.to ?? 'any'}`,
          (next) => { next.from = null; next.to = null; }));
      }
      if (EM.terms(state.words).length) {
        inUse.push(chip(`Words: ${state.words}`, (next) => { next.words = ''; words.value = ''; }));
      }
      chips.replaceChildren(...inUse);
      element.querySelector('.em-inuse').hidden = !inUse.length;
    }

    return { element, update };
  };

  /* A record, as a card */

  EM.createCard = function (engine, words) {
    const { data } = engine;
    const r = data.records;
    const at = (vocabulary, position) => data.vocabularies[vocabulary][position][1];

    return function card(i, properties) {
      const source = data.sources[r.source[i]];
      const basis = engine.basisOf(i);
      const way = data.vocabularies.direction[r.direction[i]];
      const sign = data.style.direction[way[0]][0];
      let wayLabel = way[1];
      if (r.kind[i] === data.implementation) {
        wayLabel = { favourable: 'Helps', unfavourable: 'Hinders' }[way[0]] || wayLabel;
      }
      const through = r.through[i] >= 0 ? data.sources[r.through[i]][1] : '';
      const about = [
        words.short(r.component[i]),
        ...r.outcomes[i].map((o) => data.outcomes[o][1]),
        ...(r.factor[i] >= 0 ? [at('factor', r.factor[i])] : []),
      ];
      const study = r.study[i] >= 0 ? data.studies[r.study[i]] : null;
      return h(properties.role ? 'div' : 'article', { class: 'em-card', ...properties },
        h('p', { class: 'em-about' }, about.join(' · ')),
        h('p', { class: 'em-claim', dir: 'auto' }, r.claim[i]),
        h('p', { class: 'em-source' },
          source[3] ? h('a', { href: source[3], rel: 'noopener' }, source[1]) : source[1],
          study ? [' · study: ', h('a', { href: `studies.html#study-${study[0]}` }, study[1])] : ' · no identified study'),
        h('ul', { class: 'em-marks' },
          h('li', {}, glyphs(data.style, [basis]), at('claim-kind', r.kind[i])),
          sign ? h('li', {}, h('i', { 'aria-hidden': 'true' }, sign), wayLabel) : null,
          h('li', {}, at('study-type', r.type[i])),
          h('li', {}, at('setting', r.setting[i])),
          h('li', {}, r.countries[i].map((c) => at('country', c)).join(', '))),
        r.sample[i] ? h('p', { class: 'em-sample', dir: 'auto' }, `Sample: ${r.sample[i]}`) : null,
        r.note[i] ? h('p', { class: 'em-note', dir: 'auto' }, r.note[i]) : null,
        h('p', { class: 'em-read' },
          through ? `Cited through ${through}; the source itself was not read. ` : 'Read in the source. ',
          h('a', { href: `records/${r.id[i]}.html` }, 'Record', h('span', { class: 'em-sr' }, ` ${r.id[i]}`))));
    };
  };

  /* The gap map, which is on the page already */

  EM.createGapMap = function (engine, words, open, change) {
    const { data, facets } = engine;
    const table = document.querySelector('.em-table');
    const strip = createStrip();
    const filledOnly = h('input', {
      type: 'checkbox', onchange: () => change((state) => { state.filledOnly = filledOnly.checked; }),
    });
    table.before(h('label', { class: 'em-option em-hide' }, filledOnly, h('span', {}, 'Hide pairs without claims')));
    const places = new Map();
    const key = (view) => view.outcome * facets.component.ids.length + view.component;

    // The page shows the whole base: what is there is taken over, and later only what changes is
    // written. A pair without any claim never changes.
    const whole = new Map(engine.cells(engine.all).map((view) => [key(view), view]));
    for (const cell of table.querySelectorAll('td')) {
      const at = key({
        component: facets.component.ids.indexOf(cell.dataset.component),
        outcome: facets.outcome.ids.indexOf(cell.parentElement.dataset.outcome),
      });
      cell.firstElementChild.setAttribute('aria-haspopup', 'dialog');
      if (whole.get(at).tally.claims) {
        const find = (name) => cell.querySelector(name);
        places.set(at, {
          cell, look: lookOf(whole.get(at)), said: find('.em-sr'), studies: find('.em-n'), claims: find('.em-m'),
          svg: find('svg'), full: find('.em-full'), line: find('.em-line'), signs: find('i'), why: find('.em-why'),
        });
      }
    }
    table.addEventListener('click', (event) => {
      const cell = event.target.closest('td');
      if (!cell || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      cell.firstElementChild.focus({ preventScroll: true });
      open(`cell:${cell.dataset.component}/${cell.parentElement.dataset.outcome}`);
    });

    function lookOf({ tally, standing }) {
      return [standing, tally.bases, tally.directions, tally.studies > 0].join('|');
    }

    function fill(place, view) {
      const { tally } = view;
      const look = lookOf(view);
      if (look !== place.look) {
        place.look = look;
        dress(place, view);
      }
      write(place.studies, EM.counted(tally.studies, 'study'));
      write(place.claims, EM.counted(tally.claims, 'claim'));
      write(place.why, tally.claims ? words.direct(tally, view.standing) : data.standings[view.standing][0]);
    }

    /** Gives a cell the kinds, signs and standing of what it shows, in the form of page.py. */
    function dress(place, { component, outcome, tally, standing }) {
      place.cell.className = `em-${standing}`;
      place.studies.className = tally.studies ? 'em-n' : 'em-n em-zero';
      const said = [...words.kinds(tally), ...words.ways(tally)].join('; ');
      write(place.said, `${words.short(component)}, ${data.outcomes[outcome][1]}. ${said ? `${said}. ` : ''}`);
      write(place.signs, tally.directions.map((d) => data.style.direction[d][0]).filter(Boolean).join(' '));
      const { width, full, line } = outlined(data.style, tally.bases.filter((b) => b !== 'none'));
      place.svg.setAttribute('width', Math.max(width, 0));
      place.svg.setAttribute('viewBox', `0 0 ${Math.max(width, 0)} 12`);
      place.full.setAttribute('d', full);
      place.line.setAttribute('d', line);
    }

    // Rows in sight change at once; the others a moment later, so that nobody waits for them.
    const inSightNow = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        inSightNow[isIntersecting ? 'add' : 'delete'](facets.outcome.ids.indexOf(target.dataset.outcome));
      }
    }, { rootMargin: '100px 0px' });
    for (const row of table.querySelectorAll('tr[data-outcome]')) observer.observe(row);
    const later = afterwards();

    let drawnFor = '';
    function update(state, cellsNow) {
      filledOnly.checked = state.filledOnly;
      table.classList.toggle('em-filled-only', state.filledOnly);
      const waiting = [];
      for (const view of cellsNow) {
        if (!view.whole.claims) continue;
        if (!inSightNow.size || inSightNow.has(view.outcome)) fill(places.get(key(view)), view);
        else waiting.push(view);
      }
      later(() => { for (const view of waiting) fill(places.get(key(view)), view); });
      strip(cellsNow.filter((view) => inSight(state, view)));
      const facetsNow = [state.component, state.outcome, state.level].join('|');
      if (facetsNow !== drawnFor) hide(state);
      drawnFor = facetsNow;
    }

    /** Whether the component's column and the outcome's row are shown. */
    function inSight(state, { component, outcome }) {
      return (!state.component.length || state.component.includes(facets.component.ids[component]))
        && outcomeInSight(state, facets.outcome.ids[outcome], facets.level.ids[data.outcomes[outcome][2]]);
    }

    function outcomeInSight(state, outcome, level) {
      return (!state.outcome.length && !state.level.length)
        || state.level.includes(level) || state.outcome.includes(outcome);
    }

    function hide(state) {
      for (const cell of table.querySelectorAll('[data-component]')) {
        cell.hidden = Boolean(state.component.length) && !state.component.includes(cell.dataset.component);
      }
      // A heading over hidden columns would keep room for them.
      const columns = 1 + (state.component.length || facets.component.ids.length);
      for (const heading of table.querySelectorAll('.em-group th')) heading.colSpan = columns;
      for (const body of table.tBodies) {
        const rows = [...body.querySelectorAll('tr[data-outcome]')];
        for (const row of rows) row.hidden = !outcomeInSight(state, row.dataset.outcome, body.dataset.level);
        body.hidden = rows.every((row) => row.hidden);
      }
    }

    /** The link of the cell that a state has open. */
    function find(what) {
      const [component, outcome] = what.replace('cell:', '').split('/');
      return table.querySelector(`[data-outcome="${outcome}"] td[data-component="${component}"] a`);
    }

    return { update, find };
  };

  /** The line above the gap map, in the page already: how many pairs have which kind of findings. */
  function createStrip() {
    const lead = document.getElementById('em-strip-of');
    const items = new Map([...document.querySelectorAll('.em-strip li')]
      .map((item) => [item.dataset.standing, { item, number: item.querySelector('b') }]));
    return (cells) => {
      const numbers = new Map();
      for (const { standing } of cells) numbers.set(standing, (numbers.get(standing) || 0) + 1);
      write(lead, `Of ${EM.counted(cells.length, 'pair')} of a component and an outcome`);
      for (const [standing, { item, number }] of items) {
        write(number, EM.number(numbers.get(standing) || 0));
        item.hidden = !numbers.has(standing);
      }
    };
  }

  /* The list: cards in chunks, of which only those near the window are drawn */

  EM.createList = function (engine, card, change) {
    const CHUNK = 20;
    const HEIGHT = 220;
    const list = h('div', { class: 'em-cards' });
    const sort = h('select', {
      id: 'em-sort', onchange: () => change((state) => { state.sort = sort.value; }),
    }, EM.SORTS.map((by) => h('option', { value: by }, SORT_NAMES[by])));
    const element = h('div', { class: 'em-list' },
      h('p', { class: 'em-sort' }, h('label', { for: 'em-sort' }, 'Sort by'), sort), list);
    let order = null;

    function draw(chunk) {
      if (chunk.firstChild) return;
      const first = Number(chunk.dataset.first);
      chunk.append(...order.slice(first, first + CHUNK).map((i, at) => card(i, {
        role: 'listitem', 'aria-setsize': order.length, 'aria-posinset': first + at + 1,
      })));
      chunk.style.minHeight = '';
    }

    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) draw(target);
        else if (target.firstChild && !target.contains(document.activeElement)) {
          target.style.minHeight = `${target.offsetHeight}px`;
          target.replaceChildren();
        }
      }
    }, { rootMargin: '1200px 0px' });

    window.addEventListener('beforeprint', () => {
      if (!element.closest('[hidden]')) for (const chunk of list.children) draw(chunk);
    });

    function update(state, result) {
      sort.value = state.sort;
      const now = engine.sorted(result.indexes, state.sort);
      if (order && now.length === order.length && now.every((i, at) => i === order[at])) return;
      order = now;
      observer.disconnect();
      if (!order.length) {
        list.removeAttribute('role');
        list.replaceChildren(h('p', { class: 'em-nothing' }, 'No claim fits all of these filters. Remove one of them to see more.'));
        return;
      }
      list.setAttribute('role', 'list');
      const chunks = [];
      for (let first = 0; first < order.length; first += CHUNK) {
        const size = Math.min(CHUNK, order.length - first);
        const chunk = h('div', { role: 'presentation', 'data-first': first });
        chunk.style.minHeight = `${size * HEIGHT}px`;
        chunks.push(chunk);
      }
      draw(chunks[0]);
      list.replaceChildren(...chunks);
      for (const chunk of chunks) observer.observe(chunk);
    }

    return { element, update };
  };

  /* The graph, drawn in a document of its own, and its twin in this one */

  EM.createGraph = function (engine, words, open, change, base) {
    const { data, facets } = engine;
    let frame = null;
    let ready = false;
    let last = null;
    // What the drawing has been handed, and how wide it is: asking the page would lay it out anew.
    let handed = '';
    let width = 0;
    const twins = new Map();
    let twinFactors = null;
    let twinInSight = false;
    const later = afterwards();

    const holder = h('div', { class: 'em-frame' });
    const factors = h('input', {
      type: 'checkbox', onchange: () => change((state) => { state.factors = factors.checked; }),
    });
    const zoom = (label, by, text) => h('button', {
      type: 'button', 'aria-label': label, onclick: () => send({ type: 'zoom', by }),
    }, text);
    const twin = h('div', { class: 'em-twin' });
    const strip = createLineStrip();
    const path = createPathForm();
    const element = h('div', { class: 'em-graph' },
      h('div', { class: 'em-graphbar' },
        h('label', { class: 'em-option' }, factors, h('span', {}, 'Show what helps or hinders')),
        h('span', { class: 'em-zoom' }, zoom('Zoom out', 0.8, '−'), zoom('Zoom in', 1.25, '+'), zoom('Show all', 0, 'All'))),
      strip.element, holder, lineLegend(),
      h('h2', {}, 'Read a path'), path.element,
      h('h2', {}, 'The graph as a list'),
      h('p', { class: 'em-hint' }, 'Every node and line of the drawing, in step with it.'), twin);

    /** A line as the drawing has it: casing and inside, or the thin line of what is expected. */
    function sample({ width, core, filled }, dashes) {
      const stroke = (name, thick) => svg('path', {
        class: name, d: 'M0 7h60', 'stroke-width': thick, 'stroke-dasharray': dashes.join(' ') || 'none',
      });
      const cased = core > 0 && !(filled && core > width - 3);
      const inside = filled ? 'em-core' : core > 0 ? 'em-hollow' : 'em-casing';
      return svg('svg', { viewBox: '0 0 60 14', 'aria-hidden': 'true' },
        ...(cased ? [stroke('em-casing', width)] : []), stroke(inside, cased ? core : width));
    }

    /** Above the drawing: how direct the lines are, and how many of each there are. */
    function createLineStrip() {
      const items = new Map(EM.LINE_KINDS.map(([kind, tally, label]) => {
        const number = h('b');
        const item = h('li', {}, sample(EM.lineStyle(data.style, tally), tally.hasFinding ? [] : data.style.basis.expectation[2]),
          number, ' ', label || data.standings[kind][0]);
        return [kind, { number, item }];
      }));
      const kindOf = (tally) => {
        if (tally.hasDirectFinding) return tally.studiesDirect < tally.studies ? 'partly' : 'direct';
        return tally.hasFinding ? 'only-indirect' : 'only-expected';
      };
      const lead = h('p', { class: 'em-strip-of', id: 'em-lines-of' });
      return {
        element: h('div', {}, lead, h('ul', { class: 'em-strip em-lines', 'aria-labelledby': 'em-lines-of' },
          [...items.values()].map(({ item }) => item))),
        update(lines) {
          write(lead, `Where the findings of ${EM.counted(lines.length, 'line')} come from; the wider a line, the more studies`);
          const numbers = new Map();
          for (const { tally } of lines) numbers.set(kindOf(tally), (numbers.get(kindOf(tally)) || 0) + 1);
          for (const [kind, { number, item }] of items) {
            write(number, EM.number(numbers.get(kind) || 0));
            item.hidden = !numbers.has(kind);
          }
        },
      };
    }

    function lineLegend() {
      const kinds = data.vocabularies['evidence-basis'].filter(([id]) => id !== 'none');
      const found = { studies: 0, hasFinding: true, hasDirectFinding: true };
      return h('ul', { class: 'em-lines', 'aria-label': 'What strokes, widths and signs mean' },
        kinds.map(([id, label]) => h('li', {}, sample({ width: 2.5, core: 0 }, data.style.basis[id][2]), label)),
        [1, 4].map((studies) => h('li', {}, sample(EM.lineStyle(data.style, { ...found, studies, studiesDirect: studies }), []), EM.counted(studies, 'study'))),
        EM.signsOnLines(data).map(([sign, label]) => h('li', {}, h('i', { 'aria-hidden': 'true' }, sign), label)));
    }

    function createPathForm() {
      const group = (label, options) => h('optgroup', { label }, options.map(([value, text]) => h('option', { value }, text)));
      const start = h('select', { id: 'em-start', onchange: () => countWays() },
        group('Components', facets.component.ids.map((id, c) => [`component:${id}`, words.short(c)])),
        group('What helps or hinders', data.vocabularies.factor.map(([id, label]) => [`factor:${id}`, label])));
      const end = h('select', { id: 'em-end' }, facets.level.labels.map((label, level) => group(label,
        facets.outcome.ids.map((id, o) => [id, facets.outcome.labels[o], o]).filter(([, , o]) => data.outcomes[o][2] === level))));
      /** Says beside each outcome how many ways lead there, so that nobody tries in vain. */
      function countWays() {
        for (const option of end.options) {
          const ways = engine.paths(start.value, option.value, engine.all).length;
          const label = facets.outcome.labels[facets.outcome.ids.indexOf(option.value)];
          option.textContent = `${label} – ${ways ? EM.counted(ways, 'path') : 'no path'}`;
          option.dataset.ways = ways;
        }
        if (end.selectedOptions[0].dataset.ways === '0') {
          const first = [...end.options].find((option) => option.dataset.ways !== '0');
          if (first) end.value = first.value;
        }
      }
      const form = h('form', {
        class: 'em-path', onsubmit: (event) => {
          event.preventDefault();
          change((state) => { state.path = `${start.value}/${end.value}`; state.open = ''; });
        },
      },
      h('p', {}, 'How does a component lead to an outcome two steps away? The chain follows the evidence and the draft '
        + 'logic model; it says whether one study covers it, or whether it is joined, or only assumed.'),
      h('span', {}, h('label', { for: 'em-start' }, 'From'), start),
      h('span', {}, h('label', { for: 'em-end' }, 'to'), end),
      h('button', { type: 'submit', class: 'em-button' }, 'Read the path'));
      return { element: form, countWays };
    }

    function describe(line) {
      const kinds = words.kinds(line.tally);
      const ways = words.ways(line.tally).map((way) => (line.kind === 'implementation'
        ? { Favourable: 'Helps', Unfavourable: 'Hinders' }[way] || way : way));
      return `${words.size(line.tally)}. ${words.direct(line.tally)}. ${[...kinds, ...ways].join('; ')}`;
    }

    function ends(line) {
      const [a, b] = line.id.split('>');
      return [words.node(a), words.node(b)];
    }

    function target(line) {
      const [a, b] = line.id.split('>').map((node) => node.split(':')[1]);
      return `${line.kind === 'evidence' ? 'cell' : 'bearing'}:${a}/${b}`;
    }

    function button(id, to, text) {
      const mark = () => send({ type: 'mark', id });
      const clear = () => send({ type: 'mark', id: '' });
      const size = h('span', { class: 'em-m' });
      const place = { to, size, item: h('li') };
      place.element = h('button', {
        type: 'button', 'aria-haspopup': 'dialog', onclick: () => open(to),
        onfocus: mark, onmouseenter: mark, onblur: clear, onmouseleave: clear,
      }, h('span', {}, text), ' ', size);
      place.item.append(place.element);
      twins.set(id, place);
      return place.item;
    }

    /** Builds the twin of all that the whole base would draw; later only what is hidden changes. */
    function buildTwin() {
      const lines = engine.lines(engine.all);
      const group = (title, ids) => h('div', {}, h('h3', {}, title), h('ul', {}, ids.map((id) => {
        const item = button(id, id, words.node(id));
        const own = lines.filter((line) => line.id.startsWith(`${id}>`));
        if (own.length) item.append(h('ul', {}, own.map((line) => button(line.id, target(line), ends(line)[1]))));
        return item;
      })));
      const factorsOf = [...new Set(lines.map((line) => line.id.split('>')[0]))].filter((id) => id.startsWith('factor:'));
      twinFactors = group('What helps or hinders', factorsOf);
      twin.replaceChildren(
        group('Components and their lines', facets.component.ids.map((id) => `component:${id}`)),
        group('Outcomes', facets.outcome.ids.map((id) => `outcome:${id}`)), twinFactors,
      );
    }

    function updateTwin(lines, result, withFactors) {
      const sizes = engine.sizes(result.indexes);
      const shown = new Map(lines.map((line) => [line.id, line]));
      for (const [id, place] of twins) {
        const line = shown.get(id);
        const node = !id.includes('>');
        place.item.hidden = !node && !line;
        const text = node ? (sizes.has(id) ? EM.counted(sizes.get(id), 'claim') : 'no claims in this view')
          : (line ? line.text : '');
        write(place.size, text);
      }
      twinFactors.hidden = !withFactors;
    }

    function send(message) {
      if (frame && ready) frame.contentWindow.postMessage({ from: 'evidence-map', ...message }, '*');
    }

    function layoutName(withFactors) {
      return (width < 640 ? 'narrow' : 'wide') + (withFactors ? '-factors' : '');
    }

    function theme() {
      return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
    }

    /** Hands the drawing what it is to show. */
    function redraw() {
      if (!last || !width) return;
      const name = layoutName(last.state.factors);
      const layout = data.layouts[name];
      const scale = Math.min(width / layout.width, 1.15);
      if (frame) frame.style.height = `${Math.ceil(layout.height * scale)}px`;
      const shown = {};
      for (const line of last.lines) {
        const look = EM.lineStyle(data.style, line.tally);
        shown[line.id] = {
          ...look,
          dashes: EM.dashes(data.style, line.tally.bases[0], look.width),
          sign: line.kind === 'evidence' ? EM.signs(data.style, line.tally) : '',
          title: `${ends(line).join(' – ')}: ${line.text}`,
        };
      }
      // Places are handed over only when they change.
      send({ type: 'draw', theme: theme(), lines: shown, layout: name === handed ? null : layout });
      if (ready) handed = name;
    }

    window.addEventListener('message', (event) => {
      if (!frame || event.source !== frame.contentWindow || !event.data) return;
      if (event.data.type === 'ready') {
        ready = true;
        handed = '';
        redraw();
      } else if (event.data.type === 'open' && twins.has(event.data.id)) {
        const place = twins.get(event.data.id);
        place.element.focus({ preventScroll: true });
        open(place.to);
      } else if (event.data.type === 'drawn') {
        holder.dataset.drawn = 'yes';
      } else if (event.data.type === 'hover') {
        for (const [id, place] of twins) place.element.classList.toggle('em-marked', id === event.data.id);
      }
    });
    new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ['data-theme'] });
    new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width && contentRect.width !== width) {
        width = contentRect.width;
        redraw();
      }
    }).observe(holder);

    function update(state, result) {
      factors.checked = state.factors;
      if (state.view !== 'graph') return;
      if (!frame) {
        // Only now is the graph's library fetched.
        frame = h('iframe', {
          src: `${base}graph.html`, title: 'Drawing of the graph; the list below it holds the same',
        });
        holder.replaceChildren(frame);
        buildTwin();
        new IntersectionObserver(([{ isIntersecting }]) => { twinInSight = isIntersecting; }).observe(twin);
        (window.requestIdleCallback || setTimeout)(path.countWays);
      }
      const lines = engine.lines(result.indexes)
        .filter((line) => state.factors || line.kind === 'evidence');
      for (const line of lines) line.text = describe(line);
      last = { state: { ...state }, lines };
      strip.update(lines.filter((line) => line.kind === 'evidence'));
      const { factors: withFactors } = state;
      const writeTwin = () => updateTwin(lines, result, withFactors);
      if (twinInSight) writeTwin();
      later(twinInSight ? null : writeTwin);
      redraw();
    }

    /** The twin of what a state has open. */
    const find = (what) => [...twins.values()].find(({ to }) => to === what)?.element;

    return { element, update, find };
  };

  /* The panel: the records of a cell, a node or a line, or a path */

  EM.createPanel = function (engine, words, card, change, closed, copyLink) {
    const { data, facets } = engine;
    const STEP = 40;
    const body = h('div', { class: 'em-panel-body' });
    const title = h('h2', { id: 'em-panel-title', tabindex: '-1' });
    const told = h('p', { role: 'status' });
    const dialog = h('dialog', {
      class: 'em-panel', 'aria-labelledby': 'em-panel-title',
      onclose: () => closed(),
      onclick: (event) => { if (event.target === dialog) dialog.close(); },
    },
    h('div', { class: 'em-panel-head' }, title,
      h('button', { type: 'button', class: 'em-close', onclick: () => dialog.close() }, 'Close'),
      h('button', { type: 'button', class: 'em-close', onclick: () => copyLink(told) }, 'Copy link'), told),
    body);

    function cards(indexes) {
      const order = engine.sorted(indexes, 'kind');
      const list = h('div', { class: 'em-cards' });
      const more = h('button', { type: 'button', class: 'em-button', onclick: () => grow(true) });
      let count = 0;
      function grow(asked) {
        const next = order.slice(count, count + STEP).map((i) => card(i, asked ? { tabindex: '-1' } : {}));
        list.append(...next);
        count += next.length;
        more.textContent = `Show ${Math.min(STEP, order.length - count)} more of ${EM.counted(order.length, 'claim')}`;
        if (count >= order.length) more.remove();
        if (asked && next.length) next[0].focus();
      }
      grow(false);
      return count < order.length ? [list, more] : [list];
    }

    function toList(choose) {
      return h('p', {}, h('button', {
        type: 'button', class: 'em-button', onclick: () => change((state) => {
          choose(state);
          state.view = 'list';
          state.open = '';
          state.path = '';
        }),
      }, 'Show these in the list'));
    }

    const size = (tally) => h('p', { class: 'em-size' }, words.size(tally));

    function sizeOf(indexes) {
      return h('p', { class: 'em-size' },
        `${EM.counted(new Set(indexes.map((i) => data.records.study[i]).filter((s) => s >= 0)).size, 'study')}, ${EM.counted(indexes.length, 'claim')}`);
    }

    function cell(id, result) {
      const [c, o] = id.split('/');
      const view = engine.cells(result.indexes).find((place) => facets.component.ids[place.component] === c
        && facets.outcome.ids[place.outcome] === o);
      title.textContent = `${words.short(view.component)} – ${data.outcomes[view.outcome][1]}`;
      const gaps = data.gaps.filter((gap) => gap[2].includes(view.component) && gap[3].includes(view.outcome));
      return [
        size(view.tally),
        h('p', { class: 'em-profile' }, engine.profile(view).join(' ')),
        gaps.length ? h('div', { class: 'em-gaps' }, h('h3', {}, 'Open questions'),
          h('ul', {}, gaps.map((gap) => h('li', {}, h('a', { href: `gaps.html#gap-${gap[0]}` }, gap[1]))))) : null,
        ...(view.tally.claims ? [h('h3', {}, 'Claims'), ...cards(view.tally.indexes),
          toList((state) => { state.component = [c]; state.outcome = [o]; state.level = []; })] : []),
        view.whole.claims ? h('p', {}, h('a', { href: `outcomes.html#cell-${c}-${o}` }, 'This pair on the page of outcomes')) : null,
      ];
    }

    function node(name, result) {
      const [what, id] = name.split(/:(.*)/);
      const indexes = engine.ofNode(name, result.indexes);
      title.textContent = words.node(name);
      return [
        sizeOf(indexes),
        indexes.length ? null : h('p', {}, 'No claim of this view concerns it.'),
        ...(indexes.length ? cards(indexes) : []),
        what !== 'factor' && indexes.length ? toList((state) => {
          state[what] = [id];
          if (what === 'outcome') state.level = [];
        }) : null,
      ];
    }

    function bearing(id, result) {
      const [f, c] = id.split('/');
      const indexes = engine.ofNode(`factor:${f}`, result.indexes)
        .filter((i) => facets.component.ids[data.records.component[i]] === c);
      title.textContent = `${words.node(`factor:${f}`)} – ${words.node(`component:${c}`)}`;
      return [sizeOf(indexes), ...(indexes.length ? cards(indexes) : [h('p', {}, 'No claim of this view concerns it.')])];
    }

    function path(value, result) {
      const [start, outcome] = value.split('/');
      const found = engine.paths(start, outcome, result.indexes);
      title.textContent = `From ${words.node(start)} to ${words.node(`outcome:${outcome}`)}`;
      const parts = [h('p', {}, 'A path is no finding: its steps are separate claims, unless one study covers both. '
        + 'What the draft logic model assumes is said to be an assumption.')];
      if (start.startsWith('component:')) {
        const id = start.slice('component:'.length);
        const pair = engine.cells(result.indexes).find((view) => facets.component.ids[view.component] === id
          && facets.outcome.ids[view.outcome] === outcome);
        parts.push(h('p', {}, pair.tally.claims
          ? `The two are also joined directly: ${words.size(pair.tally)}. ${words.direct(pair.tally)}.`
          : 'No claim joins the two directly.'));
      }
      if (!found.length) {
        parts.push(h('p', {}, 'Nothing joins the two over two steps: neither claims of this view nor an arrow of the draft logic model.'));
      }
      return [...parts, ...found.map(way)];
    }

    function way({ first, second, threads, verdict, sharesSetting }) {
      const names = [first.start, first.end, second.end].map((node) => words.node(node));
      const covered = threads.map((s) => data.studies[s][1]).join('; ');
      let settings = sharesSetting ? 'Both steps have a setting in common.' : 'The steps have no named setting in common.';
      if (verdict === 'assumed') settings = '';
      return h('section', { class: 'em-way' },
        h('h3', {}, names.join(' → ')),
        h('p', {}, h('strong', {}, data.verdicts[verdict]), ' ', covered ? `${covered}. ` : '', settings),
        h('ol', { class: 'em-steps' }, [first, second].map((step, at) => walked(step, names[at], names[at + 1]))));
    }

    /** A step: what it joins, what stands behind it, and what is assumed. */
    function walked({ tally, arrow }, from, to) {
      const assumed = arrow && arrow.assumptions.length > 0;
      const settings = tally.settings.map((s) => words.label('setting', s)).join('; ');
      return h('li', { class: tally.claims ? null : 'em-assumed' },
        h('p', { class: 'em-step' }, h('b', {}, `${from} → ${to}:`), ' ',
          tally.claims ? `${words.size(tally)}. ${words.direct(tally)}.` : 'Assumption; no claim.'),
        assumed ? h('ul', { class: 'em-assumptions' }, arrow.assumptions.map((text) => h('li', {}, h('b', {}, 'Assumed: '), text))) : null,
        arrow && !arrow.asDescribed ? h('p', { class: 'em-hint' }, 'The arrow is our reading: the report’s text does not draw it.') : null,
        tally.claims ? h('details', {}, h('summary', {}, `Claims (${EM.number(tally.claims)})`),
          h('p', {}, `Settings: ${settings}.`), ...cards(tally.indexes)) : null);
    }

    let shown = '';
    function update(state, result) {
      const what = state.open || (state.path && `path=${state.path}`);
      if (!what) {
        shown = '';
        if (dialog.open) dialog.close();
        return;
      }
      const [kind, id] = what.split(/[:=](.*)/);
      const content = { cell, bearing, path }[kind];
      const key = `${what} ${EM.encode({ ...state, view: 'map' })}`;
      if (key !== shown) {
        told.textContent = '';
        body.replaceChildren(...(content ? content(id, result) : node(what, result)).filter(Boolean));
        shown = key;
      }
      if (!dialog.open) {
        dialog.showModal();
        body.scrollTop = 0;
        title.focus();
      }
    }

    return { element: dialog, update };
  };
}());
