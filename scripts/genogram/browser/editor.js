import { save } from "#shared/files.js";
import { SMALL_FAMILY, WORDS } from "./data.js";
import { pictureOf, printDrawing } from "./downloads.js";
import { alone, drawingOf, inPage } from "./drawing.js";
import { newEntry, placeForEntry } from "./entries.js";
import { Field } from "./field.js";
import { readFamily } from "./reading.js";
import { counted, fill } from "./sentences.js";
import { familyInWords } from "./words.js";

/** @import { Section } from "./entries.js" */
/** @import { Family, Finding } from "./types" */

const DRAW_AFTER = 250;
const SPEAK_AFTER = 1200;

/** @type {(id: string) => HTMLElement} */
const part = (id) => /** @type {HTMLElement} */ (document.getElementById(`genogram-${id}`));

/**
 * The form in which a family is written, and the drawing that follows. All of it happens in this
 * window: nothing is sent, and nothing is kept.
 */
class Editor {
  form = part("editor");
  drawing = part("drawing");
  words = part("words");
  status = part("status");
  mistakes = part("mistakes");
  field = new Field(/** @type {HTMLTextAreaElement} */ (part("text")), part("numbers"));
  example = part("source").querySelector("pre")?.textContent ?? "";
  /** The text that is safe to leave: untouched, or taken away. */
  safe = this.example;
  /** @type {Family | null} */
  family = null;
  timer = 0;

  start() {
    this.field.area.value = this.example;
    this.family = readFamily(this.example).family;
    this.field.number();
    this.list([]);
    part("source").hidden = true;
    this.form.hidden = false;
    this.form.addEventListener("submit", (event) => event.preventDefault());
    this.form.addEventListener("click", ({ target }) => {
      const button = target instanceof Element && target.closest("button");
      if (button) this.press(button.dataset);
    });
    this.field.area.addEventListener("focus", () => this.share());
    this.field.area.addEventListener("input", () => this.drawSoon());
    window.addEventListener("beforeunload", (event) => {
      if (this.field.text !== this.safe && this.field.text.trim()) event.preventDefault();
    });
  }

  /** Draws the text, if it can be drawingOf, and lists what is wrong with it; returns the outcome. */
  draw() {
    const { family, findings } = readFamily(this.field.text);
    this.field.number();
    this.list(findings);
    this.drawing.classList.toggle("is-old", !family);
    this.field.area.setAttribute("aria-invalid", String(!family));
    if (!family) return counted(WORDS.editor.not_drawn, findings.length);
    this.family = family;
    const drawing = drawingOf(family);
    const { scrollLeft = 0, scrollTop = 0 } = this.drawing.firstElementChild ?? {};
    this.drawing.innerHTML = inPage(drawing);
    this.drawing.firstElementChild?.scrollTo(scrollLeft, scrollTop);
    this.words.innerHTML = familyInWords(family, drawing.layout.rows);
    return counted(WORDS.editor.drawn, family.persons.size);
  }

  drawNow() {
    clearTimeout(this.timer);
    this.speak(this.draw());
  }

  drawSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      const outcome = this.draw();
      // Said when the typing rests.
      this.timer = setTimeout(() => this.speak(outcome), SPEAK_AFTER - DRAW_AFTER);
    }, DRAW_AFTER);
  }

  /** @param {string} sentence Not said again if it is the same. */
  speak(sentence) {
    if (this.status.textContent !== sentence) this.status.textContent = sentence;
  }

  /** @param {Finding[]} findings */
  list(findings) {
    const items = findings.map(({ line, column, message }) => {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = fill(WORDS.findings.place, { line, column });
      button.addEventListener("click", () => this.field.goTo(line, column));
      const item = document.createElement("li");
      item.append(button, ` ${message.charAt(0).toUpperCase()}${message.slice(1)}`);
      return item;
    });
    this.mistakes.replaceChildren(...items);
    this.mistakes.hidden = !items.length;
  }

  /** From now on the drawing leaves room for the text, and stays in sight above it. */
  share() {
    const before = this.form.getBoundingClientRect().top;
    this.drawing.classList.add("is-shared");
    // What was pressed stays below the pointer, unless the drawing would lie over it.
    window.scrollBy(0, this.form.getBoundingClientRect().top - before);
    const { bottom } = this.drawing.getBoundingClientRect();
    const over = bottom - this.field.area.getBoundingClientRect().top;
    if (over > 0) window.scrollBy(0, -over);
  }

  /** @param {string} text */
  begin(text) {
    this.field.type(0, this.field.text.length, text);
    this.safe = text;
    this.field.select(0, 0);
    this.drawNow();
  }

  /** @param {Section} section */
  add(section) {
    // Whoever was typed a moment ago is known too.
    this.draw();
    const { field, family } = this;
    if (!family) return;
    const added = newEntry(section, family, field.text);
    if (!added) {
      this.add("persons");
      if (newEntry(section, this.family ?? family, field.text)) this.add(section);
      return;
    }
    const place = placeForEntry(section, field.lines);
    if (!place) {
      this.speak(fill(WORDS.editor.one_line, { section }));
      return;
    }
    const end = field.lines.slice(0, place.line + 1).join("\n").length;
    field.type(end, end, place.before + added.entry);
    const start = end + place.before.length + added.entry.lastIndexOf(added.chosen);
    field.select(start, start + added.chosen.length);
    this.drawNow();
  }

  /** @param {DOMStringMap} pressed What a button does, or adds. */
  press(pressed) {
    if (pressed.add) this.add(/** @type {Section} */ (pressed.add));
    if (pressed.do) void this.do(pressed.do);
  }

  /** @param {string} action */
  async do(action) {
    const svg = () => (this.family ? alone(drawingOf(this.family)) : "");
    switch (action) {
      case "example":
        return this.begin(this.example);
      case "small":
        return this.begin(SMALL_FAMILY.replace(/^year: .*$/m, `year: ${new Date().getFullYear()}`));
      case "svg":
        return save("genogram.svg", svg(), "image/svg+xml");
      case "png": {
        const picture = await pictureOf(svg());
        return picture && save("genogram.png", picture, "image/png");
      }
      case "yaml":
        this.safe = this.field.text;
        return save("family.yml", this.field.text, "text/plain;charset=utf-8");
      case "copy":
        return this.speak(
          (await this.field.copy()) ? WORDS.editor.copied : WORDS.editor.not_copied,
        );
      default:
        return printDrawing();
    }
  }
}

if (part("editor")) new Editor().start();
