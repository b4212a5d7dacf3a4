/** The questions of the form: answers, rows, whether they are asked, and what is wrong with them. */

import { find, write } from "#shared/elements.js";

/** @import { Finding, Trail } from "./types" */

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input
 * @typedef {Record<string, any>} Values
 * @typedef {(field: HTMLElement) => boolean} Test
 */

/** @type {(values: any, path: string) => any} */
const valueAt = (values, path) => path.split(".").reduce((part, step) => part?.[step], values);

/** @type {(values: any, path: string, value: any) => void} */
function setAt(values, path, value) {
  const [step, ...rest] = path.split(".");
  if (!rest.length) {
    if (value === undefined) delete values[step];
    else values[step] = value;
    return;
  }
  const inner = values[step];
  if (value === undefined && !inner) return;
  values[step] = Array.isArray(inner) ? [...inner] : { ...inner };
  setAt(values[step], rest.join("."), value);
  // A row that says nothing is still a row.
  if (!Object.keys(values[step]).length && !Array.isArray(values)) delete values[step];
}

/** @param {HTMLElement} field */
const isRows = ({ dataset }) => dataset.rows !== undefined;

/** @type {(field: HTMLElement) => Input[]} */
const inputsOf = (field) =>
  isRows(field) ? [] : /** @type {any} */ ([...field.querySelectorAll("input, select, textarea")]);

/** @param {Input} input */
const isTicked = (input) => input instanceof HTMLInputElement && input.checked;

/** @param {HTMLElement} field */
const rowsOf = (field) => [...field.querySelectorAll(":scope > fieldset")];

/**
 * What was answered; undefined where nothing was.
 * @param {HTMLElement} field
 * @returns {any}
 */
function answerOf(field) {
  const inputs = inputsOf(field);
  const { several, type } = field.dataset;
  if (isRows(field)) return rowsOf(field).length ? rowsOf(field).map(() => ({})) : undefined;
  if (inputs[0].type === "checkbox") {
    const ticked = inputs.filter(isTicked).map(({ value }) => value);
    if (type === "boolean") return ticked.length ? true : undefined;
    return ticked.length ? ticked : undefined;
  }
  const text = inputs[0].value.trim();
  if (!text) return undefined;
  // The word of the data, as a person would type it.
  if (/^not reported$/i.test(text)) return "not_reported";
  if (type === "number") return Number.isNaN(Number(text)) ? text : Number(text);
  if (several === undefined) return text;
  const parts = text.split(/[,;]/).map((part) => part.trim());
  return parts.filter(Boolean);
}

/** @type {(field: HTMLElement, value: any) => void} */
function setAnswer(field, value) {
  if (isRows(field)) makeRows(field, value?.length ?? 0);
  for (const input of inputsOf(field)) {
    if (input instanceof HTMLInputElement && input.type === "checkbox") {
      input.checked = Array.isArray(value) ? value.includes(input.value) : value === true;
    } else input.value = Array.isArray(value) ? value.join(", ") : String(value ?? "");
  }
}

/** @type {(field: HTMLElement, count: number) => void} */
function makeRows(field, count) {
  for (const row of rowsOf(field)) row.remove();
  const template = find(HTMLTemplateElement, "template", field);
  for (let position = 0; position < count; position += 1) {
    const row = /** @type {Element} */ (template.content.firstElementChild?.cloneNode(true));
    for (const node of row.querySelectorAll("*")) {
      for (const attribute of node.attributes) {
        attribute.value = attribute.value.replaceAll("*", String(position));
      }
    }
    find(HTMLElement, "legend > span", row).textContent = String(position + 1);
    template.before(row);
  }
}

