/**
 * What the map says in words.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { Line, Tally } from "../types.js"
 */

import { say } from "#shared/sentences.js";
import { createViewWords } from "./view_words.js";

/** @typedef {ReturnType<typeof createWords>} Words */
/** @typedef {import("#shared/sentences.js").Facts} Facts */
/** @typedef {Pick<Tally, "studies" | "reviews" | "claims">} Amount */

/**
 * Words for what data names by id.
 * @param {Engine} engine
 */
export function createWords(engine) {
  const { data, ids } = engine;
  /** A sentence of the map's wording, with the facts in its blanks. */
  const tell = (/** @type {string} */ key, /** @type {Facts} */ facts = {}) =>
    say(data.wording, key, facts);
  const label = (/** @type {string} */ vocabulary, /** @type {string} */ id) =>
    data.vocabularies[vocabulary].find(([term]) => term === id)?.[1] ?? id;
  const short = (/** @type {number} */ c) => data.shorts[c];
  const size = (/** @type {Amount} */ { studies, reviews, claims }) =>
    tell("size", { studies, reviews, claims });

  /**
   * How direct findings are, in a few words, as `where_from` in evidence_map/words.py.
   * @param {Pick<Tally, "studies" | "studiesDirect" | "directness">} tally
   */
  function direct({ studies, studiesDirect, directness }, standing = directness) {
    if (standing === "direct" && studiesDirect < studies) {
      return tell("partly_direct", { direct: studiesDirect, studies, home: data.home });
    }
    return standing ? data.wording.standings[standing].label : "";
  }
  const amount = (/** @type {Tally} */ tally) =>
    [size(tally), direct(tally)].filter(Boolean).join(". ");
  const kinds = (/** @type {Tally} */ { bases }) =>
    bases.filter((id) => id !== data.description).map((id) => label("evidence-basis", id));
  /** A direction in a word: what bears on implementation helps or hinders. */
  const way = (/** @type {string} */ id, bearing = false) =>
    (bearing && data.bearing[id]) || label("direction", id);
  const ways = (/** @type {Tally} */ { directions }, bearing = false) =>
    directions.filter((id) => data.style.direction[id]).map((id) => way(id, bearing));

  return {
    say: tell,
    label,
    short,
    size,
    ...createViewWords(engine, tell),
    /** Reviews and claims, which stand below the number of studies. */
    rest: (/** @type {Amount} */ { reviews, claims }) => tell("rest", { reviews, claims }),
    /** How many claims stand apart from a cell. */
    beside: (/** @type {number} */ claims) => tell("beside", { claims }),
    direct,
    amount,
    kinds,
    way,
    ways,
    /** @param {string} name */
    node(name) {
      const [kind, id] = name.split(/:(.*)/);
      if (kind === "component") return short(ids.component.indexOf(id));
      if (kind === "outcome") return data.outcomes[ids.outcome.indexOf(id)][1];
      return label("factor", id);
    },
    /** What a line says, as `line_in_words` in evidence_map/words.py. */
    line: (/** @type {Pick<Line, "tally" | "kind">} */ { tally, kind }) =>
      tell("line", {
        studies: tally.studies,
        reviews: tally.reviews,
        claims: tally.claims,
        has_place: Boolean(tally.directness),
        setting: direct(tally),
        kinds: kinds(tally),
        directions: ways(tally, kind === "implementation"),
        bears: kind === "implementation",
      }),
  };
}
