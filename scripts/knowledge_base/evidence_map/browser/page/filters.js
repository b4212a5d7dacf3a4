/** The filters: what can be chosen, how many claims each choice would leave, what is in use. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h, write } = EM;

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
}());
