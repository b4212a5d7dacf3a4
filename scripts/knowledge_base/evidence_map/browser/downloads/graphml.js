/**
 * The graph as GraphML, with the nodes, edges and attributes of the data package's.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Line } from "../types.js"
 */

import { escaped, tag } from "./drawing.js";

const KEYS = [
  ["kind", "node", "string"],
  ["label", "node", "string"],
  ["group", "node", "string"],
  ["kind", "edge", "string"],
  ["studies", "edge", "long"],
  ["reviews", "edge", "long"],
  ["studies_read", "edge", "long"],
  ["studies_read_in_part", "edge", "long"],
  ["studies_direct", "edge", "long"],
  ["claims", "edge", "long"],
  ["directness", "edge", "string"],
  ["basis", "edge", "string"],
  ["directions", "edge", "string"],
  ["nearness", "edge", "string"],
  ["records", "edge", "string"],
];

/**
 * @param {"node" | "edge"} on
 * @param {Record<string, string | number>} values
 */
const data = (on, values) =>
  Object.entries(values)
    .map(([name, value]) => tag("data", { key: `${on}_${name}` }, escaped(value)))
    .join("");

/**
 * @param {string} kind
 * @param {string} id
 * @param {string} label
 * @param {string} [group]
 */
const node = (kind, id, label, group = kind) =>
  tag("node", { id: `${kind}:${id}` }, data("node", { kind, label, group }));

/**
 * @param {Engine} engine
 * @param {Line} line
 */
function edge(engine, { id, kind, tally }) {
  const [source, target] = id.split(">");
  const { directness, bases, studiesDirect } = tally;
  const { nearness } = engine.data.records;
  const degrees = engine.facets.nearness.ids.filter((_, at) =>
    tally.indexes.some((i) => nearness[i] === at),
  );
  const values = {
    kind,
    studies: tally.studies,
    reviews: tally.reviews,
    studies_read: tally.studiesRead,
    studies_read_in_part: tally.studiesReadInPart,
    claims: tally.claims,
    directions: tally.directions.join(" "),
    nearness: degrees.join(" "),
    records: tally.indexes.map((i) => engine.data.records.id[i]).join(" "),
    // What helps or hinders is no finding about change.
    ...(directness ? { studies_direct: studiesDirect, directness, basis: bases[0] } : {}),
  };
  return tag("edge", { source, target }, data("edge", values));
}

/**
 * @param {Engine} engine
 * @param {number[]} indexes
 */
export function graphml(engine, indexes) {
  const { facets, data: map } = engine;
  const lines = engine.lines(indexes);
  const used = new Set(lines.map((line) => line.factor));
  const components = facets.component.ids.map((id, c) => node("component", id, map.shorts[c]));
  const outcomes = map.outcomes.map(([id, label, level]) =>
    node("outcome", id, label, facets.level.ids[level]),
  );
  const factors = map.vocabularies.factor
    .filter((_, f) => used.has(f))
    .map(([id, label]) => node("factor", id, label));
  const keys = KEYS.map(([name, on, type]) =>
    tag("key", { id: `${on}_${name}`, for: on, "attr.name": name, "attr.type": type }),
  );
  const edges = lines.map((line) => edge(engine, line));
  const inside = [...components, ...outcomes, ...factors, ...edges].join("\n");
  const graph = tag("graph", { edgedefault: "directed" }, `\n${inside}\n`);
  const xmlns = "http://graphml.graphdrawing.org/xmlns";
  const body = tag("graphml", { xmlns }, `\n${[...keys, graph].join("\n")}\n`);
  return `<?xml version="1.0" encoding="utf-8"?>\n${body}\n`;
}
