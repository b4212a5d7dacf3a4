/** What `evidence_map/drawing.py` has written, and the library that draws it. */

export interface NetworkData {
  nodes: { id: string; box?: [left: number, top: number, width: number, height: number] }[];
  edges: { id: string }[];
  options: object;
}

declare global {
  /** vis-network, as published: it brings no types here. */
  const vis: { DataSet: new (items: object[]) => any; Network: new (...parts: unknown[]) => any };
}
