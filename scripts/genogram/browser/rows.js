import { mean, pairwise, sortedBy, sum } from "./lists.js";

/** @import { Tree } from "./types" */

/** @typedef {number[][]} Row People from left to right, in clusters of partners. */
/** @typedef {number[]} Places The middle of each person's symbol, from the left. */

export const SYMBOL = 40;
export const HALF = SYMBOL / 2;
/** The second outline of the person that the drawing is about. */
export const OUTLINE = 6;
/** Between a symbol and its label. */
export const GAP = 10;
/** Between one person's label and the next person, where lines pass. */
export const GUTTER = 18;
export const MARGIN = 24;
const BETWEEN_COUPLES = 8;
/** From partner to partner, so that what stands over their line has room. */
const PARTNERS = 124;
const SWEEPS = 8;
/** How much it matters that somebody stays who has nobody to be near. */
const LOOSE = 0.1;
/** What two siblings in a wrong order cost: a line that is so much longer. */
const DISORDER = 60;

/**
 * Returns who stands beside whom, and where: of several tries, the one with the shortest lines.
 * @type {(tree: Tree) => {rows: number[][], places: Places}}
 */
export function arrange(tree) {
  let rows = clusters(tree);
  let places = placesOf(tree, rows);
  let best = { rows, places, cost: cost(tree, places) };
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (let step = 1; step < tree.depth; step += 1) {
      const row = down ? step : tree.depth - 1 - step;
      rows = [...rows.slice(0, row), sorted(tree, rows[row], places, down), ...rows.slice(row + 1)];
    }
    places = placesOf(tree, rows);
    const now = cost(tree, places);
    if (now < best.cost - 0.5) best = { rows, places, cost: now };
  }
  return { rows: best.rows.map((row) => row.flat()), places: best.places };
}

/**
 * Returns the clusters of each row, in the order of the text: everybody with their partners, and
 * their partners' partners.
 * @type {(tree: Tree) => Row[]}
 */
function clusters({ ids, couples, depth, rowOf }) {
  const pairs = couples.map(({ partners }) => partners).filter((partners) => partners.length > 1);
  const partnersOf = ids.map((_, person) =>
    pairs.filter((pair) => pair.includes(person)).map(([a, b]) => (a === person ? b : a)),
  );
  const isPair = (/** @type {number[]} */ [left, right]) =>
    pairs.some(([a, b]) => a === left && b === right);
  /** @type {Row[]} */
  const rows = Array.from({ length: depth }, () => []);
  for (const person of ids.keys()) {
    if (rows.flat(2).includes(person)) continue;
    const cluster = chain(person, partnersOf);
    const steps = pairwise(cluster);
    const backward = steps.filter(([a, b]) => isPair([b, a])).length;
    const forward = steps.filter(isPair).length;
    rows[rowOf[person]].push(backward > forward ? cluster.toReversed() : cluster);
  }
  return rows;
}

/**
 * Returns a person's cluster as a row in which partners are neighbours as far as can be.
 * @type {(person: number, partnersOf: number[][]) => number[]}
 */
function chain(person, partnersOf) {
  const group = new Set([person]);
  for (const member of group) for (const other of partnersOf[member]) group.add(other);
  const members = [...group];
  const waiting = [members.find((member) => partnersOf[member].length <= 1) ?? person];
  /** @type {Set<number>} */
  const cluster = new Set();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (cluster.has(next)) continue;
    cluster.add(next);
    const others = partnersOf[next].filter((other) => !cluster.has(other));
    const key = (/** @type {number} */ p) => [-partnersOf[p].length, members.indexOf(p)];
    waiting.push(...sortedBy(others, key));
  }
  return [...cluster];
}

/** @type {(tree: Tree, couple: number, places: Places) => number} */
const middleOf = ({ couples }, couple, places) =>
  mean(couples[couple].partners.map((person) => places[person]));

/** @type {(tree: Tree, couple: number, places: Places) => number} */
const middleOfChildren = ({ couples }, couple, places) =>
  mean(couples[couple].children.map((child) => places[child]));

/**
 * Returns a row's clusters, each as near to its parents, or its children, as can be.
 * @type {(tree: Tree, row: Row, places: Places, down: boolean) => Row}
 */
function sorted(tree, row, places, down) {
  const { couples, parents, partnerships } = tree;
  const near = (/** @type {number} */ person) =>
    down
      ? parents[person].map((couple) => middleOf(tree, couple, places))
      : partnerships[person].flatMap((n) => couples[n].children).map((child) => places[child]);
  /** @type {Map<number, number>} */
  const pulls = new Map();
  for (const person of row.flat()) {
    const pull = near(person);
    if (pull.length) pulls.set(person, mean(pull));
  }
  const ordered = sortedBy(row, (cluster) => {
    const pulled = cluster.flatMap((person) => pulls.get(person) ?? []);
    const ranks = cluster.flatMap((person) =>
      parents[person].slice(0, 1).map((couple) => couples[couple].children.indexOf(person)),
    );
    const place = mean(pulled.length ? pulled : cluster.map((person) => places[person]));
    return [place, ranks.length ? mean(ranks) : 0];
  });
  return ordered.map((cluster) => turned(cluster, pulls));
}

