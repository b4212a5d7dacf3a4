/** The form on the page Add evidence: what is asked, found and handed over. Nothing is sent. */

import { element, find, write } from "#shared/elements.js";
import { save } from "#shared/files.js";
import { say } from "#shared/sentences.js";
import { findingsIn } from "./checking.js";
import { NEW, asFile, differences, newStudy, recordId } from "./contribution.js";
import { Controls } from "./controls.js";
import { isAsked } from "./demands.js";
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

/** @typedef {Finding & {name: string}} Found A finding with the name of the question it is about. */

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
   * What was entered for each task, and the record that it was begun from.
   * @type {Record<string, Record<string, any>>}
   */
  drafts = {};

  start() {
    for (const kind of ["source", "study", "record"]) {
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
    this.form.addEventListener("input", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "task") return;
      this.keep();
      this.show();
    });
    this.form.addEventListener("focusout", ({ target }) => this.leave(target));
    this.form.addEventListener("change", ({ target }) => {
      if (target instanceof HTMLInputElement && target.name === "task") this.turn();
      else this.leave(target);
    });
    this.form.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (button && button.dataset.do === "clear") this.clear();
      if (button && button.dataset.do === "github") this.openOnGitHub();
    });
    void this.chooseRecord();
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
    this.controls.first?.focus();
  }

  /** @param {EventTarget | null} target */
  leave(target) {
    const name = target instanceof Element ? this.controls.nameOf(target) : "";
    if (!name) return;
    if (name === "record") void this.chooseRecord();
    this.left.add(name);
    this.show();
  }

  /** Fetches the record that is to be corrected, and puts it into the form. */
  async chooseRecord() {
    const { record: id } = this.controls.answers();
    const isNeeded = this.task === "correct" || this.task === "check";
    const known = rules.facts.record[id];
    if (!isNeeded || !known || this.record?.id === id) return this.show();
    write(this.status, words("loading"));
    const [, , component] = known.path.split("/");
    await new Promise((resolve) => {
      const src = `${this.root}about/assets/records-${component}.js`;
      document.head.append(element("script", { src, onload: resolve, onerror: resolve }));
    });
    const values = /** @type {any} */ (globalThis).evidenceFormRecords?.[id];
    if (!values) return undefined;
    this.record = { id, values };
    const draft = this.drafts[this.task] ?? {};
    if (draft.begun !== id) {
      this.controls.show(values);
      this.drafts[this.task] = { ...draft, begun: id };
    }
    write(this.status, "");
    return this.show();
  }

  /** Where the pages of the book begin. */
  get root() {
    return `${document.documentElement.dataset.content_root ?? ""}book/`;
  }

  /** @returns {Contribution} */
  contribution() {
    const answers = this.controls.answers();
    /** @type {Contribution} */
    const made = {
      task: this.task,
      by: answers.by ?? "",
      note: answers.note_to_reviewer ?? "",
      reference: this.task === "add" || this.task === "source" ? (answers.reference ?? "") : "",
      studies: {},
      records: {},
      changes: {},
    };
    if (this.task === "add") {
      const record = this.values({});
      if (!record.source && made.reference) record.source = NEW;
      const study = newStudy(rules, answers, record);
      if (study) {
        const [id, values] = study;
        made.studies[id] = values;
        record.study = id;
      }
      if (Object.keys(record).length) {
        const all = { ...record, added: today(), status: "draft" };
        made.records[recordId(rules, record)] = this.completed(all);
      }
    } else if (this.task !== "source" && this.record) {
      const { id, values } = this.record;
      const changes = differences(values, this.completed(this.values(values)));
      if (Object.keys(changes).length) made.changes[id] = changes;
    }
    return made;
  }

  /**
   * What a record says with the answers in it.
   * @param {Record<string, any>} before
   */
  values(before) {
    return this.controls.values(
      before,
      (name) => name.startsWith("source_check.") === (this.task === "check"),
      (name, now) => isAsked(rules, rules.asked_if[name], now),
    );
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
   * @returns {Found[]}
   */
  findings(made) {
    /** @type {Found[]} */
    const found = [];
    const note = (/** @type {string} */ name, /** @type {string} */ key) =>
      found.push({ name, trail: [], rule: "", message: words(key), hint: "" });
    if (made.task === "source" && !made.reference) note("reference", "reference_empty");
    if (made.task === "correct" || made.task === "check") {
      const known = rules.facts.record[this.controls.answers().record];
      if (!known) note("record", "no_record");
      else if (made.task === "check" && known.how_read !== "cited-through") {
        note("record", "not_cited");
      } else if (!Object.keys(made.changes).length) note("record", "unchanged");
    }
    const [studyId = ""] = Object.keys(made.studies);
    const withNew = this.rulesWith(made, studyId);
    for (const [id, values] of Object.entries(made.studies)) {
      found.push(...this.named(findingsIn(withNew, "study", id, values, today()), true));
    }
    for (const [id, values] of Object.entries(made.records)) {
      found.push(...this.named(findingsIn(withNew, "record", id, values, today()), false));
    }
    for (const [id, changes] of Object.entries(made.changes)) {
      const after = { ...this.record?.values, ...changes };
      for (const [name, value] of Object.entries(after)) if (value === null) delete after[name];
      found.push(...this.named(findingsIn(withNew, "record", id, after, today()), false));
    }
    return this.withoutConsequences(found);
  }

  /**
   * Without what is missing only because the question that decides about it has no answer yet.
   * @param {Found[]} found
   */
  withoutConsequences(found) {
    const names = new Set(found.map(({ name }) => name));
    const decides = (/** @type {string} */ name) => rules.asked_if[name]?.[0].split(":")[0] ?? name;
    return found.flatMap((one) => {
      if (this.controls.isShown(one.name)) return one;
      const name = decides(one.name);
      return names.has(name) ? [] : { ...one, name };
    });
  }

  /**
   * The rules, with what comes in the same contribution on file.
   * @type {(made: Contribution, studyId: string) => any}
   */
  rulesWith({ reference, studies }, studyId) {
    const source = reference ? { ...rules.facts.source, [NEW]: { is_report: false } } : null;
    const study = { ...rules.facts.study, ...(studyId ? { [studyId]: studies[studyId] } : {}) };
    const facts = { ...rules.facts, source: source ?? rules.facts.source, study };
    return { ...rules, facts };
  }

  /** @type {(findings: Finding[], isOfStudy: boolean) => Found[]} */
  named(findings, isOfStudy) {
    return findings.map((finding) => ({
      ...finding,
      name: this.controls.nameAt(finding.trail, isOfStudy ? rules.answers_of_study : {}),
    }));
  }

  /** Shows what is asked, what is found at the questions that were left, and the file. */
  show() {
    const made = this.contribution();
    const current = this.controls.all(this.record?.values ?? {});
    this.controls.ask(this.task, (name) => isAsked(rules, rules.asked_if[name], current));
    const found = this.findings(made);
    this.controls.mark(found.filter(({ name }) => this.left.has(name)));
    if (!this.problems.hidden) this.list(found);
    write(this.preview, asFile(made));
    const { label = "" } = rules.facts.record[this.controls.answers().record] ?? {};
    const shown = find(HTMLElement, "#add-claim-shown");
    write(shown, label);
    shown.hidden = !label;
    this.offerGitHub(made);
    return { made, found };
  }

  /** @param {Found[]} found */
  list(found) {
    write(find(HTMLElement, "#add-problems-title"), words("found", { count: found.length }));
    const items = found.map(({ name, message, hint }) => {
      const text = `${message.charAt(0).toUpperCase()}${message.slice(1)} ${hint}`.trim();
      const onclick = (/** @type {Event} */ event) => {
        event.preventDefault();
        this.controls.focus(name);
      };
      const link = element("a", { href: `#${this.controls.idOf(name)}`, onclick }, text);
      return element("li", {}, `${this.controls.labelOf(name)}: `, link);
    });
    find(HTMLElement, "ul", this.problems).replaceChildren(...items);
    this.problems.hidden = !found.length;
  }

  handOver() {
    for (const name of this.controls.names) this.left.add(name);
    const { made, found } = this.show();
    this.list(found);
    if (found.length) {
      write(this.status, words("found", { count: found.length }));
      this.problems.focus();
      return;
    }
    if (!this.isWorthSending(made)) {
      write(this.status, words("nothing"));
      return;
    }
    const [id = "reference"] = [...Object.keys(made.records), ...Object.keys(made.changes)];
    const name = `contribution-${id}.yml`;
    save(name, asFile(made), "application/yaml");
    write(this.status, words("downloaded", { name }));
  }

  /** @param {Contribution} made */
  isWorthSending({ reference, records, changes }) {
    return Boolean(reference || Object.keys(records).length || Object.keys(changes).length);
  }

  /**
   * The address of a new file on GitHub, where one small file is all; otherwise empty.
   * @param {Contribution} made
   */
  addressOnGitHub({ reference, studies, records }) {
    const project = document.querySelector(".kb-colophon")?.getAttribute("data-project") ?? "";
    const [record] = Object.entries(records);
    const isOneFile = record && !reference && !Object.keys(studies).length;
    if (!project.startsWith("https://github.com/") || !isOneFile) return "";
    const [id, values] = record;
    const filename = `evidence/records/${values.component}/${id}.yml`;
    const query = new URLSearchParams({ filename, value: yamlOf(values) });
    const address = `${project}/new/main?${query}`;
    return address.length <= LONGEST_ADDRESS ? address : "";
  }

  /** @param {Contribution} made */
  offerGitHub(made) {
    find(HTMLButtonElement, "[data-do=github]").hidden = !this.addressOnGitHub(made);
  }

  openOnGitHub() {
    const { made, found } = this.show();
    if (found.length) this.handOver();
    else location.assign(this.addressOnGitHub(made));
  }
}

if (document.getElementById("add-form")) new Form().start();
