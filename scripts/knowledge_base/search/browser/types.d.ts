/** The data of the search, as `knowledge_base/search` writes it, and what is found in it. */

export interface SearchData {
  /** The kinds of things by id: one of them, and many. */
  kinds: Record<string, [one: string, many: string]>;
  /** Groups of words that mean the same. */
  alike: string[][];
  /** What readers write, and what this site writes. */
  spellings: Record<string, string>;
  /** What readers may ask for, and the numbers of the entries that answer it, the best first. */
  asked: Record<string, number[]>;
  entries: Row[];
}

/** An entry as the file has it. */
export type Row = [
  kind: string,
  title: string,
  address: string,
  about: string,
  text: string,
  names: string,
  also: string,
];

export interface Entry {
  id: number;
  kind: string;
  title: string;
  address: string;
  about: string;
  text: string;
  /** Names, separated by " | ". */
  names: string;
  also: string;
}

export interface Hit {
  entry: Entry;
  score: number;
  /** Whether it has all of the words. */
  all: boolean;
}

export interface Found {
  /** The best first. */
  hits: Hit[];
  /** Words that are nowhere, each with what was looked for instead. */
  slips: [word: string, meant: string][];
  /** What matches the words in a text as written. */
  pattern: RegExp;
}
