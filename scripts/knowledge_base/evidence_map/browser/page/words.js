/** What the map says in words. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;

  EM.FACET_NAMES = {
    component: 'Component', outcome: 'Outcome', level: 'Outcome level', kind: 'Claim kind',
    type: 'Study type', setting: 'Setting', country: 'Country', direction: 'Direction',
    read: 'How read',
  };
  EM.VIEW_NAMES = { graph: 'Graph', map: 'Gap map', list: 'List' };

  /** Words for what data names by id. */
  EM.createWords = function (engine) {
    const { data, facets } = engine;
    const label = (vocabulary, id) => (data.vocabularies[vocabulary].find((t) => t[0] === id) || [])[1] || id;
    const short = (c) => data.shorts[c];
    const size = (tally) => `${EM.counted(tally.studies, 'study')}, ${EM.counted(tally.claims, 'claim')}`;
    /** How direct findings are, in a few words, as `where_from` in evidence_map/words.py. */
    function direct(tally, standing = tally.directness) {
      const { studies, studiesDirect } = tally;
      if (standing === 'direct' && studiesDirect < studies) {
        return studiesDirect ? `${EM.number(studiesDirect)} of ${EM.number(studies)} from Early Help` : data.claimOnly;
      }
      return standing ? data.standings[standing][0] : '';
    }
    const amount = (tally) => [size(tally), direct(tally)].filter(Boolean).join('. ');
    const kinds = (tally) => tally.bases.filter((b) => b !== 'none').map((b) => label('evidence-basis', b));
    /** A direction in a word: what bears on implementation helps or hinders. */
    const way = (id, bearing) => (bearing && { favourable: 'Helps', unfavourable: 'Hinders' }[id]) || label('direction', id);
    const ways = (tally, bearing) => tally.directions.filter((d) => data.style.direction[d][0]).map((d) => way(d, bearing));
    return {
      label, short, size, direct, amount, kinds, way, ways,
      node(name) {
        const [what, id] = name.split(/:(.*)/);
        if (what === 'component') return short(facets.component.ids.indexOf(id));
        if (what === 'outcome') return facets.outcome.labels[facets.outcome.ids.indexOf(id)];
        return label('factor', id);
      },
      /** What a line says, as `line_in_words` in evidence_map/words.py. */
      line: ({ tally, kind }) => `${amount(tally)}. ${[...kinds(tally), ...ways(tally, kind === 'implementation')].join('; ')}`,
    };
  };

  /** What the filters leave, and the filters themselves, in words: for paper and for pictures. */
  EM.inWords = function (engine, state, result) {
    const counts = `${EM.number(result.studies)} of ${EM.counted(engine.total.studies, 'study')}, ${EM.counted(result.claims, 'claim')}.`;
    const parts = EM.FACETS.filter((name) => state[name].length).map((name) => `${EM.FACET_NAMES[name]}: ${
      state[name].map((id) => engine.facets[name].labels[engine.facets[name].ids.indexOf(id)]).join(', ')}`);
    if (state.from !== null || state.to !== null) parts.push(`Year: ${state.from ?? 'any'} to ${state.to ?? 'any'}`);
    if (EM.terms(state.words).length) parts.push(`Words: ${state.words}`);
    return parts.length ? `${counts} Only ${parts.join('; ')}.` : counts;
  };

  EM.sourceInWords = (data) => 'Source: Evidence on a systemically informed key worker model, evidence map; '
    + `newest record of ${data.asOf}. Licence: CC BY 4.0.`;
}());
