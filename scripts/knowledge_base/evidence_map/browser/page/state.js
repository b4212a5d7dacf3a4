/**
 * The state: all that a reader has chosen, and its address.
 *
 * It lives after the # of the address, so that links work from a folder as well as from a site,
 * and back and forward are the browser's own. What a link names and the data does not have is
 * left out, and said.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Facet, Ids, State } from "../types.js"
 */

import { SORTS } from "../engine/order.js";

/** The ways to see the evidence. `map` is the table: links have had this name for it. */
export const VIEWS = ["picture", "map", "graph", "list"];

/** By what the list can be grouped. */
export const GROUPS = ["component", "outcomes"];
/** The order of rows that is not the vocabulary's. */
export const BY_EVIDENCE = "evidence";

/**
 * @param {string[]} facetNames
 * @returns {State}
 */
export const emptyState = (facetNames) => ({
  view: "picture",
  from: null,
  to: null,
  words: "",
  sort: "kind",
  group: "component",
  rows: "",
  factors: false,
  filledOnly: false,
  open: "",
  path: "",
  ticks: Object.fromEntries(facetNames.map((name) => [name, []])),
});

/**
 * The state as what follows the #; nothing for the state that the page opens with.
 * @param {State} state
 */
export function encode(state) {
  const empty = emptyState([]);
  /** @type {[string, string | number | false | null][]} */
  const pairs = [
    ["view", state.view !== empty.view && state.view],
    ...Object.entries(state.ticks).map(
      ([name, ids]) => /** @type {[string, string]} */ ([name, ids.join()]),
    ),
    ["from", state.from],
    ["to", state.to],
    ["words", state.words.trim()],
    ["sort", state.sort !== empty.sort && state.sort],
    ["group", state.group !== empty.group && state.group],
    ["rows", state.rows],
    ["factors", state.factors && "yes"],
    ["empty", state.filledOnly && "hidden"],
    ["open", state.open],
    ["path", state.path],
  ];
  return pairs
    .filter(([, value]) => value !== null && value !== false && value !== "")
    .map(([name, value]) => `${name}=${readable(encodeURIComponent(String(value)))}`)
    .join("&");
}

/** @param {string} text */
const readable = (text) =>
  text.replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");

/**
 * The state that a hash stands for, and what in it could not be followed.
 * @param {string} hash
 * @param {Engine} engine
 */
export function decode(hash, engine) {
  const state = emptyState(engine.facetNames);
  /** @type {string[]} */
  const lost = [];
  const text = hash.replace(/^#/, "");
  // A plain name is a place on the page, not a state.
  if (!text.includes("=")) return { state, lost };
  for (const part of text.split("&")) {
    const [name, raw = ""] = part.split(/=(.*)/);
    const value = decoded(raw);
    const facet = facetOf(name, engine);
    if (value === null) lost.push(part);
    else if (facet) lost.push(...tick(state, facet, value));
    else if (!take(state, name, value, engine)) lost.push(`${name} ${value}`.trim());
  }
  if (state.from !== null && state.to !== null && state.from > state.to) {
    [state.from, state.to] = [state.to, state.from];
  }
  return { state, lost };
}

/** @param {string} raw */
function decoded(raw) {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return null;
  }
}

/**
 * The facet that a link names, by the name that it has or had.
 * @param {string} name
 * @param {Engine} engine
 */
const facetOf = (name, engine) =>
  Object.values(engine.facets).find((facet) => [facet.name, ...facet.formerly].includes(name));

/**
 * Ticks what a link names in a facet; returns what the facet does not have.
 * @param {State} state
 * @param {Facet} facet
 * @param {string} value
 */
function tick(state, { name, ids }, value) {
  const values = value.split(",");
  state.ticks[name] = ids.filter((id) => values.includes(id));
  return values.filter((id) => id && !ids.includes(id)).map((id) => `${name} ${id}`);
}

/**
 * Takes one part of a link into the state; whether it could be followed.
 * @param {State} state
 * @param {string} name
 * @param {string} value
 * @param {Engine} engine
 */
function take(state, name, value, engine) {
  if (name === "view" && VIEWS.includes(value)) state.view = value;
  else if (name === "sort" && SORTS.includes(value)) state.sort = value;
  else if (name === "group" && GROUPS.includes(value)) state.group = value;
  else if (name === "rows" && value === BY_EVIDENCE) state.rows = value;
  else if (name === "factors" && value === "yes") state.factors = true;
  else if (name === "empty" && value === "hidden") state.filledOnly = true;
  else if ((name === "from" || name === "to") && /^\d{4}$/.test(value)) state[name] = Number(value);
  else if (name === "words") state.words = value.slice(0, 200);
  else if (name === "open" && canOpen(value, engine)) state.open = value;
  else if (name === "path" && isPath(value, engine)) state.path = value;
  else return false;
  return true;
}

/**
 * Whether something that can be opened exists: a node, a cell, or a factor's line.
 * @param {string} open
 * @param {Engine} engine
 */
export function canOpen(open, engine) {
  const has = (/** @type {string} */ kind, /** @type {string} */ id) =>
    Object.hasOwn(engine.ids, kind) && engine.ids[/** @type {keyof Ids} */ (kind)].includes(id);
  const [what, id = ""] = open.split(/:(.*)/);
  const [one, two] = id.split("/");
  if (what === "cell") return has("component", one) && has("outcome", two);
  if (what === "bearing") return has("factor", one) && has("component", two);
  return has(what, id);
}

/**
 * Whether a path's two ends exist: `component:training/staff-retention`.
 * @param {string} path
 * @param {Engine} engine
 */
export function isPath(path, engine) {
  const [start, outcome] = path.split("/");
  const isStart = /^(component|factor):/.test(start) && canOpen(start, engine);
  return isStart && canOpen(`outcome:${outcome}`, engine);
}
