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
    return {
      label,
      short,
      node(name) {
        const [what, id] = name.split(/:(.*)/);
        if (what === 'component') return short(facets.component.ids.indexOf(id));
        if (what === 'outcome') return facets.outcome.labels[facets.outcome.ids.indexOf(id)];
        return label('factor', id);
      },
      size: (tally) => `${EM.counted(tally.studies, 'study')}, ${EM.counted(tally.claims, 'claim')}`,
      /** How direct findings are, in a few words; of `standing` where a cell has one. */
      direct(tally, standing) {
        const { studies, studiesDirect } = tally;
        if (studiesDirect && studiesDirect < studies) return `${EM.number(studiesDirect)} of ${EM.number(studies)} from Early Help`;
        let directness = tally.hasFinding ? 'only-indirect' : 'only-expected';
        if (tally.hasDirectFinding) directness = 'direct';
        return data.standings[standing || directness][0];
      },
      kinds: (tally) => tally.bases.filter((b) => b !== 'none').map((b) => label('evidence-basis', b)),
      ways: (tally) => tally.directions.filter((d) => data.style.direction[d][0])
        .map((d) => label('direction', d)),
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