export class Controls {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
  }

  /** @returns {HTMLElement[]} */
  get fields() {
    return /** @type {any} */ ([...this.form.querySelectorAll("[data-name]")]);
  }

  get names() {
    return this.fields.map(({ dataset }) => dataset.name ?? "");
  }

  get task() {
    return find(HTMLInputElement, "[name=task]:checked", this.form).value;
  }

  /** @param {string} name */
  field(name) {
    return this.fields.find(({ dataset }) => dataset.name === name);
  }

  /** @param {Element} target */
  nameOf(target) {
    return target.closest("[data-name]")?.getAttribute("data-name") ?? "";
  }

  /** @param {string} name */
  idOf(name) {
    const field = this.field(name);
    return (field && inputsOf(field)[0]?.id) || field?.id || "add-form";
  }

  /** @param {string} name */
  labelOf(name) {
    const field = this.field(name);
    const label = field?.querySelector(":scope > label, :scope > legend")?.textContent ?? "";
    const row = field?.closest("[data-rows] > fieldset")?.querySelector("legend")?.textContent;
    return row ? `${row.trim()}, ${label.toLowerCase()}` : label.trim();
  }

  /** @param {string} name */
  isShown(name) {
    return !this.field(name)?.closest("[hidden]");
  }

  /** @returns {Values} */
  answers() {
    const pairs = this.fields.map((field) => [field.dataset.name, answerOf(field)]);
    return Object.fromEntries(pairs.filter(([, answer]) => answer !== undefined));
  }

  /**
   * Puts a task and its answers into the form.
   * @type {(task: string, answers: Values | undefined) => void}
   */
  restore(task, answers = {}) {
    const choice = this.form.querySelector(`[name=task][value="${CSS.escape(task)}"]`);
    if (choice instanceof HTMLInputElement) choice.checked = true;
    this.put(
      this.form,
      () => true,
      ({ dataset }) => answers[dataset.name ?? ""],
    );
  }

  /**
   * Puts what a file says into the form.
   * @type {(file: string, values: Values, root?: Element) => void}
   */
  show(file, values, root = this.form) {
    const isOfFile = (/** @type {HTMLElement} */ { dataset }) => dataset.file === file;
    this.put(root, isOfFile, ({ dataset }) => valueAt(values, dataset.path ?? ""));
  }

  /**
   * Rows come before what stands in them; what holds an answer is open.
   * @type {(root: Element, isMeant: Test, valueOf: (field: HTMLElement) => any) => void}
   */
  put(root, isMeant, valueOf) {
    const among = (/** @type {boolean} */ areRows) =>
      this.fields.filter((one) => root.contains(one) && isMeant(one) && isRows(one) === areRows);
    for (const field of among(true)) if (field !== root) setAnswer(field, valueOf(field));
    for (const field of among(false)) setAnswer(field, valueOf(field));
    for (const details of this.form.querySelectorAll("details")) {
      const inside = this.fields.filter((field) => details.contains(field));
      if (inside.some((field) => answerOf(field) !== undefined)) details.open = true;
    }
  }

  /**
   * Adds a row, or takes one away.
   * @param {HTMLElement} button
   */
  changeRows(button) {
    const field = /** @type {HTMLElement} */ (button.closest("[data-rows]"));
    const { file = "", path = "" } = field.dataset;
    const rows = this.collected(file, {}, () => true)[path] ?? [];
    const gone = rowsOf(field).findIndex((row) => row.contains(button));
    if (gone < 0) rows.push({});
    else rows.splice(gone, 1);
    makeRows(field, rows.length);
    this.show(file, { [path]: rows }, field);
    const row = rowsOf(field).at(-1);
    const next = gone < 0 ? row?.querySelector("select, input") : null;
    const place = next ?? field.querySelector(":scope > button");
    if (place instanceof HTMLElement) place.focus();
  }

  /**
   * What a file says with the answers to some questions in it.
   * @type {(file: string, before: Values, isMeant: Test, isAsked?: Test) => Values}
   */
  collected(file, before, isMeant, isAsked = () => true) {
    const values = { ...before };
    for (const field of this.fields) {
      const { dataset } = field;
      if (dataset.file !== file || !isMeant(field)) continue;
      setAt(values, dataset.path ?? "", isAsked(field) ? answerOf(field) : undefined);
    }
    return values;
  }

  /**
   * Whether a question belongs to the task at hand.
   * @param {HTMLElement} field
   */
  isOfTask(field) {
    return !field.closest(`[data-tasks]:not([data-tasks~="${CSS.escape(this.task)}"])`);
  }

  /**
   * Shows the questions of the task that are asked.
   * @param {(name: string) => boolean} isAsked
   */
  ask(isAsked) {
    for (const section of this.form.querySelectorAll("[data-tasks]")) {
      const tasks = section.getAttribute("data-tasks")?.split(" ") ?? [];
      section.toggleAttribute("hidden", !tasks.includes(this.task));
    }
    for (const field of this.fields) {
      const { name = "", file } = field.dataset;
      if (file) field.hidden = !this.isOfTask(field) || !isAsked(name);
    }
  }

  /**
   * Marks the questions at which something is found, and no others.
   * @param {(Finding & {name: string})[]} findings
   */
  mark(findings) {
    for (const field of this.fields) {
      const here = findings.filter(({ name }) => name === field.dataset.name);
      const text = here.map(sentence).join(" ");
      const place = field.querySelector(":scope > .kb-error");
      if (place) write(place, text);
      for (const input of field.tagName === "FIELDSET" ? [] : inputsOf(field)) {
        input.ariaInvalid = text ? "true" : null;
      }
    }
  }

  /**
   * The question about what is at the end of a trail, or about the first thing in it.
   * @type {(file: string, trail: Trail) => string}
   */
  nameAt(file, trail) {
    const ofFile = this.fields.filter(({ dataset }) => dataset.file === file);
    const path = trail.join(".");
    const match =
      ofFile.find(({ dataset }) => dataset.path === path) ??
      ofFile.find(({ dataset }) => dataset.path?.startsWith(`${path}.`));
    if (match) return match.dataset.name ?? "";
    return trail.length ? this.nameAt(file, trail.slice(0, -1)) : (ofFile[0]?.dataset.name ?? "");
  }

  /** @param {string} name */
  focus(name) {
    const field = this.field(name);
    const place = field && (inputsOf(field)[0] ?? field.querySelector("button"));
    const details = place?.closest("details");
    if (details) details.open = true;
    place?.focus();
  }
}

/** @type {(finding: Finding) => string} */
export const sentence = ({ message, hint }) =>
  `${message.charAt(0).toUpperCase()}${message.slice(1)} ${hint}`.trim();
