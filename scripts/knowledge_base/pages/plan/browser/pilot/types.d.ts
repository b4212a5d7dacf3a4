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

type Figure =
  | "key_workers"
  | "teams"
  | "families"
  | "months"
  | "course_months"
  | "vat_percent"
  | "contact_hours"
  | "independent_hours"
  | "group_size"
  | "weeks_off"
  | "preparation_hours"
  | "clinicians_per_session"
  | "on_cost_percent"
  | "reserve_percent"
  | "other_costs"
  | "advised_group_size"
  | "least_study_hours"
  | "therapist_salary";
type Ranged = "training_days" | "session_hours" | "clinicians" | "weekly_hours" | "salary";
type Inputs = Record<Figure, number> & Record<Ranged, Range> & Chosen;

interface Chosen {
  offers: Offer[];
  whole_groups: boolean;
  frequency: Frequency;
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

/** The text of each control of the form, by its name. */
export type Choice = Record<string, string>;
