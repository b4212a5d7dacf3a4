/** The form in which a reader asks how a component leads to an outcome two steps away. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h } = EM;

  EM.createPathForm = function (engine, words, change) {
    const { data, facets } = engine;

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
  };
}());
