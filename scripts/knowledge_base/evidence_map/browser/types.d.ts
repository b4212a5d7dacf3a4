/** What the map is handed by `evidence_map/data.py`, and what its engine makes of it. */

import type { Wording } from "#shared/sentences.js";

/** An id and its label. */
export type Term = [id: string, label: string];
export type Outcome = [id: string, label: string, level: number];
export type Condition = Record<string, (string | boolean)[]>;
/** The first row whose condition is met decides. */
export type Table = [when: Condition, result: string][];
export type Facts = Record<string, string | boolean>;

/** The published records, a column a field; vocabularies' words are named by their position. */
interface RecordColumns {
  id: string[];
  component: number[];
  kind: number[];
  direction: number[];
  study_type: number[];
  setting: number[];
  how_read: number[];
  nearness: number[];
  /** The verdict; -1 where there is none. */
  source_check: number[];
  standing: number[];
  source: number[];
  /** -1 for none, here and below. */
  cited_through: number[];
  study: number[];
  factor: number[];
  outcomes: number[][];
  level: number[][];
  countries: number[][];
  /** What holds of a record or not, a digit a record. */
  finding: string;
  direct: string;
  found: string;
  onOutcomes: string;
  onFactor: string;
  absence: string;
  wasRead: string;
  readInPart: string;
  apart: string;
}

/** What is read of the records, a column a field. */
export interface Texts {
  claim: string[];
  note: string[];
  sample: string[];
  source_check_sentence: string[];
}

export interface Style {
  basis: Record<string, [glyph: string, filled: number, dashes: number[], colour: string]>;
  steps: Record<string, [dashes: string, colour: string]>;
  direction: Record<string, string>;
  /** The dots of the picture, as evidence_map/picture.py has them. */
  dot: {
    steps: Record<string, string>;
    oneStudy: number;
    least: number;
    rings: number[];
    noStudy: string;
  };
  colours: Record<string, string>;
}

/** What the map says, with the setting of the model in its place. */
interface MapWording extends Wording {
  standings: Record<string, { label: string; meaning: string }>;
  verdicts: Record<string, string>;
  our_reading: string;
}

export interface MapData {
  edition: string;
  /** What the book is called. */
  title: string;
  /** How sentences name the setting of the model. */
  home: string;
  limits: string;
  facets: { name: string; label: string; vocabulary: string; formerly: string[] }[];
  vocabularies: Record<string, Term[]>;
  shorts: string[];
  outcomes: Outcome[];
  basisOfKind: number[];
  placeless: string[];
  /** Ids of words that the engine must know. */
  description: string;
  comparison: string;
  unclear: string;
  bearing: Record<string, string>;
  sources: [label: string, year: number | null, url: string][];
  studies: [id: string, name: string, isReview: number][];
  records: RecordColumns;
  gaps: [id: string, question: string, components: number[], outcomes: number[]][];
  wording: MapWording;
  empty: string[][];
  directness: Table;
  standing: Table;
  verdict: Table;
  profile: {
    wording: Wording;
    rules: [slot: string, when: Condition, say: string][];
  };
  arrows: [
    start: string,
    end: string,
    records: number[],
    assumptions: string[],
    asDescribed: number,
  ][];
  style: Style;
}

type Mark =
  | "finding"
  | "direct"
  | "found"
  | "onOutcomes"
  | "onFactor"
  | "absence"
  | "wasRead"
  | "readInPart"
  | "apart";

/** The records as the engine counts them. */
export interface Records extends Omit<RecordColumns, Mark>, Record<Mark, Uint8Array> {
  basis: number[];
  year: number[];
  /** Whether the study behind a record is a review. */
  review: Uint8Array;
}

/** A facet's words, and each record's among them: `values` from `starts[i]` to `starts[i + 1]`. */
export interface Facet {
  name: string;
  label: string;
  /** Names that links had for it, which still work. */
  formerly: string[];
  ids: string[];
  labels: string[];
  starts: Int32Array;
  values: Int32Array;
}

/** The ids of what nodes of the graph stand for. */
export type Ids = Record<"component" | "outcome" | "factor", string[]>;

/** What all parts of the engine stand on. */
export interface Base {
  data: MapData;
  records: Records;
  facets: Record<string, Facet>;
  ids: Ids;
  /** The position of every record. */
  all: number[];
  /** What is read of the records; null until it has come. */
  texts: Texts | null;
  /** The texts that words are looked for in, as they are compared; filled when first wanted. */
  normalised: string[];
  /** All records in an order, once asked for. */
  orders: Map<string, number[]>;
}

/** All that a reader has chosen. */
export interface State {
  view: string;
  from: number | null;
  to: number | null;
  words: string;
  sort: string;
  /** By what the list is grouped. */
  group: string;
  /** The order of rows, if not the vocabulary's. */
  rows: string;
  factors: boolean;
  filledOnly: boolean;
  open: string;
  path: string;
  /** The ids that are ticked, by facet. */
  ticks: Record<string, string[]>;
}

export interface Result {
  indexes: number[];
  counts: Record<string, Int32Array>;
  claims: number;
  studies: number;
  reviews: number;
}

/** What records amount to, as `Tally` in views/selection.py. */
export interface Tally {
  indexes: number[];
  claims: number;
  studies: number;
  reviews: number;
  /** Studies and reviews that were read, as a whole or no more than in part. */
  read: number;
  readInPart: number;
  studiesRead: number;
  studiesReadInPart: number;
  studiesDirect: number;
  bases: string[];
  directions: string[];
  settings: string[];
  directness: string;
  hasFinding: boolean;
  hasDirectFinding: boolean;
}

export interface Cell {
  component: number;
  outcome: number;
  tally: Tally;
  whole: Tally;
  /** What fills no cell: claims on something else than the component. */
  apart: Tally;
  emptiness: string;
  standing: string;
}

export interface Line {
  id: string;
  kind: "evidence" | "implementation";
  component: number;
  factor?: number;
  tally: Tally;
}

export interface Arrow {
  indexes: number[];
  assumptions: string[];
  asDescribed: boolean;
}

export interface Step {
  start: string;
  end: string;
  tally: Tally;
  arrow: Arrow | null;
}

export interface Path {
  first: Step;
  second: Step;
  middle: string;
  threads: number[];
  verdict: string;
  sharesSetting: boolean;
}
