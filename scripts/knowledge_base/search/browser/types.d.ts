/** The index, as `knowledge_base/search` writes it, and what MiniSearch is used for. */

export interface SearchData {
  /** The kinds of things by id: one of them, and many. */
  kinds: Record<string, [one: string, many: string]>;
  /** Groups of words that mean the same. */
  alike: string[][];
  fields: string[];
  entries: string[][];
}

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
  terms: Set<string>;
  score: number;
  /** Whether it has all of the words. */
  all: boolean;
}

export type Query = string | { queries: Query[]; [option: string]: unknown };

declare global {
  /** MiniSearch, as published: of its types, what is used here. */
  class MiniSearch {
    constructor(options: object);
    addAll(entries: Entry[]): void;
    search(query: Query, options?: object): { id: number; score: number; terms: string[] }[];
  }
}
