/** What editors write, in `book/genograms/`; it is put before this script when that is joined. */
const DATA = /** @type {any} */ (globalThis).genogramData;

/** The sentences. */
export const WORDS = DATA.words;
/** What a family's text may hold. */
export const SCHEMA = /** @type {import("./types").Rule} */ (DATA.schema);
/** A family to write over. */
export const SMALL_FAMILY = /** @type {string} */ (DATA.small);
/** The style sheet of a drawing that stands alone. */
export const STYLE_ALONE = /** @type {string} */ (DATA.style);
