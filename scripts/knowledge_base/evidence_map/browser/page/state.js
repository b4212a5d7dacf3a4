/**
 * The state: all that a reader has chosen, and its address.
 *
 * It lives after the # of the address, so that links work from a folder as well as from a site,
 * and back and forward are the browser's own. What a link names and the data does not have is
 * left out, and told.
 */
(function () {
  'use strict';

  const EM = (window.EvidenceMap = window.EvidenceMap || {});

  EM.VIEWS = ['map', 'graph', 'list'];
  EM.SORTS = ['kind', 'newest', 'oldest', 'source', 'component'];

  EM.emptyState = function () {
    const state = {
      view: 'map', from: null, to: null, words: '', sort: 'kind', factors: false, filledOnly: false,
      open: '', path: '',
    };
    for (const name of EM.FACETS) state[name] = [];
    return state;
  };

  /** The state as what follows the #; nothing for the state that the page opens with. */
  EM.encode = function (state) {
    const empty = EM.emptyState();
    const parts = [];
    const put = (name, value) => parts.push(
      name + '=' + encodeURIComponent(value).replace(/%2C/g, ',').replace(/%3A/g, ':').replace(/%2F/g, '/'),
    );
    if (state.view !== empty.view) put('view', state.view);
    for (const name of EM.FACETS) if (state[name].length) put(name, state[name].join(','));
    if (state.from !== null) put('from', state.from);
    if (state.to !== null) put('to', state.to);
    if (state.words.trim()) put('words', state.words.trim());
    if (state.sort !== empty.sort) put('sort', state.sort);
    if (state.factors) put('factors', 'yes');
    if (state.filledOnly) put('empty', 'hidden');
    if (state.open) put('open', state.open);
    if (state.path) put('path', state.path);
    return parts.join('&');
  };

  /** The state that a hash stands for, and what in it could not be followed. */
  EM.decode = function (hash, engine) {
    const state = EM.emptyState();
    const lost = [];
    const text = hash.replace(/^#/, '');
    // A plain name is a place on the page, not a state.
    if (!text.includes('=')) return { state, lost };
    for (const part of text.split('&')) {
      const [name, raw] = part.split(/=(.*)/);
      let value;
      try {
        value = decodeURIComponent((raw || '').replace(/\+/g, ' '));
      } catch {
        lost.push(part);
        continue;
      }
      if (!take(state, name, value, engine)) lost.push(`${name} ${value}`.trim());
      for (const id of EM.FACETS.includes(name) ? value.split(',') : []) {
        if (id && !engine.facets[name].ids.includes(id)) lost.push(`${name} ${id}`);
      }
    }
    if (state.from !== null && state.to !== null && state.from > state.to) {
      [state.from, state.to] = [state.to, state.from];
    }
    return { state, lost };
  };

  /** Takes one part of a link into the state; whether anything in it could be followed. */
  function take(state, name, value, engine) {
    if (EM.FACETS.includes(name)) {
      state[name] = engine.facets[name].ids.filter((id) => value.split(',').includes(id));
      return true;
    }
    if (name === 'view' && EM.VIEWS.includes(value)) state.view = value;
    else if (name === 'sort' && EM.SORTS.includes(value)) state.sort = value;
    else if (name === 'factors' && value === 'yes') state.factors = true;
    else if (name === 'empty' && value === 'hidden') state.filledOnly = true;
    else if ((name === 'from' || name === 'to') && /^\d{4}$/.test(value)) state[name] = Number(value);
    else if (name === 'words') state.words = value.slice(0, 200);
    else if (name === 'open' && EM.reads(value, engine)) state.open = value;
    else if (name === 'path' && EM.readsPath(value, engine)) state.path = value;
    else return false;
    return true;
  }

  /** Whether something that can be opened exists: a node, a cell, or a factor's line. */
  EM.reads = function (open, engine) {
    const has = (kind, id) => (kind === 'factor'
      ? engine.data.vocabularies.factor.some((term) => term[0] === id)
      : engine.facets[kind].ids.includes(id));
    const [what, id] = open.split(/:(.*)/);
    if (['component', 'outcome', 'factor'].includes(what)) return has(what, id);
    const [one, two] = (id || '').split('/');
    if (what === 'cell') return has('component', one) && has('outcome', two);
    return what === 'bearing' && has('factor', one) && has('component', two);
  };

  /** Whether a path's two ends exist: `component:training/staff-retention`. */
  EM.readsPath = function (path, engine) {
    const [start, outcome] = path.split('/');
    return /^(component|factor):/.test(start) && EM.reads(start, engine)
      && EM.reads('outcome:' + outcome, engine);
  };
}());
