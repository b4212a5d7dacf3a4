/** To replace more so that it can be undone takes a browser half a minute. */
const MOST_UNDONE = 20_000;

/** The field in which a family is written, with its line numbers. */
export class Field {
  /**
   * @param {HTMLTextAreaElement} area
   * @param {HTMLElement} numbers
   */
  constructor(area, numbers) {
    this.area = area;
    this.numbers = numbers;
    area.addEventListener("scroll", () => this.follow());
  }

  get text() {
    return this.area.value;
  }

  get lines() {
    return this.text.split("\n");
  }

  /** Numbers the lines. */
  number() {
    this.numbers.textContent = this.lines.map((_, n) => n + 1).join("\n");
    this.follow();
  }

  follow() {
    this.numbers.scrollTop = this.area.scrollTop;
  }

  /**
   * Chooses a part of the text and brings it into sight.
   * @type {(start: number, end: number) => void}
   */
  select(start, end) {
    const { area } = this;
    area.focus();
    area.setSelectionRange(start, end);
    const line = this.text.slice(0, start).split("\n").length;
    area.scrollTop = Math.max(0, ((line - 4) * area.scrollHeight) / this.lines.length);
    area.scrollLeft = 0;
    this.follow();
  }

  /**
   * Chooses the word at a line and column, both counted from 1.
   * @type {(line: number, column: number) => void}
   */
  goTo(line, column) {
    const before = this.lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
    const text = this.lines[line - 1] ?? "";
    // Columns count characters, the field counts units of which a character may be two.
    const start = [...text].slice(0, column - 1).join("").length;
    const word = /^[^\s,:[\]{}]*/.exec(text.slice(start))?.[0] ?? "";
    this.select(before + start, before + start + word.length);
  }

  /**
   * Puts text into the field as if it were typed, so that it can be undone.
   * @type {(start: number, end: number, text: string) => void}
   */
  type(start, end, text) {
    const { area } = this;
    if (end - start > MOST_UNDONE) {
      area.value = this.text.slice(0, start) + text + this.text.slice(end);
      return;
    }
    area.focus();
    area.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, start, end, "end");
    }
  }

  /** Copies the whole text; says whether it could. */
  async copy() {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(this.text).then(
        () => true,
        () => false,
      );
    }
    const { selectionStart, selectionEnd } = this.area;
    const from = document.activeElement;
    this.area.select();
    const isCopied = document.execCommand("copy");
    this.area.setSelectionRange(selectionStart, selectionEnd);
    if (from instanceof HTMLElement) from.focus();
    return isCopied;
  }
}
