/** How evidence looks: glyphs of its kinds, and the lines of the graph. */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const { svg } = EM;

  const outlines = new Map();

  /** The glyphs of kinds of evidence side by side: what is filled and what is only outlined. */
  EM.outlined = function (style, bases) {
    const key = bases.join();
    if (!outlines.has(key)) {
      const outline = (filled) => bases.map((basis, at) => (
        style.basis[basis][1] === filled ? `M${at * 16} 0${style.basis[basis][0]}` : '')).join('');
      outlines.set(key, { width: bases.length * 16 - 4, full: outline(1), line: outline(0) });
    }
    return outlines.get(key);
  };

  /** The glyphs of kinds of evidence, as a picture. */
  EM.glyphs = function (style, bases) {
    const { width, full, line } = EM.outlined(style, bases);
    return svg('svg', { viewBox: `0 0 ${width} 12`, width, height: 12, 'aria-hidden': 'true' },
      svg('path', { class: 'em-full', d: full }), svg('path', { class: 'em-line', d: line }));
  };

  /**
   * How the line of a tally is drawn, as `line_style` in evidence_map/style.py: as wide
   * as there are studies, filled as far as they are from Early Help (by a thread where only a claim
   * without a study is), thin for what is expected and for what helps or hinders.
   */
  EM.lineStyle = function (style, tally) {
    const [thinnest, step, widest] = style.widths;
    const width = Math.min(thinnest + step * tally.studies, widest);
    if (!tally.hasFinding) return { width: width / 2, core: 0, filled: false };
    const core = width - 2 * style.casing;
    if (!tally.hasDirectFinding) return { width, core, filled: false };
    const share = tally.studies ? tally.studiesDirect / tally.studies : 1;
    return { width, core: Math.max(core * share, style.thread), filled: true };
  };

  /** Strokes and gaps of a kind's line, which grow with its width so that they can be told apart. */
  EM.dashes = (style, basis, width) => style.basis[basis || 'none'][2].map((length) => length * Math.max(1, width / style.dashedAt));

  /** The signs on a tally's line; what is unclear is only told where no finding is clear. */
  EM.signs = (style, tally) => tally.directions
    .filter((way) => style.direction[way][1] && (way !== 'unclear' || tally.allUnclear))
    .map((way) => style.direction[way][0]).join('');

  /** Directions whose signs lines carry, in words. */
  EM.signsOnLines = (data) => data.vocabularies.direction.filter(([id]) => data.style.direction[id][1])
    .map(([id, label]) => [data.style.direction[id][0], id === 'unclear' ? 'All findings unclear' : label]);

  /** The kinds of lines by where findings come from, each with a sample; labels as of the cells. */
  EM.LINE_KINDS = [
    ['direct', { studies: 3, studiesDirect: 3, hasFinding: true, hasDirectFinding: true }, ''],
    ['partly', { studies: 3, studiesDirect: 1, hasFinding: true, hasDirectFinding: true }, 'Partly from Early Help'],
    ['only-indirect', { studies: 3, studiesDirect: 0, hasFinding: true, hasDirectFinding: false }, ''],
    ['only-expected', { studies: 0, studiesDirect: 0, hasFinding: false, hasDirectFinding: false }, ''],
  ];

  /** A line from a factor: what helps or hinders is no finding about change. */
  EM.FACTOR_LINE = { studies: 1, studiesDirect: 0, hasFinding: false, hasDirectFinding: false };
}());
