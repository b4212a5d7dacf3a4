/**
 * The graph's own document: draws what pyvis has written into it, at fixed places, and does what
 * the page around it asks. Opened by itself it shows the whole graph.
 */
(function () {
  'use strict';

  const data = JSON.parse(document.getElementById('graph-data').textContent);
  const holder = document.getElementById('graph');
  const tip = document.getElementById('tip');
  const framed = window.parent !== window;
  let layout = null;
  let marked = '';
  let colours = {};
  let network = null;
  let fitted = 1;
  let drawnLook = '';
  const drawnLines = new Map();

  const kindOf = new Map(data.nodes.map((node) => [node.id, node.kind]));
  // Lines run from the right side of one box to the left side of another: each side of a box that
  // has lines is a node of its own, without size. Else lines would run to the middle, under others.
  const sides = data.nodes.filter((node) => node.kind !== 'heading')
    .flatMap((node) => ['left', 'right'].map((side) => ({ id: `${side} ${node.id}`, of: node.id, side })));
  const nodes = new vis.DataSet([
    ...data.nodes.map(({ title, ...node }) => node),
    ...sides.map(({ id }) => ({ id, shape: 'dot', size: 0.01, borderWidth: 0, chosen: false })),
  ]);
  // Filled lines come last and so lie on top.
  const inOrder = [...data.edges].sort((one, other) => one.filled - other.filled);
  const edges = new vis.DataSet(inOrder.map(({ id, from, to }) => (
    { id, from: `right ${from}`, to: `left ${to}`, arrows: '' })));
  const linesOf = (node) => data.edges.filter(({ from, to }) => from === node || to === node).map(({ id }) => id);
  const written = Object.fromEntries(data.nodes.map((node) => [node.id, node.box]));
  let titles = new Map(data.edges.map((edge) => [edge.id, edge.title]));
  let signs = new Map(data.edges.map((edge) => [edge.id, edge.sign]));

  function tell(message) {
    if (framed) window.parent.postMessage(message, '*');
  }

  /** Reads the colours of the theme, which the style sheet alone decides. */
  function readColours() {
    const style = getComputedStyle(document.documentElement);
    const get = (name) => style.getPropertyValue(name).trim();
    colours = {
      text: get('--kb-ink'), muted: get('--kb-muted'), line: get('--kb-line-strong'), surface: get('--kb-paper'),
      border: get('--kb-line-strong'), accent: get('--kb-accent'), onAccent: get('--kb-accent-ink'), strong: get('--kb-series-2'),
    };
  }

  function nodeLook(node, place, font) {
    const heading = node.kind === 'heading';
    const component = node.kind === 'component';
    const fill = component ? colours.accent : heading ? 'rgba(0,0,0,0)' : colours.surface;
    const edge = component ? colours.accent : heading ? 'rgba(0,0,0,0)' : colours.border;
    const look = {
      id: node.id,
      shape: 'box',
      margin: { top: 3, bottom: 3, left: 6, right: 6 },
      color: {
        background: fill,
        border: edge,
        highlight: { background: fill, border: heading ? edge : colours.strong },
        hover: { background: fill, border: heading ? edge : colours.strong },
      },
      chosen: !heading,
      borderWidthSelected: 3,
      shapeProperties: { borderRadius: 4, borderDashes: node.kind === 'factor' ? [3, 3] : false },
      font: {
        color: component ? colours.onAccent : heading ? colours.muted : colours.text,
        size: font,
        face: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
        align: component ? 'center' : 'left',
      },
    };
    if (place) {
      look.x = place[0];
      look.y = place[1];
      look.widthConstraint = { minimum: place[2] - 14, maximum: place[2] - 14 };
      // A heading is as high as its words, well within its place.
      look.heightConstraint = { minimum: heading ? 10 : place[3] - 8, valign: 'middle' };
    }
    return look;
  }

  /**
   * A line as wide as it has studies: filled as far as they are from Early Help, hollow where they
   * are not, thin for what is only expected and for what helps or hinders.
   */
  function lineLook({ width, core, filled, dashes }) {
    const hollow = core > 0 && !filled;
    // Where all of it is filled, no edge is to be seen.
    const cased = core > 0 && !(filled && core > width - 3);
    const strokes = dashes && dashes.length ? dashes : false;
    const colour = filled ? colours.accent : hollow ? colours.surface : colours.line;
    return {
      width: cased ? core : width,
      dashes: strokes,
      color: { color: colour, highlight: colours.strong, hover: colours.strong, opacity: 1 },
      background: { enabled: cased, color: colours.line, size: width, dashes: strokes },
    };
  }

  /** Draws the message's lines and places, or, without a message, what pyvis has written. */
  function draw(message) {
    if (message) {
      document.documentElement.dataset.theme = message.theme;
      layout = message.layout || layout;
      titles = new Map(Object.entries(message.lines).map(([id, line]) => [id, line.title]));
      signs = new Map(Object.entries(message.lines).map(([id, line]) => [id, line.sign]));
    }
    const look = JSON.stringify([document.documentElement.dataset.theme, layout && [layout.width, layout.height]]);
    if (look !== drawnLook) placeNodes();
    const drawn = [];
    for (const edge of data.edges) {
      const line = message ? message.lines[edge.id] : edge;
      const key = JSON.stringify([look, line && [line.width, line.core, line.filled, line.dashes, line.sign]]);
      if (key === drawnLines.get(edge.id)) continue;
      drawnLines.set(edge.id, key);
      drawn.push({ id: edge.id, hidden: !line, ...(line ? lineLook(line) : {}) });
    }
    if (drawn.length) update(drawn);
    const fresh = look !== drawnLook || !network;
    drawnLook = look;
    if (!network) create();
    // A new layout is shown whole; a filter leaves the reader's zoom as it is.
    if (fresh) fit();
    if (marked) mark(marked);
    tell({ type: 'drawn' });
  }

  /** Changes lines and draws them once: left alone, the network draws at once and again a frame later. */
  function update(drawn) {
    if (!network) {
      edges.update(drawn);
      return;
    }
    const { emitter } = network.body;
    emitter.emit('_blockRedraw');
    edges.update(drawn);
    emitter.emit('_allowRedraw');
    emitter.emit('_requestRedraw');
  }

  /** Puts all boxes to their places, in the colours of the theme. */
  function placeNodes() {
    readColours();
    const places = layout ? layout.places : written;
    const font = layout ? layout.font : 14;
    nodes.update(data.nodes.map((node) => (
      { ...nodeLook(node, places[node.id], font), hidden: !places[node.id] })));
    // In the narrow layout factors stand below the outcomes: their lines leave on the left too, and
    // reach components on the right, so that they run behind no box.
    const below = data.nodes.some(({ id, kind }) => kind === 'factor' && places[id]
      && places[id][0] > places[data.nodes[0].id][0]);
    nodes.update(sides.map(({ id, of, side }) => {
      const place = places[of];
      if (!place) return { id, hidden: true };
      const half = place[2] / 2;
      const other = below && kindOf.get(of) === (side === 'left' ? 'component' : 'factor');
      return { id, x: place[0] + ((side === 'left') !== other ? -half : half), y: place[1], hidden: false };
    }));
  }

  function create() {
    network = new vis.Network(holder, { nodes, edges }, data.options);
    // The canvas is a picture; its twin in the page is what the keyboard reaches.
    for (const element of holder.querySelectorAll('[tabindex]')) element.tabIndex = -1;
    network.on('click', ({ nodes: [node], edges: [edge] }) => {
      const id = node === undefined ? edge : node.replace(/^(left|right) /, '');
      network.unselectAll();
      if (id && kindOf.get(id) !== 'heading') tell({ type: 'open', id });
    });
    network.on('hoverNode', ({ node }) => tell({ type: 'hover', id: node }));
    network.on('hoverEdge', ({ edge, pointer }) => {
      tell({ type: 'hover', id: edge });
      showTip(titles.get(edge) || '', pointer.DOM);
    });
    for (const name of ['blurNode', 'blurEdge', 'dragStart', 'zoom']) {
      network.on(name, () => {
        tip.hidden = true;
        tell({ type: 'hover', id: '' });
      });
    }
    network.on('afterDrawing', drawSigns);
    // The network does not watch its frame (autoResize): it would scale once more, after the fit.
    window.addEventListener('resize', () => {
      network.setSize();
      fit();
    });
  }

  function showTip(text, at) {
    if (!text) return;
    tip.textContent = text;
    tip.hidden = false;
    const width = Math.min(320, holder.clientWidth - 16);
    tip.style.maxWidth = `${width}px`;
    tip.style.left = `${Math.max(8, Math.min(at.x + 12, holder.clientWidth - tip.offsetWidth - 8))}px`;
    tip.style.top = `${Math.max(8, Math.min(at.y + 14, holder.clientHeight - tip.offsetHeight - 8))}px`;
  }

  /** Puts the signs of mixed or unfavourable findings on their lines, where few others cross. */
  function drawSigns(context) {
    for (const [id, sign] of signs) {
      const edge = network.body.edges[id];
      if (!sign || !edge || edge.options.hidden || !edge.edgeType || !edge.connected) continue;
      const { x, y } = edge.edgeType.getPoint(0.86);
      context.font = 'bold 12px system-ui, sans-serif';
      context.textAlign = 'center';
      context.textBaseline = 'middle';
      const width = Math.max(18, context.measureText(sign).width + 8);
      context.fillStyle = colours.surface;
      context.strokeStyle = colours.strong;
      context.lineWidth = 1;
      context.beginPath();
      context.roundRect(x - width / 2, y - 9, width, 18, 9);
      context.fill();
      context.stroke();
      context.fillStyle = colours.text;
      context.fillText(sign, x, y + 0.5);
    }
  }

  /** Shows the whole drawing, as large as the window lets it. */
  function fit() {
    // Not in sight yet: the resize that brings it there fits it.
    if (!network || !holder.clientWidth || !holder.clientHeight) return;
    if (layout) {
      fitted = Math.min(holder.clientWidth / layout.width, holder.clientHeight / layout.height);
      network.moveTo({ position: { x: layout.width / 2, y: layout.height / 2 }, scale: fitted });
    } else {
      network.fit();
      fitted = network.getScale();
    }
    loosen(false);
  }

  /** Once zoomed in, the drawing can be dragged; until then a finger scrolls the page. */
  function loosen(free) {
    holder.classList.toggle('free', free);
    network.setOptions({ interaction: { dragView: free, zoomView: free } });
  }

  function zoom(by) {
    if (!by) {
      fit();
      return;
    }
    const scale = Math.max(fitted, Math.min(network.getScale() * by, 4));
    network.moveTo({ scale });
    if (scale > fitted) loosen(true);
    else fit();
  }

  function mark(id) {
    marked = id;
    if (!network) return;
    const shown = id && (nodes.get(id) || edges.get(id));
    if (!shown || shown.hidden) network.unselectAll();
    else if (kindOf.has(id)) network.setSelection({ nodes: [id], edges: linesOf(id) }, { highlightEdges: false });
    else network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
  }

  window.addEventListener('message', (event) => {
    if (!framed || event.source !== window.parent || !event.data || event.data.from !== 'evidence-map') return;
    const { type } = event.data;
    if (type === 'draw') draw(event.data);
    if (type === 'zoom' && network) zoom(event.data.by);
    if (type === 'mark') mark(event.data.id);
  });

  window.evidenceGraph = { get network() { return network; }, nodes, edges };
  if (framed) tell({ type: 'ready' });
  else draw(null);
}());
