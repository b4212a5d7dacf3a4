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
    if (element.textContent !== text) element.textContent = text;
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

  const drawnGlyphs = new Map();

  /** The glyphs of kinds of evidence side by side, as one drawing; each is drawn once and copied. */
  function glyphs(style, bases) {
    const key = bases.join();
    if (!drawnGlyphs.has(key)) drawnGlyphs.set(key, drawGlyphs(style, bases));
    return drawnGlyphs.get(key).cloneNode(true);
  }

  function drawGlyphs(style, bases) {
    const make = (tag, attributes) => {
      const element = document.createElementNS(SVG, tag);
      for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
      return element;
    };
    const width = bases.length * 16 - 4;
    const svg = make('svg', { viewBox: `0 0 ${width} 12`, width, height: 12, 'aria-hidden': 'true' });
    svg.append(...bases.map((basis, at) => make('path', {
      class: style.basis[basis][1] ? 'em-full' : 'em-line', d: style.basis[basis][0],
      transform: `translate(${at * 16})`,
    })));
    return svg;
  }

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
      kinds: (tally) => tally.bases.filter((b) => b !== 'none').map((b) => label('evidence-basis', b)),
      ways: (tally) => tally.directions.filter((d) => data.style.direction[d][0])
        .map((d) => label('direction', d)),
    };
  };

  /* Filters */

  EM.createFilters = function (engine, change) {
    const { facets, data } = engine;
    const totals = engine.filter(EM.emptyState()).counts;
    const boxes = {};
    const summaries = {};

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
      return h('details', { class: 'em-drop', name: 'em-drop' },
        h('summary', {}, title, chosen),
        h('div', { class: 'em-pop' }, ...content));
    }

    const drops = EM.FACETS.filter((name) => name !== 'level').map((name) => drop(
      name, EM.FACET_NAMES[name],
      h('fieldset', {},
        h('legend', {}, `${EM.FACET_NAMES[name]}: claims that each choice would leave`),
        options(name)),
    ));

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
    drops.push(drop('year', 'Year', h('fieldset', {},
      h('legend', {}, 'Year of the source; sources without a year are left out'),
      h('div', { class: 'em-years' }, from, h('span', {}, 'to'), to))));

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
        change((state) => Object.assign(state, { ...EM.emptyState(), view: state.view, sort: state.sort, factors: state.factors }));
        focusWords();
      },
    }, 'Reset all filters');

    // On a phone the filters fold away, so that the map is in sight.
    const more = h('details', { class: 'em-more' }, h('summary', {}, 'Filters'),
      h('div', { class: 'em-drops' },
        h('div', { class: 'em-words' }, h('label', { for: 'em-words' }, 'Words'), words), drops));
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

    function update(state, result) {
      for (const name of EM.FACETS) {
        boxes[name].forEach((box, at) => {
          box.input.checked = state[name].includes(facets[name].ids[at]);
          write(box.count, result.counts[name][at].toLocaleString('en-GB'));
          box.input.parentElement.classList.toggle('em-none', !result.counts[name][at]);
        });
      }
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
          study ? [' · study: ', h('a', { href: `studies.html#study-${study[0]}` }, study[1])] : ' · no study behind it'),
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

  EM.createGapMap = function (engine, words, open) {
    const { data, facets } = engine;
    const table = document.querySelector('.em-table');
    const cells = new Map();
    for (const row of table.querySelectorAll('tr[data-outcome]')) {
      const o = facets.outcome.ids.indexOf(row.dataset.outcome);
      for (const cell of row.querySelectorAll('td')) {
        const c = facets.component.ids.indexOf(cell.dataset.component);
        const link = cell.querySelector('a');
        link.setAttribute('aria-haspopup', 'dialog');
        link.addEventListener('click', (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          open(`cell:${facets.component.ids[c]}/${facets.outcome.ids[o]}`);
        });
        cells.set(o * facets.component.ids.length + c, { cell, link, shape: '' });
      }
    }

    function fill(place, view) {
      const { tally } = view;
      const left = view.whole.claims && !tally.claims;
      const state = left ? 'left' : view.emptiness || 'direct';
      const why = left ? 'None in this view' : (data.emptiness[view.emptiness] || ['From Early Help'])[0];
      // Where only numbers change, as for most cells of a large base, only they are written.
      const shape = [tally.claims > 0, tally.bases, tally.directions, state].join('|');
      if (place.shape !== shape) {
        place.shape = shape;
        draw(place, view, state, why);
      }
      if (tally.claims) {
        write(place.studies, EM.counted(tally.studies, 'study'));
        place.studies.classList.toggle('em-zero', !tally.studies);
        write(place.claims, EM.counted(tally.claims, 'claim'));
      }
    }

    function draw(place, view, state, why) {
      const { tally } = view;
      place.cell.className = `em-${state}`;
      const seen = h('span', { class: 'em-what', 'aria-hidden': 'true' }, words.short(view.component));
      const name = `${words.short(view.component)}, ${data.outcomes[view.outcome][1]}. `;
      if (!tally.claims) {
        place.link.replaceChildren(seen, h('span', { class: 'em-sr' }, name), h('span', { class: 'em-why' }, why));
        return;
      }
      place.studies = h('span', { class: 'em-n' });
      place.claims = h('span', { class: 'em-m' });
      const said = [...words.kinds(tally), ...words.ways(tally)].join('; ');
      const signs = tally.directions.map((d) => data.style.direction[d][0]).filter(Boolean);
      place.link.replaceChildren(seen, h('span', { class: 'em-sr' }, `${name}${said}. `),
        place.studies, ' ', place.claims, ' ',
        h('span', { class: 'em-fig', 'aria-hidden': 'true' },
          glyphs(data.style, tally.bases.filter((b) => b !== 'none')), signs.map((sign) => h('i', {}, sign))),
        h('span', { class: 'em-why' }, why));
    }

    function update(state, cellsNow) {
      for (const view of cellsNow) {
        fill(cells.get(view.outcome * facets.component.ids.length + view.component), view);
      }
      const component = (id) => !state.component.length || state.component.includes(id);
      for (const cell of table.querySelectorAll('[data-component]')) {
        cell.hidden = !component(cell.dataset.component);
      }
      const all = !state.outcome.length && !state.level.length;
      for (const body of table.tBodies) {
        let any = false;
        for (const row of body.querySelectorAll('tr[data-outcome]')) {
          const shown = all || state.level.includes(body.dataset.level)
            || state.outcome.includes(row.dataset.outcome);
          row.hidden = !shown;
          any = any || shown;
        }
        body.hidden = !any;
      }
    }

    return { update };
  };

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
    let order = [];
    let shown = null;

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
      const same = shown !== null && now.length === order.length && now.every((i, at) => i === order[at]);
      if (same) return;
      order = now;
      shown = true;
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
    const twins = new Map();
    let twinFactors = null;

    const holder = h('div', { class: 'em-frame' });
    const factors = h('input', {
      type: 'checkbox', onchange: () => change((state) => { state.factors = factors.checked; }),
    });
    const zoom = (label, by, text) => h('button', {
      type: 'button', 'aria-label': label, onclick: () => send({ type: 'zoom', by }),
    }, text);
    const twin = h('div', { class: 'em-twin' });
    const path = createPathForm();
    const element = h('div', { class: 'em-graph' },
      h('div', { class: 'em-graphbar' },
        h('label', { class: 'em-option' }, factors, h('span', {}, 'Show what helps or hinders')),
        h('span', { class: 'em-zoom' }, zoom('Zoom out', 0.8, '−'), zoom('Zoom in', 1.25, '+'), zoom('Show all', 0, 'All'))),
      holder, lineLegend(),
      h('h2', {}, 'Read a path'), path.element,
      h('h2', {}, 'The graph as a list'),
      h('p', { class: 'em-hint' }, 'Every node and line of the drawing, in step with it.'), twin);

    function lineLegend() {
      const line = (dashes, width) => {
        const svg = document.createElementNS(SVG, 'svg');
        svg.setAttribute('viewBox', '0 0 60 12');
        svg.setAttribute('aria-hidden', 'true');
        const stroke = document.createElementNS(SVG, 'path');
        stroke.setAttribute('d', 'M0 6h60');
        stroke.setAttribute('stroke-width', width);
        stroke.setAttribute('stroke-dasharray', dashes.join(' ') || 'none');
        svg.append(stroke);
        return svg;
      };
      const kinds = data.vocabularies['evidence-basis'].filter(([id]) => id !== 'none');
      const [thin, step] = data.style.widths;
      return h('ul', { class: 'em-lines', 'aria-label': 'What the lines mean' },
        kinds.map(([id, label]) => h('li', {}, line(data.style.basis[id][2], 2.5), label)),
        [1, 4].map((n) => h('li', {}, line([], thin + n * step), EM.counted(n, 'study'))),
        Object.entries(data.style.direction).filter(([, style]) => style[1])
          .map(([id, style]) => h('li', {}, h('i', { 'aria-hidden': 'true' }, style[0]), words.label('direction', id))));
    }

    function createPathForm() {
      const group = (label, options) => h('optgroup', { label }, options.map(([value, text]) => h('option', { value }, text)));
      const start = h('select', { id: 'em-start' },
        group('Components', facets.component.ids.map((id, c) => [`component:${id}`, words.short(c)])),
        group('What helps or hinders', data.vocabularies.factor.map(([id, label]) => [`factor:${id}`, label])));
      const end = h('select', { id: 'em-end' }, facets.level.labels.map((label, level) => group(label,
        facets.outcome.ids.map((id, o) => [id, facets.outcome.labels[o], o]).filter(([, , o]) => data.outcomes[o][2] === level))));
      const form = h('form', {
        class: 'em-path', onsubmit: (event) => {
          event.preventDefault();
          change((state) => { state.path = `${start.value}/${end.value}`; state.open = ''; });
        },
      },
      h('p', {}, 'How are two things joined that lie two steps apart, and does one study cover the way?'),
      h('span', {}, h('label', { for: 'em-start' }, 'From'), start),
      h('span', {}, h('label', { for: 'em-end' }, 'to'), end),
      h('button', { type: 'submit', class: 'em-button' }, 'Read the path'));
      return { element: form };
    }

    function lineWidth(studies) {
      const [thin, step, widest] = data.style.widths;
      return Math.min(thin + step * studies, widest);
    }

    function describe(line) {
      const said = [EM.counted(line.tally.studies, 'study'), EM.counted(line.tally.claims, 'claim')];
      const kinds = words.kinds(line.tally);
      const ways = words.ways(line.tally).map((way) => (line.kind === 'implementation'
        ? { Favourable: 'Helps', Unfavourable: 'Hinders' }[way] || way : way));
      return `${said.join(', ')}. ${[...kinds, ...ways].join('; ')}`;
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
      if (!twins.size) buildTwin();
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
      return (holder.clientWidth < 640 ? 'narrow' : 'wide') + (withFactors ? '-factors' : '');
    }

    function theme() {
      return document.documentElement.dataset.theme === 'dark' ? 'dark' : 'light';
    }

    /** Hands the drawing what it is to show. */
    function redraw() {
      if (!last) return;
      const layout = data.layouts[layoutName(last.state.factors)];
      const scale = Math.min(holder.clientWidth / layout.width, 1.15);
      if (frame) frame.style.height = `${Math.ceil(layout.height * scale)}px`;
      const shown = {};
      for (const line of last.lines) {
        shown[line.id] = {
          width: lineWidth(line.tally.studies),
          dashes: data.style.basis[line.tally.bases[0] || 'none'][2],
          sign: line.kind === 'evidence' ? line.tally.directions.map((d) => data.style.direction[d])
            .filter((style) => style[1]).map((style) => style[0]).join('') : '',
          title: `${ends(line).join(' – ')}: ${line.text}`,
        };
      }
      send({ type: 'draw', theme: theme(), layout, lines: shown, factors: last.state.factors });
    }

    window.addEventListener('message', (event) => {
      if (!frame || event.source !== frame.contentWindow || !event.data) return;
      if (event.data.type === 'ready') {
        ready = true;
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
    let width = 0;
    new ResizeObserver(() => {
      if (holder.clientWidth && holder.clientWidth !== width) {
        width = holder.clientWidth;
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
      }
      const lines = engine.lines(result.indexes)
        .filter((line) => state.factors || line.kind === 'evidence');
      for (const line of lines) line.text = describe(line);
      last = { state: { ...state }, lines };
      updateTwin(lines, result, state.factors);
      redraw();
    }

    return { element, update };
  };

  /* The panel: the records of a cell, a node or a line, or a path */

  EM.createPanel = function (engine, words, card, change, closed) {
    const { data, facets } = engine;
    const STEP = 40;
    const body = h('div', { class: 'em-panel-body' });
    const title = h('h2', { id: 'em-panel-title', tabindex: '-1' });
    const dialog = h('dialog', {
      class: 'em-panel', 'aria-labelledby': 'em-panel-title',
      onclose: () => closed(),
      onclick: (event) => { if (event.target === dialog) dialog.close(); },
    },
    h('div', { class: 'em-panel-head' }, title,
      h('button', { type: 'button', class: 'em-close', onclick: () => dialog.close() }, 'Close')),
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

    function settingsOf(tally) {
      return tally.settings.map((s) => words.label('setting', s)).join('; ');
    }

    function path(value, result) {
      const [start, outcome] = value.split('/');
      const found = engine.paths(start, outcome, result.indexes);
      const end = words.node(`outcome:${outcome}`);
      title.textContent = `From ${words.node(start)} to ${end}`;
      const parts = [h('p', {}, 'A path is no finding: its steps are separate claims, unless one study covers both.')];
      if (start.startsWith('component:')) {
        const id = start.slice('component:'.length);
        const direct = engine.cells(result.indexes).find((view) => facets.component.ids[view.component] === id
          && facets.outcome.ids[view.outcome] === outcome);
        parts.push(h('p', {}, direct.tally.claims
          ? `There are also claims on the pair itself: ${words.size(direct.tally)}.`
          : 'No claim is about the pair itself.'));
      }
      if (!found.length) parts.push(h('p', {}, 'In this view nothing joins the two over two steps.'));
      for (const way of found) {
        const middle = words.node(way.middle);
        const second = way.start.startsWith('factor:')
          ? `Claims about ${middle} and ${end}` : `Claims about other components that name both ${middle} and ${end}`;
        parts.push(h('section', { class: 'em-way' },
          h('h3', {}, `${words.node(way.start)} → ${middle} → ${end}`),
          h('p', {}, h('strong', {}, data.verdicts[way.verdict]), ' ',
            way.threads.length ? `${way.threads.map((s) => data.studies[s][1]).join('; ')}. ` : '',
            way.sharesSetting ? 'Both steps have a setting in common.' : 'The steps have no named setting in common.'),
          step(`${words.node(way.start)} and ${middle}`, way.first),
          step(second, way.second)));
      }
      return parts;
    }

    function step(label, tally) {
      return h('details', {}, h('summary', {}, `${label}: ${words.size(tally)}`),
        h('p', {}, `Settings: ${settingsOf(tally)}.`), ...cards(tally.indexes));
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
