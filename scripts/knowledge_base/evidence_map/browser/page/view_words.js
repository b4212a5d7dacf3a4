/**
 * What is said of a view as a whole: how much the filters leave, and which they are.
 *
 * @import { Engine } from "../engine/engine.js"
 * @import { State } from "../types.js"
 * @import { Edit } from "./app.js"
 * @import { Amount } from "./words.js"
 * @import { Facts } from "#shared/sentences.js"
 */

import { labelIn } from "../engine/base.js";
import { termsOf } from "../engine/words.js";

/** @typedef {{ facet: string, choice: string, remove: Edit }} Use A filter in use. */

/**
 * @param {Engine} engine
 * @param {(key: string, facts?: Facts) => string} tell
 */
export function createViewWords({ data, facets, total }, tell) {
  /** How much of the whole the filters leave. */
  const share = (/** @type {Amount} */ { studies, reviews, claims }) =>
    tell("paper.share", {
      studies,
      all_studies: total.studies,
      reviews,
      all_reviews: total.reviews,
      claims,
    });

  /**
   * The filters in use, one by one.
   * @param {State} state
   * @returns {Use[]}
   */
  function inUse({ ticks, from, to, words }) {
    const any = tell("filters.any");
    const years = { from: String(from ?? any), to: String(to ?? any) };
    const uses = Object.values(facets).flatMap((facet) =>
      ticks[facet.name].map((id) => ({
        facet: facet.label,
        choice: labelIn(facet, id),
        /** @type {Edit} */
        remove: (next) => {
          next.ticks[facet.name] = next.ticks[facet.name].filter((other) => other !== id);
        },
      })),
    );
    if (from !== null || to !== null) {
      uses.push({
        facet: tell("filters.year"),
        choice: tell("filters.years", years),
        remove: (next) => Object.assign(next, { from: null, to: null }),
      });
    }
    if (termsOf(words).length) {
      uses.push({
        facet: tell("filters.words"),
        choice: words,
        remove: (next) => Object.assign(next, { words: "" }),
      });
    }
    return uses;
  }

  /**
   * What the filters leave, and the filters themselves: for paper and for pictures.
   * @param {State} state
   * @param {Amount} result
   */
  function chosen(state, result) {
    const uses = inUse(state);
    const parts = [...new Set(uses.map(({ facet }) => facet))].map((facet) => {
      const own = uses.filter((use) => use.facet === facet).map(({ choice }) => choice);
      return tell("filters.used", { facet, choice: own.join(", ") });
    });
    return tell("paper.chosen", { share: share(result), filters: parts });
  }

  return {
    share,
    inUse,
    chosen,
    view: (/** @type {string} */ view) => tell(`controls.views.${view}`),
    /** What the menu calls the files, by their names. */
    files: () => data.wording.controls.files,
    limits: () => tell("paper.limits", { limits: data.limits }),
    source: () => tell("paper.source", { title: data.title, edition: data.edition }),
  };
}
