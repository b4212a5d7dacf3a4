/** What `evidence_map/drawing.py` writes into the graph's document, and the library that draws it. */

import type { Layout } from "../types.js";

export interface GraphNode {
  id: string;
  kind: "component" | "outcome" | "factor" | "heading";
  title?: string;
  box: [x: number, y: number, width: number, height: number];
}

export interface GraphEdge {
  id: string;
  from: string;
  to: string;
  width: number;
  core: number;
  filled: boolean;
  dashes: number[] | false;
  sign: string;
  title: string;
}

export interface GraphData {
  nodes: GraphNode[];
  edges: GraphEdge[];
  options: object;
}

export type Places = Layout["places"];

declare global {
  /** vis-network, as published: it brings no types here. */
  const vis: { DataSet: new (items: object[]) => any; Network: new (...parts: unknown[]) => any };
}
