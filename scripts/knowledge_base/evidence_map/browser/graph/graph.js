/**
 * The graph's own document: draws what pyvis has written into it, at fixed places, and does what
 * the page around it asks. Opened by itself it shows the whole graph.
 *
 * @import { DrawMessage, DrawnLine, FromDrawing } from "../page/graph_view.js"
 * @import { Layout } from "../types.js"
 * @import { GraphData } from "./types.js"
 */

import { find } from "#shared/elements.js";
import { drawSign, lineLook, nodeLook, readColours } from "./looks.js";
import { placeSides, sideNode, sidesOf, withoutSide } from "./sides.js";

/** @typedef {{ DOM: { x: number, y: number } }} Pointer */

const isFramed = window.parent !== window;

/** @param {FromDrawing} message */
function tell(message) {
  if (isFramed) window.parent.postMessage(message, "*");
}

/** What hovering over a line says. */
class Tip {
  element = find(HTMLElement, "#tip");
  holder = find(HTMLElement, "#graph");

  /**
   * @param {string} text
   * @param {Pointer["DOM"]} at
   */
  show(text, at) {
    const { element: tip, holder } = this;
    if (!text) return;
    tip.textContent = text;
    tip.hidden = false;
    tip.style.maxWidth = `${Math.min(320, holder.clientWidth - 16)}px`;
    const left = Math.min(at.x + 12, holder.clientWidth - tip.offsetWidth - 8);
    const top = Math.min(at.y + 14, holder.clientHeight - tip.offsetHeight - 8);
    tip.style.left = `${Math.max(8, left)}px`;
    tip.style.top = `${Math.max(8, top)}px`;
  }

  hide() {
    this.element.hidden = true;
  }
}

class Drawing {
  holder = find(HTMLElement, "#graph");
  tip = new Tip();
  colours = readColours();
  /** @type {Layout | null} */
  layout = null;
  marked = "";
  /** @type {any} */
  network = null;
  fitted = 1;
  look = "";
  /** @type {Map<string, string>} */
  drawnLines = new Map();

  /** @param {GraphData} data */
  constructor(data) {
    this.data = data;
    this.sides = sidesOf(data.nodes);
    this.kindOf = new Map(data.nodes.map((node) => [node.id, node.kind]));
    const nodes = data.nodes.map((node) => ({ ...node, title: undefined }));
    this.nodes = new vis.DataSet([...nodes, ...this.sides.map(sideNode)]);
    // Filled lines come last and so lie on top.
    const inOrder = data.edges.toSorted((a, b) => Number(a.filled) - Number(b.filled));
    this.edges = new vis.DataSet(
      inOrder.map(({ id, from, to }) => ({
        id,
        from: `right ${from}`,
        to: `left ${to}`,
        arrows: "",
      })),
    );
    /** @type {Map<string, DrawnLine>} */
    this.lines = new Map(
      data.edges.map((edge) => [edge.id, { ...edge, dashes: edge.dashes || [] }]),
    );
  }

  /**
   * Draws the message's lines and places, or, without a message, what pyvis has written.
   * @param {DrawMessage} [message]
   */
  draw(message) {
    const root = document.documentElement;
    if (message) {
      root.dataset.theme = message.theme;
      this.layout = message.layout ?? this.layout;
      this.lines = new Map(Object.entries(message.lines));
    }
    const { layout } = this;
    const look = [root.dataset.theme, layout?.width, layout?.height].join(" ");
    const isNew = look !== this.look || !this.network;
    if (look !== this.look) this.placeNodes();
    this.look = look;
    this.drawLines(look);
    if (!this.network) this.create();
    // A new layout is shown whole; a filter leaves the reader's zoom as it is.
    if (isNew) this.fit();
    if (this.marked) this.mark(this.marked);
    tell({ type: "drawn" });
  }

  /** Draws the lines that are new or look otherwise than before. */
  drawLines(/** @type {string} */ look) {
    const drawn = [];
    for (const { id } of this.data.edges) {
      const line = this.lines.get(id);
      const own = line && [line.width, line.core, line.filled, line.dashes, line.sign];
      const key = `${look} ${JSON.stringify(own)}`;
      if (key === this.drawnLines.get(id)) continue;
      this.drawnLines.set(id, key);
      drawn.push({ id, hidden: !line, ...(line ? lineLook(line, this.colours) : {}) });
    }
    if (drawn.length) this.update(drawn);
  }

  /** Changes lines and draws them once: left alone, the network draws at once and again a frame later. */
  update(/** @type {object[]} */ drawn) {
    const emitter = this.network?.body.emitter;
    emitter?.emit("_blockRedraw");
    this.edges.update(drawn);
    emitter?.emit("_allowRedraw");
    emitter?.emit("_requestRedraw");
  }

