/** The twin of the drawing: each of its nodes and lines as a button, for keyboard and screen reader. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h, write } = EM;

  /** `mark` shows the place with an id in the drawing; with '' it shows none. */
  EM.createTwin = function (engine, words, open, mark) {
    const { facets } = engine;
    const places = new Map();
    const element = h('div', { class: 'em-twin' });
    const later = EM.afterwards();
    let factors = null;
    let inSight = false;

    function target(line) {
      const [a, b] = line.id.split('>').map((node) => node.split(':')[1]);
      return `${line.kind === 'evidence' ? 'cell' : 'bearing'}:${a}/${b}`;
    }

    function button(id, to, text) {
      const show = () => mark(id);
      const clear = () => mark('');
      const size = h('span', { class: 'em-m' });
      const place = { to, size, item: h('li') };
      place.element = h('button', {
        type: 'button', 'aria-haspopup': 'dialog', onclick: () => open(to),
        onfocus: show, onmouseenter: show, onblur: clear, onmouseleave: clear,
      }, h('span', {}, text), ' ', size);
      place.item.append(place.element);
      places.set(id, place);
      return place.item;
    }

    /** Builds what the whole base would draw; later only what is hidden changes. */
    function build() {
      const lines = engine.lines(engine.all);
      const group = (title, ids) => h('div', {}, h('h3', {}, title), h('ul', {}, ids.map((id) => {
        const item = button(id, id, words.node(id));
        const own = lines.filter((line) => line.id.startsWith(`${id}>`));
        if (own.length) item.append(h('ul', {}, own.map((line) => button(line.id, target(line), words.node(line.id.split('>')[1])))));
        return item;
      })));
      const factorsOf = [...new Set(lines.map((line) => line.id.split('>')[0]))].filter((id) => id.startsWith('factor:'));
      factors = group('What helps or hinders', factorsOf);
      element.replaceChildren(
        group('Components and their lines', facets.component.ids.map((id) => `component:${id}`)),
        group('Outcomes', facets.outcome.ids.map((id) => `outcome:${id}`)), factors,
      );
      new IntersectionObserver(([{ isIntersecting }]) => { inSight = isIntersecting; }).observe(element);
    }

    /** Shows what the drawing shows; a frame later where nobody sees it. */
    function update(lines, result, withFactors) {
      const work = () => {
        const sizes = engine.sizes(result.indexes);
        const shown = new Map(lines.map((line) => [line.id, line]));
        for (const [id, place] of places) {
          const line = shown.get(id);
          const node = !id.includes('>');
          place.item.hidden = !node && !line;
          const text = node ? (sizes.has(id) ? EM.counted(sizes.get(id), 'claim') : 'no claims in this view')
            : (line ? line.text : '');
          write(place.size, text);
        }
        factors.hidden = !withFactors;
      };
      if (inSight) work();
      later(inSight ? null : work);
    }

    /** Marks the place that the pointer is over in the drawing. */
    function hover(id) {
      for (const [one, place] of places) place.element.classList.toggle('em-marked', one === id);
    }

    /** Opens the records of a place that was chosen in the drawing. */
    function choose(id) {
      const place = places.get(id);
      if (!place) return;
      place.element.focus({ preventScroll: true });
      open(place.to);
    }

    /** The place of what a state has open. */
    const find = (what) => [...places.values()].find(({ to }) => to === what)?.element;

    return { element, build, update, hover, choose, find };
  };
}());
