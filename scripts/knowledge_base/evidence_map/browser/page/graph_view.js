/** The graph, drawn in a document of its own, and its twin in this one. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h } = EM;

  EM.createGraph = function (engine, words, open, change, base) {
    const { data, facets } = engine;
    let frame = null;
    let ready = false;
    let last = null;
    // What the drawing has been handed, and how wide it is: asking the page would lay it out anew.
    let handed = '';
    let width = 0;

    const holder = h('div', { class: 'em-frame' });
    const factors = h('input', {
      type: 'checkbox', onchange: () => change((state) => { state.factors = factors.checked; }),
    });
    const zoom = (label, by, text) => h('button', {
      type: 'button', 'aria-label': label, onclick: () => send({ type: 'zoom', by }),
    }, text);
    const twin = EM.createTwin(engine, words, open, (id) => send({ type: 'mark', id }));
    const strip = EM.createLineStrip(data);
    const legend = EM.createLineLegend(data);
    const path = EM.createPathForm(engine, words, change);
    const element = h('div', { class: 'em-graph' },
      h('div', { class: 'em-graphbar' },
        h('label', { class: 'em-option' }, factors, h('span', {}, 'Show what helps or hinders')),
        h('span', { class: 'em-zoom' }, zoom('Zoom out', 0.8, '−'), zoom('Zoom in', 1.25, '+'), zoom('Show all', 0, 'All'))),
      strip.element, holder, legend.element,
      h('h2', {}, 'Read a path'), path.element,
      h('h2', {}, 'The graph as a list'),
      h('p', { class: 'em-hint' }, 'Every node and line of the drawing, in step with it.'), twin.element);

    function ends(line) {
      const [a, b] = line.id.split('>');
      return [words.node(a), words.node(b)];
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
      } else if (event.data.type === 'open') {
        twin.choose(event.data.id);
      } else if (event.data.type === 'drawn') {
        holder.dataset.drawn = 'yes';
      } else if (event.data.type === 'hover') {
        twin.hover(event.data.id);
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
        twin.build();
        (window.requestIdleCallback || setTimeout)(path.countWays);
      }
      const lines = engine.lines(result.indexes)
        .filter((line) => state.factors || line.kind === 'evidence');
      for (const line of lines) line.text = words.line(line);
      last = { state: { ...state }, lines };
      strip.update(lines.filter((line) => line.kind === 'evidence'));
      legend.update(state.factors);
      twin.update(lines, result, state.factors);
      redraw();
    }

    return { element, update, find: twin.find };
  };
}());
