/** Puts the evidence map together: one state, one filtered set, three views of it. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const h = EM.h;
  const base = document.currentScript.src.replace(/map\.js.*$/, '');
  const root = document.getElementById('em');
  if (!root || !window.evidenceMapData) return;

  const engine = EM.createEngine(window.evidenceMapData);
  const words = EM.createWords(engine);
  const card = EM.createCard(engine, words);

  const summary = root.querySelector('.em-summary');
  const app = root.querySelector('.em-app');
  const mapView = document.getElementById('em-map');
  let state = EM.emptyState();
  let result = null;

  /** Changes the state; a change that goes on while typing leaves no step in the history. */
  function change(edit, typing) {
    const before = state.open || state.path;
    edit(state);
    const opened = !before && Boolean(state.open || state.path);
    const encoded = EM.encode(state);
    const address = encoded ? `#${encoded}` : location.pathname + location.search;
    history[typing ? 'replaceState' : 'pushState']({ opened }, '', address);
    show();
  }

  function open(what) {
    change((next) => { next.open = what; next.path = ''; });
  }

  /** The panel was closed by the reader: one step back if it was a step, else without it. */
  function closed() {
    if (!state.open && !state.path) return;
    const { open: what, view } = state;
    if (history.state && history.state.opened) {
      state.open = '';
      state.path = '';
      history.back();
    } else {
      change((next) => { next.open = ''; next.path = ''; }, true);
    }
    // A link opened it: the focus goes to what it was about.
    const { activeElement } = document;
    if (activeElement !== document.body && !panel.element.contains(activeElement)) return;
    const place = { map: gapMap, graph }[view]?.find(what);
    place?.scrollIntoView({ block: 'center' });
    place?.focus({ preventScroll: true });
    if (document.activeElement !== place) tabs[view].focus();
  }

  const filters = EM.createFilters(engine, change);
  const gapMap = EM.createGapMap(engine, words, open, change);
  const list = EM.createList(engine, card, change);
  const graph = EM.createGraph(engine, words, open, change, base);
  const panel = EM.createPanel(engine, words, card, change, closed, copyLink);

  /* The bar: views, counts, and what to take away */

  const panels = { graph: h('div', { id: 'em-graph' }, graph.element), map: mapView, list: h('div', { id: 'em-list' }, list.element) };
  const tabs = {};
  for (const view of ['graph', 'map', 'list']) {
    tabs[view] = h('button', {
      type: 'button', role: 'tab', id: `em-tab-${view}`, 'aria-controls': panels[view].id,
      onclick: () => change((next) => { next.view = view; }),
    }, EM.VIEW_NAMES[view]);
    panels[view].setAttribute('role', 'tabpanel');
    panels[view].setAttribute('aria-labelledby', `em-tab-${view}`);
    panels[view].classList.add('em-view');
  }
  const tablist = h('div', {
    class: 'em-tabs', role: 'tablist', 'aria-label': 'Ways to see the evidence',
    onkeydown: (event) => {
      const order = Object.keys(tabs);
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      const at = order.indexOf(state.view);
      let next = step ? order[(at + step + order.length) % order.length] : null;
      if (event.key === 'Home') next = order[0];
      if (event.key === 'End') next = order.at(-1);
      if (next) {
        event.preventDefault();
        change((chosen) => { chosen.view = next; });
        tabs[next].focus();
      }
    },
  }, Object.values(tabs));

  const said = h('p', { class: 'em-said', role: 'status' });
  const notice = h('div', { class: 'em-notice', role: 'status' });

  /** Copies the address and says so in a place that the reader can see. */
  async function copyLink(told) {
    const link = location.href;
    try {
      await navigator.clipboard.writeText(link);
      told.textContent = 'Link copied.';
    } catch {
      // Without a secure context there is no clipboard: offer the link itself.
      const field = h('input', { type: 'text', readonly: true, 'aria-label': 'Link to this view', value: link });
      told.replaceChildren('Copy this link: ', field);
      field.select();
    }
  }

  /** Loads a classic script once; a script works from a folder, where `fetch` does not. */
  const loaded = new Map();
  function load(name) {
    if (!loaded.has(name)) {
      loaded.set(name, new Promise((resolve, reject) => {
        document.head.append(h('script', {
          src: base + name, onload: resolve, onerror: () => { loaded.delete(name); reject(new Error(name)); },
        }));
      }));
    }
    return loaded.get(name);
  }

  const TAKE = [
    ['csv', 'Claims as a spreadsheet (CSV)'], ['bib', 'References (BibTeX)'], ['ris', 'References (RIS)'],
    ['graphml', 'Graph (GraphML)'], ['map.svg', 'Gap map as a picture (SVG)'], ['map.png', 'Gap map as a picture (PNG)'],
    ['slide.svg', 'Gap map for a slide (SVG)'], ['slide.png', 'Gap map for a slide (PNG)'],
    ['graph.svg', 'Graph as a picture (SVG)'], ['graph.png', 'Graph as a picture (PNG)'],
  ];
  async function take(what) {
    said.textContent = 'Preparing the file …';
    try {
      await Promise.all([load('takeaway.js'), load('takeaway-data.js')]);
      const name = await EM.takeAway(what, engine, words, state, result);
      said.textContent = `Downloaded ${name}.`;
    } catch (error) {
      said.textContent = 'The file could not be made. Please reload the page and try again.';
      throw error;
    }
  }
  const menu = h('details', { class: 'em-drop em-take', name: 'em-drop' }, h('summary', {}, 'Download'),
    h('div', { class: 'em-pop' },
      h('p', {}, 'What the filters leave, in a file:'),
      h('ul', {}, TAKE.map(([what, label]) => h('li', {}, h('button', {
        type: 'button', onclick: () => { menu.open = false; menu.firstChild.focus(); take(what); },
      }, label))))));
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.firstChild.focus();
    }
  });

  // Only on paper: what it shows, of what, and how far it can be trusted.
  const onPaper = h('div', { class: 'em-paper' });
  function writeOnPaper() {
    onPaper.replaceChildren(
      h('p', {}, h('b', {}, `${EM.VIEW_NAMES[state.view]}. `), EM.inWords(engine, state, result)),
      h('p', {}, `${engine.data.limits} Counts are of studies, not of strength.`),
      h('p', {}, `${EM.sourceInWords(engine.data)} This view: ${location.href}`),
    );
  }
  window.addEventListener('beforeprint', writeOnPaper);

  summary.setAttribute('role', 'status');
  app.append(
    notice,
    filters.element,
    h('div', { class: 'em-bar' }, tablist, summary,
      h('div', { class: 'em-actions' },
        h('button', { type: 'button', class: 'em-button', onclick: () => copyLink(said) }, 'Copy link'), menu,
        h('button', { type: 'button', class: 'em-button', onclick: () => window.print() }, 'Print'))),
    said,
    onPaper,
  );
  mapView.before(panels.graph);
  root.append(panels.list, panel.element);
  app.hidden = false;
  root.classList.add('em-live');

  /** Shows the state: counts first, then the one view that is in sight. */
  function show() {
    result = engine.filter(state);
    filters.update(state, result);
    summary.textContent = `${EM.number(result.studies)} of ${EM.counted(engine.total.studies, 'study')}, ${EM.counted(result.claims, 'claim')}`;
    for (const view of Object.keys(tabs)) {
      const current = view === state.view;
      tabs[view].setAttribute('aria-selected', String(current));
      tabs[view].tabIndex = current ? 0 : -1;
      panels[view].hidden = !current;
    }
    if (state.view === 'map') gapMap.update(state, engine.cells(result.indexes));
    if (state.view === 'list') list.update(state, result);
    graph.update(state, result);
    panel.update(state, result);
  }

  /** Takes the state from the address; a plain place on the page says nothing of the state. */
  function follow() {
    if (result && location.hash.length > 1 && !location.hash.includes('=')) return;
    const { state: next, lost } = EM.decode(location.hash, engine);
    state = next;
    notice.replaceChildren();
    if (lost.length) {
      const names = [...new Set(lost)].slice(0, 5).map((name) => name.slice(0, 60)).join('”, “');
      notice.append(
        h('p', {}, `This link names what the map does not have, or no longer: “${names}”. The rest of it is shown.`),
        h('button', { type: 'button', class: 'em-button', onclick: () => { notice.replaceChildren(); tabs[state.view].focus(); } }, 'Got it'),
      );
    }
    show();
  }

  window.addEventListener('popstate', follow);
  follow();
  (window.requestIdleCallback || setTimeout)(() => engine.warmUp());

  /** For tests and benchmarks: the parts, and the state of the moment. */
  EM.app = { engine, get state() { return state; }, get result() { return result; }, change };
}());