/**
 * Returns the cluster, turned round if that brings its members nearer to what pulls them.
 * @type {(cluster: number[], pulls: Map<number, number>) => number[]}
 */
function turned(cluster, pulls) {
  const pulled = [...cluster.entries()].flatMap(([n, person]) => {
    const pull = pulls.get(person);
    return pull === undefined ? [] : [{ n, pull }];
  });
  const middle = mean(pulled.map(({ n }) => n));
  const average = mean(pulled.map(({ pull }) => pull));
  const leaning = sum(pulled.map(({ n, pull }) => (n - middle) * (pull - average)));
  return leaning < -1 ? cluster.toReversed() : cluster;
}

/**
 * Returns how long the lines are that an order needs.
 * @type {(tree: Tree, places: Places) => number}
 */
function cost(tree, places) {
  const costs = tree.couples.map(({ partners, children }, number) => {
    const middle = middleOf(tree, number, places);
    const ends = partners.map((person) => places[person]);
    const disorder = pairwise(children).filter(([a, b]) => places[a] > places[b]).length;
    return (
      sum(children.map((child) => Math.abs(places[child] - middle))) +
      2 * (Math.max(...ends) - Math.min(...ends)) +
      DISORDER * disorder
    );
  });
  return sum(costs);
}

/**
 * Returns where everybody stands: in this order, far enough apart, and near their own.
 * @type {(tree: Tree, rows: Row[]) => Places}
 */
function placesOf(tree, rows) {
  const order = rows.map((row) => row.flat());
  const apart = rows.map((row) => distances(tree, row));
  /** @type {Places} */
  const places = [];
  for (const [n, people] of order.entries()) {
    const start = spread(
      people.map(() => ({ place: 0, weight: 1 })),
      apart[n],
    );
    for (const [k, person] of people.entries()) places[person] = start[k];
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    const down = sweep % 2 === 0;
    for (let step = 0; step < tree.depth; step += 1) {
      const n = down ? step : tree.depth - 1 - step;
      const ideals = order[n].map((person) => wantedPlace(tree, person, places, down));
      const spots = spread(ideals, apart[n]);
      for (const [k, person] of order[n].entries()) places[person] = spots[k];
    }
  }
  const left = Math.min(...places) - HALF - OUTLINE - MARGIN;
  return places.map((x) => x - left);
}

/**
 * Returns where somebody would stand best, so that parents stand over the middle of their
 * children, and how much that matters.
 * @type {(tree: Tree, person: number, places: Places, down: boolean) =>
 *   {place: number, weight: number}}
 */
function wantedPlace(tree, person, places, down) {
  const { couples, parents, partnerships } = tree;
  const x = places[person];
  const toParents = (/** @type {number} */ couple) =>
    middleOf(tree, couple, places) - middleOfChildren(tree, couple, places);
  let pulls = down
    ? parents[person].map((couple) => x + toParents(couple))
    : partnerships[person]
        .filter((couple) => couples[couple].children.length)
        .map((couple) => x - toParents(couple));
  if (!pulls.length) {
    const partners = partnerships[person].flatMap((couple) => couples[couple].partners);
    pulls = partners.filter((partner) => partner !== person).map((partner) => places[partner]);
  }
  return pulls.length ? { place: mean(pulls), weight: 1 } : { place: x, weight: LOOSE };
}

/**
 * Returns how far each in a row stands from the one before.
 * @type {(tree: Tree, row: Row) => number[]}
 */
function distances({ labels }, row) {
  const first = new Set(row.map(([person]) => person));
  return pairwise(row.flat()).map(([before, person]) => {
    const width = HALF + GAP + labels[before].width + GUTTER + OUTLINE + HALF;
    return first.has(person) ? width + BETWEEN_COUPLES : Math.max(width, PARTNERS);
  });
}

/**
 * Returns places as near as can be to those wanted, in order and far enough apart: neighbours
 * that would come too near move together, as one pool around the mean of what they want.
 * @type {(wanted: {place: number, weight: number}[], apart: number[]) => number[]}
 */
function spread(ideals, apart) {
  const shift = [0];
  for (const distance of apart) shift.push(shift[shift.length - 1] + distance);
  /** @type {{place: number, weight: number, size: number}[]} */
  const pools = [];
  for (const [n, { place: want, weight: own }] of ideals.entries()) {
    let [place, weight, size] = [want - shift[n], own, 1];
    while (pools.length && pools[pools.length - 1].place >= place) {
      const last = /** @type {typeof pools[number]} */ (pools.pop());
      place = (last.place * last.weight + place * weight) / (last.weight + weight);
      weight += last.weight;
      size += last.size;
    }
    pools.push({ place, weight, size });
  }
  return pools
    .flatMap(({ place, size }) => Array.from({ length: size }, () => Math.floor(place + 0.5)))
    .map((place, n) => place + shift[n]);
}
