/** The shapes that the modules hand to one another. */

export interface Person {
  name: string;
  gender: "man" | "woman" | "non-binary" | "not known";
  born: number | null;
  died: number | null;
  deceased: boolean;
  age: number | null;
  pregnancy: "expected" | "miscarriage" | "stillbirth" | "termination" | null;
  note: string | null;
}

/** Two people and their children, or one parent and theirs. */
export interface Couple {
  partners: string[];
  status: "married" | "cohabiting" | "separated" | "divorced";
  since: number | null;
  until: number | null;
  children: string[];
  adopted: string[];
  fostered: string[];
  twins: string[][];
}

/** How two people get on. */
export interface Relationship {
  between: [string, string];
  kind: "close" | "fused" | "distant" | "conflict" | "cut-off" | "abuse";
  note: string | null;
}

export interface Family {
  title: string;
  year: number;
  /** The person that the drawing is about. */
  index: string;
  persons: Map<string, Person>;
  couples: Couple[];
  relationships: Relationship[];
  households: { members: string[]; name: string | null }[];
  notes: string[];
}

export type Tie = "biological" | "adopted" | "fostered";

/** Something that is wrong with a text: where, counted from 1, what, and what would be right. */
export interface Finding {
  line: number;
  column: number;
  message: string;
}

/** Reports what is wrong at an offset of the text. */
export type Report = (offset: number, message: string) => undefined;

/** A value that remembers its offset; undefined if it can't be used and a finding says so. */
export interface YamlNode {
  at: number;
  /** Where its key is. */
  keyAt: number;
  value: string | number | boolean | null | undefined | YamlNode[] | Map<string, YamlNode>;
}

/** A part of `family.schema.yml`: a JSON Schema of the few words that a family needs. */
export interface Rule {
  type: "object" | "array" | "string" | "integer" | "boolean";
  enum?: string[];
  synonyms?: Record<string, string>;
  pattern?: string;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  items?: Rule;
  minItems?: number;
  maxItems?: number;
  properties?: Record<string, Rule>;
  required?: string[];
  propertyNames?: Rule;
  additionalProperties?: Rule;
  minProperties?: number;
  maxProperties?: number;
  default?: unknown;
}

export type Point = [x: number, y: number];
export type Span = [from: number, to: number];
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** A family as its layout needs it: people are numbers, in the order of the text. */
export interface Tree {
  family: Family;
  ids: string[];
  /** The generation of each. */
  rowOf: number[];
  depth: number;
  /** What stands beside each symbol. */
  labels: { name: string[]; text: string[]; width: number }[];
  couples: { partners: number[]; children: number[]; twins: number[][]; ties: Tie[] }[];
  /** The couples that each is a child of. */
  parents: number[][];
  /** The couples that each is a partner in. */
  partnerships: number[][];
}

export interface PlacedPerson {
  id: string;
  /** The middle of the symbol. */
  x: number;
  top: number;
  middle: number;
  textX: number;
  name: string[];
  text: string[];
  /** What symbol and label take up. */
  box: Box;
}

/** The line between two partners: down from each, and across. */
export interface CoupleLine {
  couple: number;
  left: Point;
  right: Point;
  middle: number;
  y: number;
  label: string;
}

/** The lines from a couple down to its children. */
export interface Descent {
  couple: number;
  start: Point;
  y: number;
  left: number;
  right: number;
  children: { child: string; tie: Tie; start: Point; end: Point }[];
}

/** Where everything in a drawing is. */
export interface Layout {
  width: number;
  height: number;
  rows: string[][];
  persons: PlacedPerson[];
  couples: CoupleLine[];
  descents: Descent[];
  relationships: Point[][];
  outlines: { household: number; points: Point[]; label: Point }[];
}

export interface Drawing {
  family: Family;
  layout: Layout;
  width: number;
  height: number;
  /** What it shows, in a sentence. */
  about: string;
  /** Its elements. */
  parts: string;
}
