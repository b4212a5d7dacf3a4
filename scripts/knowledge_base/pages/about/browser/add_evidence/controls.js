/** The questions of the form: their answers, whether they are asked, and what is found at them. */

import { find, write } from "#shared/elements.js";

/** @import { Trail } from "./types" */

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Input */

/** @type {(text: string) => string[]} */
const listed = (text) =>
  text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean);

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
  if (value === undefined && !(step in values)) return;
  values[step] = { ...values[step] };
  setAt(values[step], rest.join("."), value);
  if (!Object.keys(values[step]).length) delete values[step];
}

export class Controls {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
    /** @type {Map<string, HTMLElement>} */
    this.fields = new Map();
    for (const field of form.querySelectorAll("[data-name]")) {
      if (field instanceof HTMLElement) this.fields.set(field.dataset.name ?? "", field);
    }
  }

  get names() {
    return this.fields.keys();
  }

  get first() {
    return this.form.querySelector("input");
  }

  get task() {
    return find(HTMLInputElement, "[name=task]:checked", this.form).value;
  }

  /** @type {(name: string) => Input[]} */
  inputs(name) {
    const inputs = this.fields.get(name)?.querySelectorAll("input, select, textarea") ?? [];
    return /** @type {any} */ ([...inputs]);
  }

  /** @param {Element} target */
  nameOf(target) {
    return target.closest("[data-name]")?.getAttribute("data-name") ?? "";
  }

  /** @param {string} name */
  idOf(name) {
    return this.inputs(name)[0]?.id || this.fields.get(name)?.id || "add-form";
  }

  /** @param {string} name */
  labelOf(name) {
    return this.fields.get(name)?.querySelector("label, legend")?.textContent ?? "";
  }

  /** @param {string} name */
  isShown(name) {
    return !this.fields.get(name)?.hidden;
  }

  /**
   * What was answered; undefined where nothing was.
   * @param {string} name
   */
  answer(name) {
    const inputs = this.inputs(name);
    if (inputs[0]?.type === "checkbox") {
      const chosen = inputs.filter((input) => "checked" in input && input.checked);
      return chosen.length ? chosen.map(({ value }) => value) : undefined;
    }
    const text = (inputs[0]?.value ?? "").trim();
    if (!text) return undefined;
    return this.fields.get(name)?.hasAttribute("data-several") ? listed(text) : text;
  }

  /** @returns {Record<string, any>} */
  answers() {
    const pairs = [...this.names].map((name) => [name, this.answer(name)]);
    return { task: this.task, ...Object.fromEntries(pairs.filter(([, v]) => v !== undefined)) };
  }

  /** @type {(name: string, value: any) => void} */
  set(name, value) {
    for (const input of this.inputs(name)) {
      if (input instanceof HTMLInputElement && input.type === "checkbox") {
        input.checked = Array.isArray(value) && value.includes(input.value);
      } else input.value = Array.isArray(value) ? value.join(", ") : String(value ?? "");
    }
  }

  /**
   * Puts a task and its answers into the form.
   * @type {(task: string, answers: Record<string, any> | undefined) => void}
   */
  restore(task, answers = {}) {
    const choice = this.form.querySelector(`[name=task][value="${CSS.escape(task)}"]`);
    if (choice instanceof HTMLInputElement) choice.checked = true;
    for (const name of this.names) this.set(name, answers[name]);
  }

  /**
   * Puts what a file says into the form.
   * @param {Record<string, any>} values
   */
  show(values) {
    for (const [name, { dataset }] of this.fields) {
      if (dataset.path) this.set(name, valueAt(values, dataset.path));
    }
  }

  /**
   * What a file says with all answers in it, asked for or not.
   * @param {Record<string, any>} before
   */
  all(before) {
    const all = { ...before };
    for (const [name, { dataset }] of this.fields) {
      if (dataset.path) setAt(all, dataset.path, this.answer(name));
    }
    return all;
  }

  /**
   * What a file says with the answers to the questions of a task in it. What is not asked after the
   * other answers, it does not say.
   * @type {(before: Record<string, any>, isOfTask: (name: string) => boolean,
   *   isAsked: (name: string, values: Record<string, any>) => boolean) => Record<string, any>}
   */
  values(before, isOfTask, isAsked) {
    const all = this.all(before);
    const values = { ...before };
    for (const [name, { dataset }] of this.fields) {
      if (!dataset.path || !isOfTask(name)) continue;
      setAt(values, dataset.path, isAsked(name, all) ? this.answer(name) : undefined);
    }
    return values;
  }

  /**
   * Shows the questions of a task that are asked.
   * @type {(task: string, isAsked: (name: string) => boolean) => void}
   */
  ask(task, isAsked) {
    for (const section of this.form.querySelectorAll("[data-tasks]")) {
      const tasks = section.getAttribute("data-tasks")?.split(" ") ?? [];
      section.toggleAttribute("hidden", !tasks.includes(task));
    }
    for (const [name, field] of this.fields) {
      if (field.dataset.path || name.startsWith("study_")) field.hidden = !isAsked(name);
    }
    const study = this.form.querySelector("#add-new-study");
    study?.toggleAttribute("hidden", !isAsked("study"));
  }

  /**
   * Marks the questions at which something is found, and no others.
   * @param {{name: string, message: string, hint: string}[]} found
   */
  mark(found) {
    for (const [name, field] of this.fields) {
      const place = field.querySelector(".kb-error");
      const here = found.filter((finding) => finding.name === name);
      const text = here
        .map(({ message, hint }) => `${message.charAt(0).toUpperCase()}${message.slice(1)} ${hint}`)
        .join(" ");
      if (place instanceof HTMLElement) {
        write(place, text);
        place.hidden = !text;
      }
      const marked = field.tagName === "FIELDSET" ? [] : this.inputs(name);
      for (const input of marked) {
        if (text) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
      field.classList.toggle("kb-wrong", Boolean(text));
    }
  }

  /**
   * The question about what is at the end of a trail.
   * @type {(trail: Trail, others: Record<string, string>) => string}
   */
  nameAt(trail, others) {
    const path = trail.filter((step) => typeof step === "string").join(".");
    if (Object.hasOwn(others, path)) return others[path];
    for (const [name, { dataset }] of this.fields) {
      if (dataset.path === path) return name;
    }
    for (const [name, { dataset }] of this.fields) {
      if (dataset.path && path && dataset.path.startsWith(`${path}.`)) return name;
    }
    return path.includes(".") ? this.nameAt(trail.slice(0, -1), others) : "claim";
  }

  /** @param {string} name */
  focus(name) {
    const [input] = this.inputs(name);
    const details = input?.closest("details");
    if (details) details.open = true;
    input?.focus();
  }
}
