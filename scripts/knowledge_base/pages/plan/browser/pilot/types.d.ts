/** What the page's script is handed by `pages/plan/pilot/form.py`, and makes of it. */

import type { Range } from "#shared/figures.js";
import type { Wording } from "#shared/sentences.js";
import type { pilotPlan } from "./arithmetic.js";

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
  course_months: number;
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
  reserve_percent: number;
  other_costs: number;
  advised_group_size: number;
  level: string;
  unstated: string[];
}

export type Plan = ReturnType<typeof pilotPlan>;

/** A field's name, what is wrong with it, and what it was to be where it can't show that. */
export type Problem = [field: string, message: string, refused?: string];

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