  /** Puts all boxes to their places, in the colours of the theme. */
  placeNodes() {
    const { data, layout } = this;
    this.colours = readColours();
    const written = Object.fromEntries(data.nodes.map((node) => [node.id, node.box]));
    const places = layout?.places ?? written;
    const font = layout?.font ?? 14;
    const boxes = data.nodes.map((node) =>
      Object.assign(nodeLook(node, places[node.id], font, this.colours), {
        hidden: !places[node.id],
      }),
    );
    this.nodes.update(boxes);
    this.nodes.update(placeSides(this.sides, data.nodes, places));
  }

  create() {
    const { holder, nodes, edges } = this;
    const network = new vis.Network(holder, { nodes, edges }, this.data.options);
    this.network = network;
    // The canvas is a picture; its twin in the page is what the keyboard reaches.
    /** @type {NodeListOf<HTMLElement>} */
    const focusable = holder.querySelectorAll("[tabindex]");
    for (const part of focusable) part.tabIndex = -1;
    network.on("click", (/** @type {{ nodes: string[], edges: string[] }} */ hit) => {
      const id = withoutSide(hit.nodes[0] ?? hit.edges[0] ?? "");
      network.unselectAll();
      if (id && this.kindOf.get(id) !== "heading") tell({ type: "open", id });
    });
    this.listenToPointer(network);
    network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => {
      this.drawSigns(context);
    });
    // The network does not watch its frame (autoResize): it would scale once more, after the fit.
    window.addEventListener("resize", () => {
      network.setSize();
      this.fit();
    });
  }

  /** @param {any} network */
  listenToPointer(network) {
    network.on("hoverNode", (/** @type {{ node: string }} */ { node }) => {
      tell({ type: "hover", id: node });
    });
    network.on(
      "hoverEdge",
      (/** @type {{ edge: string, pointer: Pointer }} */ { edge, pointer }) => {
        tell({ type: "hover", id: edge });
        this.tip.show(this.lines.get(edge)?.title ?? "", pointer.DOM);
      },
    );
    for (const name of ["blurNode", "blurEdge", "dragStart", "zoom"]) {
      network.on(name, () => {
        this.tip.hide();
        tell({ type: "hover", id: "" });
      });
    }
  }

  /** Puts the signs of mixed or unfavourable findings on their lines, where few others cross. */
  drawSigns(/** @type {CanvasRenderingContext2D} */ context) {
    for (const [id, { sign }] of this.lines) {
      const edge = this.network.body.edges[id];
      if (!sign || !edge || edge.options.hidden || !edge.edgeType || !edge.connected) continue;
      drawSign(context, sign, edge.edgeType.getPoint(0.86), this.colours);
    }
  }

  /** Shows the whole drawing, as large as the window lets it. */
  fit() {
    const { holder, layout, network } = this;
    // Not in sight yet: the resize that brings it there fits it.
    if (!network || !holder.clientWidth || !holder.clientHeight) return;
    if (layout) {
      const { width, height } = layout;
      this.fitted = Math.min(holder.clientWidth / width, holder.clientHeight / height);
      network.moveTo({ position: { x: width / 2, y: height / 2 }, scale: this.fitted });
    } else {
      network.fit();
      this.fitted = network.getScale();
    }
    this.loosen(false);
  }

  /** Once zoomed in, the drawing can be dragged; until then a finger scrolls the page. */
  loosen(/** @type {boolean} */ isFree) {
    this.holder.classList.toggle("free", isFree);
    this.network.setOptions({ interaction: { dragView: isFree, zoomView: isFree } });
  }

  zoom(/** @type {number} */ by) {
    if (!by) {
      this.fit();
      return;
    }
    const scale = Math.max(this.fitted, Math.min(this.network.getScale() * by, 4));
    this.network.moveTo({ scale });
    if (scale > this.fitted) this.loosen(true);
    else this.fit();
  }

  mark(/** @type {string} */ id) {
    this.marked = id;
    const { network, kindOf } = this;
    if (!network) return;
    const shown = id && (this.nodes.get(id) || this.edges.get(id));
    if (!shown || shown.hidden) network.unselectAll();
    else if (kindOf.has(id)) {
      const own = this.data.edges.filter(({ from, to }) => from === id || to === id);
      const edges = own.map((edge) => edge.id);
      network.setSelection({ nodes: [id], edges }, { highlightEdges: false });
    } else network.setSelection({ nodes: [], edges: [id] }, { highlightEdges: false });
  }
}

export const drawing = new Drawing(JSON.parse(find(HTMLElement, "#graph-data").textContent ?? ""));

window.addEventListener("message", ({ data: message, source }) => {
  if (!isFramed || source !== window.parent || message?.from !== "evidence-map") return;
  if (message.type === "draw") drawing.draw(message);
  if (message.type === "zoom" && drawing.network) drawing.zoom(message.by);
  if (message.type === "mark") drawing.mark(message.id);
});
if (isFramed) tell({ type: "ready" });
else drawing.draw();
