/** The panel: the records of a cell, a node or a line, or a path. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h } = EM;

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
      const absences = engine.absences(view);
      return [
        size(view.tally),
        h('p', { class: 'em-profile' }, engine.profile(view).join(' ')),
        gaps.length ? h('div', { class: 'em-gaps' }, h('h3', {}, 'Open questions'),
          h('ul', {}, gaps.map((gap) => h('li', {}, h('a', { href: `gaps.html#gap-${gap[0]}` }, gap[1]))))) : null,
        ...(absences.length ? [h('h3', {}, data.standings['none-found'][0]), ...cards(absences)] : []),
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
          ? `The two are also joined directly: ${words.amount(pair.tally)}.`
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
          tally.claims ? `${words.amount(tally)}.` : 'Assumption; no claim.'),
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
