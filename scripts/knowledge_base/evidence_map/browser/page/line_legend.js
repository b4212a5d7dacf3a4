/** What the lines of the graph mean, and how many of each kind there are. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h, svg, write } = EM;

  /** A line as the drawing has it: casing and inside, or the thin line of what is expected. */
  function sample({ width, core, filled }, dashes) {
    const stroke = (name, thick) => svg('path', {
      class: name, d: 'M0 7h60', 'stroke-width': thick, 'stroke-dasharray': dashes.join(' ') || 'none',
    });
    const cased = core > 0 && !(filled && core > width - 3);
    const inside = filled ? 'em-core' : core > 0 ? 'em-hollow' : 'em-casing';
    return svg('svg', { viewBox: '0 0 60 14', 'aria-hidden': 'true' },
      ...(cased ? [stroke('em-casing', width)] : []), stroke(inside, cased ? core : width));
  }

  /** Above the drawing: how direct the lines are, and how many of each there are. */
  EM.createLineStrip = function (data) {
    const items = new Map(EM.LINE_KINDS.map(([kind, tally, label]) => {
      const number = h('b');
      const item = h('li', {}, sample(EM.lineStyle(data.style, tally), tally.hasFinding ? [] : data.style.basis.expectation[2]),
        number, ' ', label || data.standings[kind][0]);
      return [kind, { number, item }];
    }));
    const kindOf = (tally) => {
      if (tally.hasDirectFinding) return tally.studiesDirect < tally.studies ? 'partly' : 'direct';
      return tally.hasFinding ? 'only-indirect' : 'only-expected';
    };
    const lead = h('p', { class: 'em-strip-of', id: 'em-lines-of' });
    return {
      element: h('div', {}, lead, h('ul', { class: 'em-strip em-lines', 'aria-labelledby': 'em-lines-of' },
        [...items.values()].map(({ item }) => item))),
      update(lines) {
        write(lead, `Where the findings of ${EM.counted(lines.length, 'line')} come from; the wider a line, the more studies`);
        const numbers = new Map();
        for (const { tally } of lines) numbers.set(kindOf(tally), (numbers.get(kindOf(tally)) || 0) + 1);
        for (const [kind, { number, item }] of items) {
          write(number, EM.number(numbers.get(kind) || 0));
          item.hidden = !numbers.has(kind);
        }
      },
    };
  };

  /** What strokes, widths and signs mean. */
  EM.createLineLegend = function (data) {
    const kinds = data.vocabularies['evidence-basis'].filter(([id]) => id !== 'none');
    const found = { studies: 0, hasFinding: true, hasDirectFinding: true };
    const factor = h('li', {}, sample(EM.lineStyle(data.style, EM.FACTOR_LINE), data.style.basis.none[2]), 'From what helps or hinders');
    const element = h('ul', { class: 'em-lines', 'aria-label': 'What strokes, widths and signs mean' },
      kinds.map(([id, label]) => h('li', {}, sample({ width: 2.5, core: 0 }, data.style.basis[id][2]), label)),
      [1, 4].map((studies) => h('li', {}, sample(EM.lineStyle(data.style, { ...found, studies, studiesDirect: studies }), []), EM.counted(studies, 'study'))), factor,
      EM.signsOnLines(data).map(([sign, label]) => h('li', {}, h('i', { 'aria-hidden': 'true' }, sign), label)));
    return { element, update: (withFactors) => { factor.hidden = !withFactors; } };
  };
}());
