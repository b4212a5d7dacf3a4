/** A record, as a card. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { h, glyphs } = EM;

  EM.createCard = function (engine, words) {
    const { data } = engine;
    const r = data.records;
    const at = (vocabulary, position) => data.vocabularies[vocabulary][position][1];

    return function card(i, properties) {
      const source = data.sources[r.source[i]];
      const basis = engine.basisOf(i);
      const [way] = data.vocabularies.direction[r.direction[i]];
      const sign = data.style.direction[way][0];
      const through = r.cited_through[i] >= 0 ? data.sources[r.cited_through[i]][1] : '';
      const about = [
        words.short(r.component[i]),
        ...r.outcomes[i].map((o) => data.outcomes[o][1]),
        ...(r.factor[i] >= 0 ? [at('factor', r.factor[i])] : []),
      ];
      const study = r.study[i] >= 0 ? data.studies[r.study[i]] : null;
      return h(properties.role ? 'div' : 'article', { class: 'em-card', ...properties },
        h('p', { class: 'em-about' }, about.join(' · ')),
        h('p', { class: 'em-claim', dir: 'auto' }, r.claim[i]),
        h('p', { class: 'em-source' },
          source[3] ? h('a', { href: source[3], rel: 'noopener' }, source[1]) : source[1],
          study ? [' · study: ', h('a', { href: `studies.html#study-${study[0]}` }, study[1])] : ' · no identified study'),
        h('ul', { class: 'em-marks' },
          h('li', {}, glyphs(data.style, [basis]), at('claim-kind', r.kind[i])),
          sign ? h('li', {}, h('i', { 'aria-hidden': 'true' }, sign), words.way(way, r.kind[i] === data.implementation)) : null,
          h('li', {}, at('study-type', r.study_type[i])),
          h('li', {}, at('setting', r.setting[i])),
          h('li', {}, r.countries[i].map((c) => at('country', c)).join(', '))),
        r.sample[i] ? h('p', { class: 'em-sample', dir: 'auto' }, `Sample: ${r.sample[i]}`) : null,
        r.note[i] ? h('p', { class: 'em-note', dir: 'auto' }, r.note[i]) : null,
        h('p', { class: 'em-read' },
          through ? `Cited through ${through}; the source itself was not read. ` : 'Read in the source. ',
          h('a', { href: `records/${r.id[i]}.html` }, 'Record', h('span', { class: 'em-sr' }, ` ${r.id[i]}`))));
    };
  };
}());
