/** The gap map, which is on the page already. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h, write, outlined } = EM;

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
    const later = EM.afterwards();

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
}());
