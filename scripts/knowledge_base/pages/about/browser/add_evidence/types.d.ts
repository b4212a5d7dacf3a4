/** The data that `contributing/form_rules.py` makes. */

export type Trail = (string | number)[];

export interface Shape {
  type: "text" | "day" | "choice" | "boolean" | "integer" | "number" | "list" | "object";
  /** The kind of thing that a text names. */
  ref?: string;
  /** Whether a text says something, less the blanks around it. */
  filled?: boolean;
  patterns?: [error: string, pattern: string][];
  values?: string[];
  minimum?: number;
  maximum?: number;
  below?: number;
  item?: Shape;
  least?: number;
  fields?: Record<string, Field>;
}

export interface Field extends Shape {
  required: boolean;
  /** Whether there is a word for what the source does not report. */
  reported: boolean;
}

export interface Explanation {
  rule: string;
  message: string;
  hint: string;
}

export interface Condition extends Array<any> {
  0: string;
  1: string;
  2: any;
}

export interface Demand {
  rule: string;
  when: Condition[];
  at: string;
  message: string;
  hint: string;
}

export interface Rules {
  shapes: Record<string, Shape>;
  facts: Record<string, Record<string, Record<string, any>>>;
  demands: Demand[];
  messages: any;
  limits: {
    close: number;
    longest_list: number;
    longest_id: number;
    marks: [string, string][];
    /** What the references of each kind begin with. */
    references: string[];
  };
}

export interface Finding {
  /** The paths of all answers that it is about, where there are several. */
  about?: string[];
  trail: Trail;
  rule: string;
  message: string;
  hint: string;
}
