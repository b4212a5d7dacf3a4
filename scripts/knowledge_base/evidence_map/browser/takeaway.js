/**
 * What a reader takes away: the filtered claims and references in the very form of the data
 * package, the graph as GraphML, and pictures that carry their source, date and limits.
 */
(function () {
  'use strict';

  const EM = window.EvidenceMap;
  const FONT = 'Arial, Helvetica, sans-serif';

  const escaped = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');

  function save(name, content, type) {
    const blob = content instanceof Blob ? content : new Blob([content], { type: `${type};charset=utf-8` });
    const link = EM.h('a', { href: URL.createObjectURL(blob), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    return name;
  }

  function ids(engine, indexes) {
    return indexes.map((i) => engine.data.records.id[i]);
  }

  /** The sources of the records, as the data package orders them. */
  function sources(engine, indexes) {
    const { data } = engine;
    return [...new Set(indexes.map((i) => data.sources[data.records.source[i]][0]))].sort()
      .map((key) => window.evidenceMapTakeaway.sources[key]);
  }

  /** The claims as the data package's records.csv has them: same columns, same text. */
  function csv(engine, indexes) {
    const { data } = engine;
    const r = data.records;
    const extra = window.evidenceMapTakeaway;
    const word = (vocabulary, column) => (i) => data.vocabularies[vocabulary][r[column][i]][0];
    const several = (names) => names.join('; ');
    const source = (i) => data.sources[r.source[i]];
    const cells = {
      id: (i) => r.id[i],
      status: () => 'published',
      component: word('component', 'component'),
      claim: (i) => r.claim[i],
      kind: word('claim-kind', 'kind'),
      evidence_basis: (i) => engine.basisOf(i),
      outcomes: (i) => several(r.outcomes[i].map((o) => data.outcomes[o][0])),
      factor: (i) => (r.factor[i] < 0 ? '' : data.vocabularies.factor[r.factor[i]][0]),
      direction: word('direction', 'direction'),
      source: (i) => source(i)[0],
      source_label: (i) => source(i)[1],
      year: (i) => source(i)[2] ?? '',
      study: (i) => (r.study[i] < 0 ? '' : data.studies[r.study[i]][0]),
      study_type: word('study-type', 'study_type'),
      setting: word('setting', 'setting'),
      countries: (i) => several(r.countries[i].map((c) => data.vocabularies.country[c][0])),
      sample: (i) => r.sample[i] || 'not_reported',
      how_read: word('how-read', 'how_read'),
      cited_through: (i) => (r.cited_through[i] < 0 ? '' : data.sources[r.cited_through[i]][0]),
      note: (i) => r.note[i],
    };
    for (const [name, column] of Object.entries(extra.columns)) cells[name] = (i) => extra.texts[column[i]];
    // A spreadsheet must not run a text as a formula; quotes as Python's csv module sets them.
    const written = (value) => {
      const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
      return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
    };
    const line = (values) => values.map(written).join(',') + '\r\n';
    // Excel reads a CSV file as UTF-8 only if it begins with the byte order mark.
    return '\ufeff' + line(extra.header) + indexes.map((i) => line(extra.header.map((name) => cells[name](i)))).join('');
  }

  const make = {
    csv,
    bib: (engine, indexes) => sources(engine, indexes).map((source) => source[0]).join('\n'),
    ris: (engine, indexes) => sources(engine, indexes).map((source) => source[1]).join('\n'),
    graphml,
  };

  /** The graph as GraphML, with the nodes, edges and attributes of the data package's. */
  function graphml(engine, indexes) {
    const { data, facets } = engine;
    const keysOf = [
      ['kind', 'node', 'string'], ['label', 'node', 'string'], ['group', 'node', 'string'],
      ['kind', 'edge', 'string'], ['studies', 'edge', 'long'], ['studies_direct', 'edge', 'long'],
      ['claims', 'edge', 'long'], ['directness', 'edge', 'string'],
      ['basis', 'edge', 'string'], ['directions', 'edge', 'string'], ['records', 'edge', 'string'],
    ];
    const lines = engine.lines(indexes);
    const key = (name, on) => `${on}_${name}`;
    const attributes = (on, values) => Object.entries(values)
      .map(([name, value]) => `<data key="${key(name, on)}">${escaped(value)}</data>`).join('');
    const node = (id, values) => `<node id="${escaped(id)}">${attributes('node', values)}</node>`;
    const used = new Set(lines.filter((line) => line.kind === 'implementation').map((line) => line.factor));
    const nodes = [
      ...facets.component.ids.map((id, c) => node(`component:${id}`, { kind: 'component', label: data.shorts[c], group: 'component' })),
      ...data.outcomes.map(([id, label, level]) => node(`outcome:${id}`, { kind: 'outcome', label, group: facets.level.ids[level] })),
      ...data.vocabularies.factor.map(([id, label], f) => (used.has(f) ? node(`factor:${id}`, { kind: 'factor', label, group: 'factor' }) : '')),
    ];
    const edges = lines.map(({ id, kind, tally }) => {
      const [source, target] = id.split('>');
      return `<edge source="${escaped(source)}" target="${escaped(target)}">${attributes('edge', {
        kind, studies: tally.studies, claims: tally.claims,
        directions: tally.directions.join(' '), records: ids(engine, tally.indexes).join(' '),
        // What helps or hinders is no finding about change.
        ...(tally.directness ? { studies_direct: tally.studiesDirect, directness: tally.directness, basis: tally.bases[0] } : {}),
      })}</edge>`;
    });
    return '<?xml version="1.0" encoding="utf-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
      + keysOf.map(([name, on, type]) => `<key id="${key(name, on)}" for="${on}" attr.name="${name}" attr.type="${type}"/>\n`).join('')
      + '<graph edgedefault="directed">\n' + [...nodes, ...edges].filter(Boolean).join('\n') + '\n</graph>\n</graphml>\n';
  }

  /* Pictures */

  function text(x, y, content, { size = 13, weight = 400, fill = '#1d2a33', anchor = 'start' } = {}) {
    return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="${anchor}">${escaped(content)}</text>`;
  }

  /** Words in lines no wider than about so many pixels. */
  function wrapped(content, width, size) {
    const room = width / (size * 0.53);
    const lines = [''];
    for (const word of String(content).split(/\s+/)) {
      const line = lines.at(-1);
      if (line && line.length + word.length + 1 > room) lines.push(word);
      else lines[lines.length - 1] = line ? `${line} ${word}` : word;
    }
    return lines;
  }

  function paragraph(x, y, content, width, options) {
    const { size = 13 } = options || {};
    const lines = wrapped(content, width, size);
    return {
      svg: lines.map((line, at) => text(x, y + at * size * 1.35, line, options)).join(''),
      height: lines.length * size * 1.35,
    };
  }

  /** What must be said under every picture; that nothing was compared only where it is so. */
  function limitsOf(engine, result) {
    const compared = result.indexes.some((i) => engine.basisOf(i) === 'comparison');
    return `${compared || !result.indexes.length ? '' : 'No effect shown here is reported to have been measured against a comparison. '}${
      engine.data.limits} Counts are of studies, not of strength.`;
  }

  /** A picture with its title above, and below what it rests on, its date and its limits. */
  function picture(width, title, subtitle, drawing, height, limits, data, legend) {
    const margin = 32;
    const here = location.protocol.startsWith('http') ? ` ${location.origin}${location.pathname}` : '';
    const source = EM.sourceInWords(data) + here;
    const under = paragraph(margin, 68, subtitle, width - 2 * margin, { size: 13, fill: '#52616b' });
    const top = 70 + under.height;
    let y = top + height + 24;
    const key = legend(margin, y, width - 2 * margin);
    y += key.height + 18;
    const one = paragraph(margin, y, limits, width - 2 * margin, { size: 12, fill: '#52616b' });
    y += one.height + 4;
    const two = paragraph(margin, y, source, width - 2 * margin, { size: 12, fill: '#52616b' });
    y += two.height + 12;
    return {
      width, height: Math.ceil(y),
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${Math.ceil(y)}" viewBox="0 0 ${width} ${Math.ceil(y)}" font-family="${FONT}" role="img" aria-label="${escaped(title)}">`
        + `<title>${escaped(title)}</title><desc>${escaped(subtitle)} ${escaped(limits)}</desc>`
        + `<rect width="100%" height="100%" fill="#ffffff"/>`
        + text(margin, 44, title, { size: 22, weight: 700 }) + under.svg
        + `<g transform="translate(${margin} ${top})">${drawing}</g>${key.svg}${one.svg}${two.svg}</svg>\n`,
    };
  }

  function glyph(style, x, y) {
    const [path, filled] = style;
    return `<path transform="translate(${x} ${y})" d="${path}" ${filled ? 'fill="#1d2a33" stroke="#1d2a33"' : 'fill="none" stroke="#1d2a33" stroke-width="1.2"'}/>`;
  }

  /** A row of little things with words, wrapped. */
  function row(items, x, y, width) {
    let at = x;
    let line = 0;
    let svg = '';
    for (const { draw, space, label } of items) {
      const size = space + label.length * 6.6 + 22;
      if (at > x && at + size > x + width) {
        at = x;
        line += 1;
      }
      svg += draw(at, y + line * 20) + text(at + space, y + 10 + line * 20, label, { size: 12 });
      at += size;
    }
    return { svg, height: (line + 1) * 20 };
  }

  function signItems(data) {
    return data.vocabularies.direction.filter(([id]) => data.style.direction[id][0])
      .map(([id, label]) => ({ space: 18, label, draw: (x, y) => text(x, y + 10, data.style.direction[id][0], { size: 12 }) }));
  }

  /** The columns and rows of the gap map that the filters leave. */
  function gridOf({ data, facets }, state) {
    const all = !state.outcome.length && !state.level.length;
    return {
      columns: facets.component.ids.map((id, c) => c).filter((c) => !state.component.length || state.component.includes(facets.component.ids[c])),
      rowsOf: (l) => data.outcomes.map((outcome, o) => o).filter((o) => data.outcomes[o][2] === l
        && (all || state.level.includes(facets.level.ids[l]) || state.outcome.includes(data.outcomes[o][0]))),
    };
  }

  /** How a cell of a standing is drawn: an edge, a ground, or neither. */
  function boxed(standing, x, y, width, height) {
    const look = {
      direct: 'fill="#e3f0f2" stroke="#0b5c6b" stroke-width="2"',
      'only-indirect': 'fill="#f6f8f9" stroke="#73828c"', 'direct-left-out': 'fill="#f6f8f9" stroke="#73828c"',
      'only-expected': 'fill="none" stroke="#73828c" stroke-dasharray="3 3"',
      'findings-left-out': 'fill="none" stroke="#73828c" stroke-dasharray="3 3"',
      'none-found': 'fill="url(#lacking)" stroke="#b6c0c6"',
    }[standing] || 'fill="none" stroke="#e6eaed"';
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="3" ${look}/>`;
  }

  const LACKING = '<pattern id="lacking" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0v8" stroke="#b6c0c6" stroke-width="4"/></pattern>';

  /**
   * The gap map for a slide, 16 by 9: half of the rows beside the other half, and cells that say
   * by their look what the key below explains.
   */
  function slidePicture(engine, words, state, result) {
    const { data, facets } = engine;
    const [width, height, margin] = [1600, 900, 36];
    const { columns, rowsOf } = gridOf(engine, state);
    const groups = facets.level.ids.map((id, l) => [l, rowsOf(l)]);
    const rows = groups.flatMap(([l, own]) => own.map((o) => [l, o]));
    const blocks = rows.length > 8 ? [rows.slice(0, Math.ceil(rows.length / 2)), rows.slice(Math.ceil(rows.length / 2))] : [rows];
    const cells = new Map(engine.cells(result.indexes).map((view) => [`${view.component} ${view.outcome}`, view]));
    const room = (width - 2 * margin - 40 * (blocks.length - 1)) / blocks.length;
    const first = Math.min(215, room / 3);
    const wide = Math.min((room - first) / columns.length, 180);
    const headings = Math.max(...blocks.map((block) => new Set(block.map(([l]) => l)).size));
    const tall = Math.min(60, (width * 0.34 - headings * 26) / Math.max(...blocks.map((block) => block.length), 1));
    const chosen = paragraph(margin, 78, EM.inWords(engine, state, result), width - 2 * margin, { size: 15, fill: '#52616b' });
    // Many filters take more than a line.
    const top = 92 + chosen.height;
    let svg = text(margin, 50, 'Evidence by component and outcome', { size: 28, weight: 700 }) + chosen.svg;
    blocks.forEach((block, b) => {
      const left = margin + b * (room + 40);
      columns.forEach((c, at) => {
        svg += paragraph(left + first + at * wide + 4, top, words.short(c), wide - 4, { size: 14, weight: 700 }).svg;
      });
      let y = top + 30;
      let level = -1;
      for (const [l, o] of block) {
        if (l !== level) {
          svg += text(left, y + 18, facets.level.labels[l], { size: 15, weight: 700, fill: '#52616b' });
          y += 26;
          level = l;
        }
        svg += paragraph(left, y + 17, data.outcomes[o][1], first - 8, { size: 14 }).svg;
        columns.forEach((c, at) => { svg += slideCell(cells.get(`${c} ${o}`), left + first + at * wide, y); });
        y += tall;
      }
    });

    function slideCell({ tally, standing }, x, y) {
      const box = boxed(standing, x + 2, y + 2, wide - 4, tall - 4) + starred(standing, x + wide - 14, y + 19);
      if (!tally.claims) return box;
      let at = x + 9;
      let marks = '';
      for (const basis of tally.bases.filter((id) => id !== 'none')) {
        marks += glyph(data.style.basis[basis], at, y + tall / 2 + 2);
        at += 17;
      }
      return box + marks + text(x + 9, y + tall / 2 - 4, EM.counted(tally.studies, 'study'), { size: 14, weight: 700 })
        + text(at + 2, y + tall / 2 + 13, tally.directions.map((d) => data.style.direction[d][0]).join(''), { size: 13 });
    }

    /** What filters left out must not look like what is not there. */
    function starred(standing, x, y) {
      return /left-out|in-view/.test(standing) ? text(x, y, '*', { size: 16, weight: 700 }) : '';
    }

    let y = top + 590;
    const key = row([
      ...data.vocabularies['evidence-basis'].filter(([id]) => id !== 'none')
        .map(([id, label]) => ({ space: 18, label, draw: (x, line) => glyph(data.style.basis[id], x, line) })),
      ...signItems(data),
    ], margin, y, width - 2 * margin);
    svg += key.svg;
    y += key.height + 8;
    // Two columns of standings, each with what it means.
    const shown = [...new Set(['direct', 'only-indirect', 'only-expected', 'none-found', 'no-search-reported',
      ...[...cells.values()].map(({ standing }) => standing)])].filter((id) => data.standings[id]);
    shown.forEach((id, at) => {
      const x = margin + (at % 2) * (width / 2 - margin);
      const line = y + Math.floor(at / 2) * 21;
      svg += boxed(id, x, line, 26, 14) + starred(id, x + 10, line + 16) + text(x + 36, line + 12, `${data.standings[id][0]}: ${data.standings[id][1]}`, { size: 13 });
    });
    y += Math.ceil(shown.length / 2) * 21 + 20;
    const limits = limitsOf(engine, result);
    const under = paragraph(margin, y, `${limits} ${EM.sourceInWords(data)}`, width - 2 * margin, { size: 13, fill: '#52616b' });
    const total = Math.max(height, Math.ceil(y + under.height));
    return {
      width: total * 16 / 9, height: total,
      svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${total * 16 / 9}" height="${total}" viewBox="0 0 ${total * 16 / 9} ${total}" font-family="${FONT}" role="img" aria-label="Evidence by component and outcome">`
        + `<title>Evidence by component and outcome</title><desc>${escaped(limits)}</desc><defs>${LACKING}</defs>`
        + `<rect width="100%" height="100%" fill="#ffffff"/>${svg}${under.svg}</svg>\n`,
    };
  }

  function gapMapPicture(engine, words, state, result) {
    const { data, facets } = engine;
    const { columns, rowsOf } = gridOf(engine, state);
    const cells = engine.cells(result.indexes);
    const first = 230;
    const width = Math.max(110, Math.min(160, 900 / Math.max(columns.length, 1)));
    const height = 58;
    let y = 0;
    let svg = columns.map((c, at) => text(first + at * width + 6, 14, words.short(c), { weight: 700 })).join('');
    y = 26;
    facets.level.ids.forEach((level, l) => {
      const rows = rowsOf(l);
      if (!rows.length) return;
      svg += text(0, y + 16, facets.level.labels[l], { weight: 700 });
      y += 26;
      for (const o of rows) {
        svg += paragraph(0, y + 18, data.outcomes[o][1], first - 12, { size: 13 }).svg;
        columns.forEach((c, at) => {
          svg += cell(cells.find((view) => view.component === c && view.outcome === o), first + at * width, y);
        });
        y += height;
      }
    });

    function cell(view, x, top) {
      const { tally } = view;
      const why = tally.claims ? words.direct(tally, view.standing) : data.standings[view.standing][0];
      if (!tally.claims) {
        return boxed('', x + 1.5, top + 1.5, width - 3, height - 3) + text(x + 8, top + 22, why, { size: 11, fill: '#52616b' });
      }
      let svg_ = boxed(view.standing, x + 1.5, top + 1.5, width - 3, height - 3);
      svg_ += text(x + 8, top + 17, EM.counted(tally.studies, 'study'), { size: 12, weight: 700 });
      svg_ += text(x + 8 + 62, top + 17, EM.counted(tally.claims, 'claim').replace(/ claims?/, (s) => (width < 125 ? '' : s)), { size: 12, fill: '#52616b' });
      let at = x + 8;
      for (const basis of tally.bases.filter((b) => b !== 'none')) {
        svg_ += glyph(data.style.basis[basis], at, top + 23);
        at += 16;
      }
      for (const way of tally.directions) {
        const sign = data.style.direction[way][0];
        if (sign) {
          svg_ += text(at + 1, top + 33, sign, { size: 11 });
          at += 15;
        }
      }
      return svg_ + text(x + 8, top + 49, why, { size: 10.5, fill: '#52616b' });
    }

    return picture(Math.max(first + columns.length * width + 64, 640), 'Evidence by component and outcome', EM.inWords(engine, state, result), svg, y, limitsOf(engine, result), data,
      (x, top, room) => row([
        ...data.vocabularies['evidence-basis'].filter(([id]) => id !== 'none')
          .map(([id, label]) => ({ space: 18, label, draw: (at, line) => glyph(data.style.basis[id], at, line) })),
        ...signItems(data),
        ...['only-indirect', 'none-found', 'no-search-reported'].map((id) => ({
          space: 0, label: `${data.standings[id][0]}: ${data.standings[id][1]}`, draw: () => '',
        })),
      ], x, top, room));
  }

  /** A line as the drawing has it: its casing, and what is inside. */
  function strokes(path, { width, core, filled }, dashes) {
    const stroke = (colour, thick, pattern) => `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${thick}" stroke-dasharray="${pattern.join(' ') || 'none'}"/>`;
    const cased = core > 0 && !(filled && core > width - 3);
    const inside = filled ? '#0b5c6b' : core > 0 ? '#ffffff' : '#7c8b95';
    return (cased ? stroke('#7c8b95', width, dashes) : '') + stroke(inside, cased ? core : width, dashes);
  }

  function graphPicture(engine, words, state, result) {
    const { data } = engine;
    const layout = data.layouts[state.factors ? 'wide-factors' : 'wide'];
    const lines = engine.lines(result.indexes).filter((line) => state.factors || line.kind === 'evidence');
    let svg = '';
    let signs = '';
    // Filled lines come last and so lie on top.
    lines.sort((one, other) => one.tally.hasDirectFinding - other.tally.hasDirectFinding);
    for (const line of lines) {
      const [from, to] = line.id.split('>').map((id) => layout.places[id]);
      const x1 = from[0] + from[2] / 2;
      const x2 = to[0] - to[2] / 2;
      const middle = (x1 + x2) / 2;
      const look = EM.lineStyle(data.style, line.tally);
      svg += strokes(`M${x1} ${from[1]}C${middle} ${from[1]} ${middle} ${to[1]} ${x2} ${to[1]}`,
        look, EM.dashes(data.style, line.tally.bases[0], look.width));
      const sign = line.kind === 'evidence' ? EM.signs(data.style, line.tally) : '';
      if (sign) {
        const t = 0.86;
        const u = 1 - t;
        const x = u ** 3 * x1 + 3 * u * u * t * middle + 3 * u * t * t * middle + t ** 3 * x2;
        const y = (u ** 3 + 3 * u * u * t) * from[1] + (3 * u * t * t + t ** 3) * to[1];
        signs += `<rect x="${x - 8 - sign.length * 3}" y="${y - 9}" width="${16 + sign.length * 6}" height="18" rx="9" fill="#fff" stroke="#b1480a"/>${text(x, y + 4.5, sign, { size: 12, weight: 700, anchor: 'middle' })}`;
      }
    }
    svg += signs;
    for (const [id, [x, y, width, height]] of Object.entries(layout.places)) {
      const [what, name] = id.split(/:(.*)/);
      if (what === 'heading') {
        const label = name === 'factor' ? 'What helps or hinders' : words.label('outcome-level', name);
        svg += text(x - width / 2, y + 5, label, { weight: 700, fill: '#52616b' });
        continue;
      }
      const component = what === 'component';
      svg += `<rect x="${x - width / 2}" y="${y - height / 2}" width="${width}" height="${height}" rx="4" fill="${component ? '#0b5c6b' : '#ffffff'}" stroke="${component ? '#0b5c6b' : '#c3ccd2'}"/>`;
      const label = wrapped(words.node(id), width - 8, 14);
      label.forEach((part, at) => {
        const top = y + 5 + (at - (label.length - 1) / 2) * 17;
        svg += component ? text(x, top, part, { size: 14, fill: '#ffffff', anchor: 'middle' }) : text(x - width / 2 + 7, top, part, { size: 14 });
      });
    }
    return picture(layout.width + 64, 'Components, outcomes and the evidence between them', EM.inWords(engine, state, result), svg, layout.height, limitsOf(engine, result), data,
      (x, top, room) => row([
        { space: 0, label: 'The wider a line, the more studies:', draw: () => '' },
        ...EM.LINE_KINDS.map(([id, tally, label]) => ({
          space: 56, label: label || data.standings[id][0],
          draw: (at, y) => strokes(`M${at} ${y + 6}h48`, EM.lineStyle(data.style, tally),
            tally.hasFinding ? [] : data.style.basis.expectation[2]),
        })),
        ...data.vocabularies['evidence-basis'].filter(([id]) => id !== 'none').map(([id, label]) => ({
          space: 56, label,
          draw: (at, y) => `<path d="M${at} ${y + 6}h48" stroke="#1d2a33" stroke-width="2.5" stroke-dasharray="${data.style.basis[id][2].join(' ') || 'none'}"/>`,
        })),
        ...(state.factors ? [{
          space: 56, label: 'From what helps or hinders',
          draw: (at, y) => strokes(`M${at} ${y + 6}h48`, EM.lineStyle(data.style, EM.FACTOR_LINE), data.style.basis.none[2]),
        }] : []),
        ...EM.signsOnLines(data).map(([sign, label]) => ({ space: 18, label, draw: (at, y) => text(at, y + 10, sign, { size: 12 }) })),
      ], x, top, room));
  }

  function png(drawing) {
    return new Promise((resolve, reject) => {
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = drawing.width * 2;
        canvas.height = drawing.height * 2;
        canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
        canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
      };
      image.onerror = reject;
      image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawing.svg)}`;
    });
  }

  /** Makes a file of what the reader has chosen and saves it; gives its name. */
  EM.takeAway = async function (what, engine, words, state, result) {
    const types = { csv: 'text/csv', bib: 'application/x-bibtex', ris: 'application/x-research-info-systems', graphml: 'application/xml' };
    if (make[what]) return save(`evidence.${what}`, make[what](engine, result.indexes), types[what]);
    const [which, ending] = what.split('.');
    const [draw, stem] = {
      map: [gapMapPicture, 'gap-map'], slide: [slidePicture, 'gap-map-slide'], graph: [graphPicture, 'evidence-graph'],
    }[which];
    const drawing = draw(engine, words, state, result);
    const name = `${stem}.${ending}`;
    return save(name, ending === 'svg' ? drawing.svg : await png(drawing), 'image/svg+xml');
  };
}());
