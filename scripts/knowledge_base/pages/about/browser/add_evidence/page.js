/** The form on the page Add evidence: what is asked, found and handed over. Nothing is sent. */

import { element, find, write } from "#shared/elements.js";
import { save } from "#shared/files.js";
import { say } from "#shared/sentences.js";
import { findingsIn } from "./checking.js";
import {
  FROM_RECORD,
  NEW,
  asFile,
  differences,
  judgeOf,
  newStudy,
  recordId,
} from "./contribution.js";
import { Controls, sentence } from "./controls.js";
import { isAsked } from "./demands.js";
import { likeSource, likeStudy } from "./likeness.js";
import { yamlOf } from "./yaml.js";

/** @import { Contribution } from "./contribution.js" */
/** @import { Finding } from "./types" */

const rules = /** @type {any} */ (globalThis).evidenceForm;
const STORE = "kb-contribution";
const LONGEST_ADDRESS = 7000;

/** Today where the reader is. */
const today = () => new Date().toLocaleDateString("sv-SE");

/** @type {(key: string, facts?: Record<string, any>) => string} */
const words = (key, facts) => say(rules.wording, key, facts);

/**
 * When a question is asked; of a question in a row, with `*` for the row.
 * @type {(name: string) => import("./types").Condition | undefined}
 */
const condition = (name) => rules.asked_if[name.replace(/\.\d+\./, ".*.")];

/**
 * Fetches data that not every reader needs.
 * @type {(name: string) => Promise<unknown>}
 */
function fetched(name) {
  const root = document.documentElement.dataset.content_root ?? "";
  return new Promise((resolve) => {
    const src = `${root}book/about/assets/${name}.js`;
    document.head.append(element("script", { src, onload: resolve, onerror: resolve }));
  });
}

/** @typedef {Finding & {name: string}} NamedFinding A finding with the name of the question it is about. */

class Form {
  form = find(HTMLFormElement, "#add-form");
  status = find(HTMLElement, "#add-status");
  storage = find(HTMLElement, "#add-storage");
  problems = find(HTMLElement, "#add-problems");
  preview = find(HTMLElement, "#add-preview");
  controls = new Controls(this.form);
  /** The names of questions that were answered or left, of which findings are shown. */
  left = new Set();
  /**
   * The record on file that is corrected.
   * @type {Record<string, any> | null}
   */
  record = null;
  /**
   * Whether the titles of the sources have come; asked for once there is a reference.
   * @type {Promise<unknown> | undefined}
   */
  sources;
  /**
   * What was entered for each task, and the record that it was begun from.
   * @type {Record<string, Record<string, any>>}
   */
  drafts = {};

