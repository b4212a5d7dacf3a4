/** The list: cards in chunks, of which only those near the window are drawn. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h } = EM;

  const SORT_NAMES = {
    kind: 'Most direct evidence first', newest: 'Newest first', oldest: 'Oldest first',
    source: 'Source', component: 'Component',
  };

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
}());
