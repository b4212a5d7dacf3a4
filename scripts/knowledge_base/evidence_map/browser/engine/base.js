/**
 * The records in the form in which thousands are counted quickly, and the facets they have.
 *
 * @import { Base, Facet, MapData, Records } from "../types.js"
 */

/** @param {string} digits */
const marks = (digits) => Uint8Array.from(digits, Number);

/**
 * @param {MapData} data
 * @returns {Records}
 */
function readRecords({ records: r, sources, studies, basisOfKind }) {
  return {
    ...r,
    basis: r.kind.map((kind) => basisOfKind[kind]),
    year: r.source.map((source) => sources[source][1] || 0),
    review: Uint8Array.from(r.study, (study) => (study < 0 ? 0 : studies[study][2])),
    finding: marks(r.finding),
    direct: marks(r.direct),
    found: marks(r.found),
    onOutcomes: marks(r.onOutcomes),
    onFactor: marks(r.onFactor),
    absence: marks(r.absence),
    wasRead: marks(r.wasRead),
    readInPart: marks(r.readInPart),
    apart: marks(r.apart),
  };
}

/**
 * @param {MapData} data
 * @returns {[name: string, facet: Facet][]}
 */
function readFacets(data) {
  return data.facets.map(({ vocabulary, ...facet }) => {
    const terms = vocabulary === "outcome" ? data.outcomes : data.vocabularies[vocabulary];
    /** @type {(number | number[])[]} */
    const column = /** @type {any} */ (data.records)[facet.name];
    const lists = column.map((value) => [value].flat().filter((at) => at >= 0));
    const starts = new Int32Array(lists.length + 1);
    for (const [i, list] of lists.entries()) starts[i + 1] = starts[i] + list.length;
    const ids = terms.map(([id]) => id);
    const labels = terms.map(([, label]) => label);
    const values = Int32Array.from(lists.flat());
    return [facet.name, Object.assign(facet, { ids, labels, starts, values })];
  });
}

/**
 * @param {MapData} data
 * @returns {Base}
 */
export function createBase(data) {
  const records = readRecords(data);
  const { component, factor } = data.vocabularies;
  const idsOf = (/** @type {[id: string, ...rest: unknown[]][]} */ terms) =>
    terms.map(([id]) => id);
  return {
    data,
    records,
    facets: Object.fromEntries(readFacets(data)),
    ids: { component: idsOf(component), outcome: idsOf(data.outcomes), factor: idsOf(factor) },
    all: records.id.map((_, i) => i),
    texts: null,
    normalised: [],
    orders: new Map(),
  };
}

/**
 * The label of an id in a facet.
 * @param {Facet} facet
 * @param {string} id
 */
export const labelIn = (facet, id) => facet.labels[facet.ids.indexOf(id)];