  start() {
    for (const kind of ["source", "study", "record", "person"]) {
      const options = Object.entries(rules.facts[kind]).map(([value, { label }]) =>
        element("option", { value }, label),
      );
      find(HTMLDataListElement, `#add-list-${kind}`).append(...options);
    }
    this.restore();
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.handOver();
    });
    // What is said at the question that is left would move the button away under the pointer.
    find(HTMLButtonElement, "[type=submit]", this.form).addEventListener("mousedown", (event) =>
      event.preventDefault(),
    );
    this.form.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "task") return;
      this.keep();
      this.show();
      void this.hint();
    });
    this.form.addEventListener("focusout", ({ target }) => this.leave(target));
    this.form.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "task") this.turn();
      else this.leave(target);
    });
    this.form.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (button && button.dataset.do === "clear") this.clear();
      if (button && button.dataset.do === "rows") {
        this.controls.changeRows(button);
        this.keep();
        this.show();
      }
    });
    void this.chooseRecord();
    void this.hint();
  }

  get task() {
    return this.controls.task;
  }

  /** What was kept, or what a link asks for. */
  restore() {
    let task = "add";
    try {
      ({ task = task, drafts: this.drafts = {} } = JSON.parse(localStorage.getItem(STORE) ?? "{}"));
      write(this.storage, words("saved"));
    } catch {
      write(this.storage, words("not_saved"));
    }
    const linked = new URLSearchParams(location.hash.slice(1));
    const record = linked.get("record");
    if (record) {
      task = linked.get("task") ?? "correct";
      this.drafts[task] = { ...this.drafts[task], record };
    }
    this.controls.restore(task, this.drafts[task]);
  }

  keep() {
    const { task } = this;
    this.drafts[task] = { ...this.controls.answers(), begun: this.drafts[task]?.begun };
    try {
      localStorage.setItem(STORE, JSON.stringify({ task, drafts: this.drafts }));
    } catch {
      write(this.storage, words("not_saved"));
    }
  }

  /** Turns to the task that was chosen, with what was entered for it. */
  turn() {
    const { task } = this;
    this.record = null;
    this.left.clear();
    this.problems.hidden = true;
    this.controls.restore(task, this.drafts[task]);
    void this.chooseRecord();
    void this.hint();
  }

  clear() {
    try {
      localStorage.removeItem(STORE);
    } catch {
      // Nothing was kept.
    }
    this.drafts = {};
    this.turn();
    write(this.status, words("cleared"));
    this.form.querySelector("input")?.focus();
  }

  /** @param {EventTarget | null} target */
  leave(target) {
    const name = target instanceof Element ? this.controls.nameOf(target) : "";
    if (!name) return;
    if (name === "record") void this.chooseRecord();
    this.left.add(name);
    this.show();
  }

  /** Says which document or study on file may be the one that is being added. */
  async hint() {
    const { reference = "", "study.name": name = "" } = this.controls.answers();
    if (reference && !this.sources) this.sources = fetched("sources-on-file");
    await this.sources;
    const { source, study } = rules.facts;
    const like = likeSource(reference, /** @type {any} */ (globalThis).evidenceFormSources ?? {});
    const id = likeStudy(name, study);
    const about = like && { ...like, label: source[like.key].label };
    const ofStudy = id ? words("like_study", { id, label: study[id].label }) : "";
    write(find(HTMLElement, "#add-reference-like"), about ? words("like_source", about) : "");
    write(find(HTMLElement, "#add-study-name-like"), ofStudy);
  }

  /** Fetches the record that is to be corrected, and puts it into the form. */
  async chooseRecord() {
    const { record: id } = this.controls.answers();
    const isNeeded = this.task === "correct" || this.task === "check";
    const entry = rules.facts.record[id];
    if (!isNeeded || !entry || this.record?.id === id) return this.show();
    write(this.status, words("loading"));
    const [, , component] = entry.path.split("/");
    await fetched(`records-${component}`);
    const values = /** @type {any} */ (globalThis).evidenceFormRecords?.[id];
    if (!values) return undefined;
    this.record = { id, values };
    const draft = this.drafts[this.task] ?? {};
    if (draft.begun !== id) {
      this.controls.show("record", values);
      this.drafts[this.task] = { ...draft, begun: id };
    }
    write(this.status, "");
    return this.show();
  }

  /**
   * The answers of the task that a file says, put into what it says already.
   * @type {(file: string, before: Record<string, any>) => Record<string, any>}
   */
  values(file, before) {
    const { controls } = this;
    const now = controls.collected("record", before, () => true);
    return controls.collected(
      file,
      before,
      (field) => controls.isOfTask(field),
      ({ dataset }) => this.isAsked(dataset.name ?? "", now),
    );
  }

  /** @type {(name: string, now: Record<string, any>) => boolean} */
  isAsked(name, now) {
    if (this.task === "study") return true; // there is no record whose answers could decide
    const [, position = 0] = /\.(\d+)\./.exec(name) ?? [];
    return isAsked(rules, condition(name), now, Number(position));
  }

  /** @returns {Contribution} */
  contribution() {
    const { task } = this;
    const answers = this.controls.answers();
    const isNew = ["add", "source", "study"].includes(task);
    /** @type {Contribution} */
    const made = {
      task,
      by: answers.by ?? "",
      note: answers.note_to_reviewer ?? "",
      reference: isNew ? (answers.reference ?? "") : "",
      people: {},
      studies: {},
      records: {},
      changes: {},
    };
    const before = isNew ? {} : this.record?.values;
    const record = before && task !== "study" ? this.values("record", before) : {};
    if (isNew && !record.source && made.reference) record.source = NEW;
    const judged = judgeOf(rules, record.appraisal?.judge, this.values("person", {}));
    if (judged) {
      const [judge, values] = judged;
      if (values) made.people[judge] = values;
      record.appraisal = { ...record.appraisal, judge };
    }
    const study = newStudy(rules, this.values("study", {}), record);
    if (study) {
      const [id, values] = study;
      made.studies[id] = values;
      if (task === "add") record.study = id;
      else for (const one of answers.study_records ?? []) made.changes[one] = { study: id };
    }
    if (task === "add" && Object.keys(record).length) {
      const all = { ...record, added: today(), status: "draft" };
      made.records[recordId(rules, record)] = this.completed(all);
    } else if (this.record && before && !isNew) {
      const changes = differences(before, this.completed(record));
      if (Object.keys(changes).length) made.changes[this.record.id] = changes;
    }
    return made;
  }

  /**
   * A record with what follows from its answers, in the order of its fields.
   * @param {Record<string, any>} record
   */
  completed(record) {
    const isCited = record.how_read === "cited-through";
    /** @type {Record<string, any>} */
    const all = {
      direction: "not_applicable",
      ...(isCited ? { location: "not_reported" } : {}),
      ...record,
    };
    const names = Object.keys(rules.shapes.record.fields).filter((name) => name in all);
    return Object.fromEntries(names.map((name) => [name, all[name]]));
  }

  /**
   * Everything that is wrong with the contribution.
   * @param {Contribution} made
   * @returns {NamedFinding[]}
   */
  findings(made) {
    const { task, reference, people, studies, records, changes } = made;
    const answers = this.controls.answers();
    /** @type {NamedFinding[]} */
    const findings = [];
    const note = (/** @type {string} */ name, /** @type {string} */ key) =>
      findings.push({ name, trail: [], rule: "", message: words(key), hint: "" });
    if (task === "source" && !reference) note("reference", "reference_empty");
    const isKnown = rules.limits.references.some((/** @type {string} */ form) =>
      new RegExp(form, "m").test(reference),
    );
    if (reference && !isKnown) {
      const [message, hint] = rules.messages.unknown_kind;
      findings.push({ name: "reference", trail: [], rule: "", message, hint });
    }
    if (task === "study") {
      if (!Object.keys(studies).length) note("study.name", "study_empty");
      const missing = Object.keys(changes).find((id) => !Object.hasOwn(rules.facts.record, id));
      if (missing) note("study_records", "no_record");
      else if (!answers.study_records) note("study_records", "no_record_of_study");
    } else if (task === "correct" || task === "check") {
      const entry = rules.facts.record[answers.record];
      if (!entry) note("record", "no_record");
      else if (task === "check" && entry.how_read !== "cited-through") {
        note("record", "not_cited");
      } else if (!Object.keys(changes).length) note("record", "unchanged");
    }
    const all = this.rulesWith(made);
    const look = (/** @type {string} */ kind, /** @type {Record<string, any>} */ files) => {
      for (const [id, values] of Object.entries(files)) {
        for (const one of findingsIn(all, kind, id, values, today())) {
          const name = this.controls.nameAt(kind, one.trail);
          const also = one.about?.map((path) => this.controls.nameAt(kind, path.split(".")));
          findings.push(Object.assign(one, { name, about: also }));
        }
      }
    };
    look("person", people);
    look("study", studies);
    look("record", records);
    if (this.record && task !== "study") {
      const after = { ...this.record.values, ...changes[this.record.id] };
      for (const [name, value] of Object.entries(after)) if (value === null) delete after[name];
      if (Object.keys(changes).length) look("record", { [this.record.id]: after });
    }
    return this.withoutConsequences(findings);
  }

  /**
   * In the order of the questions, without what is missing only because the question that decides
   * about it has no answer yet, and without what a study only takes over from the record.
   * @param {NamedFinding[]} findings
   */
  withoutConsequences(findings) {
    const names = new Set(findings.map(({ name }) => name));
    const { names: order } = this.controls;
    const answers = this.controls.answers();
    const visible = findings.flatMap((one) => {
      const [file, part] = one.name.split(".");
      const follows = file === "study" ? (/** @type {any} */ (FROM_RECORD)[part] ?? part) : "";
      const isTakenOver = names.has(follows) && !(one.name in answers);
      if (this.controls.isShown(one.name) && !isTakenOver) return one;
      const name = follows || (condition(one.name)?.[0].split(":")[0] ?? one.name);
      return names.has(name) ? [] : { ...one, name };
    });
    return visible.toSorted((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  }

  /**
   * The rules, with what comes in the same contribution on file.
   * @param {Contribution} made
   */
  rulesWith({ reference, people, studies }) {
    const isThere = (/** @type {any} */ [id, { review }]) => [
      id,
      { ...studies[id], is_review: Boolean(review) },
    ];
    const { facts } = rules;
    return {
      ...rules,
      facts: {
        ...facts,
        source: { ...facts.source, ...(reference ? { [NEW]: { is_report: false } } : {}) },
        study: { ...facts.study, ...Object.fromEntries(Object.entries(studies).map(isThere)) },
        person: { ...facts.person, ...people },
      },
    };
  }

  /** Shows what is asked, what is found at the questions that were left, and the file. */
  show() {
    const made = this.contribution();
    const now = this.controls.collected("record", this.record?.values ?? {}, () => true);
    this.controls.ask((name) => this.isAsked(name, now));
    const findings = this.findings(made);
    const isLeft = (/** @type {string} */ name) =>
      this.left.has(name) || !this.controls.isShown(name);
    this.controls.mark(
      findings.filter(({ name, about = [] }) => this.left.has(name) && about.every(isLeft)),
    );
    if (!this.problems.hidden) this.list(findings);
    write(this.preview, asFile(made));
    const { label = "" } = rules.facts.record[this.controls.answers().record] ?? {};
    write(find(HTMLElement, "#add-claim-shown"), label);
    const address = findings.length ? "" : this.addressOnGitHub(made);
    const link = find(HTMLAnchorElement, "#add-github");
    link.href = address;
    link.hidden = !address;
    return { made, findings };
  }

  /** @param {NamedFinding[]} findings */
  list(findings) {
    write(find(HTMLElement, "#add-problems-title"), words("found", { count: findings.length }));
    const items = findings.map((one) => {
      const { name } = one;
      const onclick = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.controls.focus(name);
      };
      const link = element("a", { href: `#${this.controls.idOf(name)}`, onclick }, sentence(one));
      return element("li", {}, `${this.controls.labelOf(name)}: `, link);
    });
    find(HTMLElement, "ul", this.problems).replaceChildren(...items);
    this.problems.hidden = !findings.length;
  }

  handOver() {
    for (const name of this.controls.names) this.left.add(name);
    const { made, findings } = this.show();
    this.list(findings);
    if (findings.length) {
      write(this.status, words("found", { count: findings.length }));
      this.problems.focus();
      return;
    }
    const { reference, studies, records, changes } = made;
    const [id = reference && "reference"] = Object.keys({ ...records, ...studies, ...changes });
    if (!id) {
      write(this.status, words("nothing"));
      return;
    }
    const name = `contribution-${id}.yml`;
    save(name, asFile(made), "application/yaml");
    const contact = document.querySelector(".kb-colophon")?.getAttribute("data-contact") ?? "";
    write(this.status, words("downloaded", { name, contact, has_contact: Boolean(contact) }));
  }

  /**
   * The address of a new file on GitHub, where one small file is all; otherwise empty.
   * @param {Contribution} made
   */
  addressOnGitHub({ reference, people, studies, records }) {
    const project = document.querySelector(".kb-colophon")?.getAttribute("data-project") ?? "";
    const [record] = Object.entries(records);
    const isOneFile = record && !reference && !Object.keys({ ...people, ...studies }).length;
    if (!project.startsWith("https://github.com/") || !isOneFile) return "";
    const [id, values] = record;
    const filename = `evidence/records/${values.component}/${id}.yml`;
    const query = new URLSearchParams({ filename, value: yamlOf(values) });
    const address = `${project}/new/main?${query}`;
    return address.length <= LONGEST_ADDRESS ? address : "";
  }
}

if (document.getElementById("add-form")) new Form().start();
