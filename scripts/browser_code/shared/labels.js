/** What scripts of every page write: `labels` in book/parts/frame.wording.yml. */

import { find } from "#shared/elements.js";

/** @param {string} name */
export const label = (name) => find(HTMLTemplateElement, "#kb-labels").dataset[name] ?? "";
