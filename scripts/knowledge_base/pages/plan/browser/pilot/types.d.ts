/** What the page's script is handed by `pages/plan/pilot/form.py`, and makes of it. */

import type { Range } from "#shared/figures.js";
import type { Wording } from "#shared/sentences.js";

export interface Offer {
  amount: number;
  places: number;
  plus_vat: boolean;
  at_least?: boolean;
}

export interface Field {
  name: string;
  label: string;
  unit: string;
  least: number;
  most: number;
  whole: boolean;
}

export type Frequency = "weekly" | "fortnightly" | "monthly" | "quarterly";

interface Inputs {
  key_workers: number;
  teams: number;
  families: number;
  months: number;
  offers: Offer[];
  whole_groups: boolean;
  vat_percent: number;
  training_days: Range;
  contact_hours: number;
  independent_hours: number;
  group_size: number;
  frequency: Frequency;
  weeks_off: number;
  session_hours: Range;
  preparation_hours: number;
  clinicians_per_session: number;
  clinicians: Range;
  weekly_hours: Range;
  salary: Range;
  on_cost_percent: number;
  other_costs: number;
}

export interface Plan {
  inputs: Inputs;
  places: number;
  training_groups: Range;
  training_days: Range;
  contact_hours: number;
  independent_hours: number;
  groups: number;
  sessions_each: number;
  sessions: number;
  sessions_a_month: number;
  worker_hours_a_month: Range;
  supervision_hours: Range;
  worker_hours: Range;
  family_minutes: Range;
  clinician_hours_a_month: Range;
  clinician_hours: Range;
  clinician_share: Range;
  training_cost: Range;
  clinician_cost: Range;
  other_costs: Range;
  cost: Range;
}

/** A field's name, and what is wrong with its figure. */
export type Problem = [field: string, message: string];

export interface Course {
  label: string;
  offer: Offer;
  defaults: Partial<Inputs>;
}

/** `book/plan/pilot.wording.yml`, with what scripts reach into named. */
export interface PilotWording extends Wording {
  lines: Record<string, unknown>;
  ends: Record<"low" | "central" | "high", string>;
  inputs: Record<string, { label: string; unit: string }>;
  not_costed: string[];
  spreadsheet: { head: string[]; parts: Record<string, string> } & Wording;
  link_copied: string;
  link_not_copied: string;
  still_the_last_plan: string;
}

export interface PilotData {
  defaults: Inputs;
  courses: Record<string, Course>;
  fields: Field[];
  ranges: string[];
  sources: Record<string, string>;
  limits: string;
  mostPrice: number;
  wording: PilotWording;
}

/** What a reader has chosen: the course, a price of their own, and the figures. */
export interface Choice {
  course: string;
  own: Offer;
  inputs: Inputs;
}
