/**
 * The page Plan a pilot: makes the form work, writes plans into the page beside it and below,
 * keeps the choice in the address, and gives the results as CSV. Nothing leaves the reader's
 * machine.
 *
 * @import { Choice, PilotData, Problem } from "./types.js"
 */

import { choiceInAddress, keepInAddress, namesChoice } from "#shared/address.js";
import { find } from "#shared/elements.js";
import { csv, save } from "#shared/files.js";
import { say } from "#shared/sentences.js";
import { speaker } from "#shared/status.js";
import { pilotPlan, problemsOf } from "./arithmetic.js";
import {
  OWN_PRICE,
  decoded,
  encoded,
  firstChoice,
  offersFor,
  refusedIn,
  withCourse,
} from "./choice.js";
import { fill, go, isMarked, mark, read } from "./form.js";
import { writePanel } from "./panel.js";
import { factsOf } from "./rows.js";
import { spreadsheet } from "./spreadsheet.js";
import { writeTables } from "./tables.js";

/** @param {string} name */
const part = (name) => find(HTMLElement, `#pilot-${name}`);

/** The choice of the moment and the last plan that could be made of it. */
class PilotPage {
  /** @type {PilotData} */
  data = JSON.parse(part("data").textContent ?? "");
  choice = firstChoice(this.data);
  facts = factsOf(pilotPlan(firstChoice(this.data).inputs));
  say = speaker(part("status"), 800);

  /** @param {string} key */
  sentence = (key) => say(this.data.wording, key, this.facts);

  show() {
    writePanel(this.data, this.facts);
    writeTables(this.data, this.choice, this.facts);
    // A file's path would tell of nobody's plan but the reader's computer.
    if (location.protocol !== "file:") {
      const address = location.href;
      part("address").textContent = say(this.data.wording, "this_plan", { address });
    }
  }

  /**
   * Brings the page up to date with the choice; returns how many entries keep it from that.
   * @param {Problem[]} [refused] What the address names and can't be chosen.
   */
  update(refused = []) {
    const { data, choice } = this;
    part("own").hidden = choice.course !== OWN_PRICE;
    choice.inputs.offers = offersFor(data, choice);
    const problems = problemsOf(choice.inputs, data);
    mark(data, [...problems, ...refused]);
    part("stale").hidden = !problems.length;
    for (const name of ["csv", "link"]) {
      find(HTMLButtonElement, `#pilot-${name}`).disabled = problems.length > 0;
    }
    if (!problems.length) this.facts = factsOf(pilotPlan(structuredClone(choice.inputs)));
    part("stale").textContent = this.sentence("not_updated");
    if (!problems.length) this.show();
    return problems.length;
  }

  /**
   * Takes over a choice. An entry that is still being typed is not called wrong.
   * @param {Choice} choice
   * @param {boolean} [isTyping]
   */
  change(choice, isTyping = false) {
    this.choice = choice;
    choice.inputs.offers = offersFor(this.data, choice);
    if (isTyping && !isMarked() && problemsOf(choice.inputs, this.data).length) return;
    const problems = this.update();
    if (!problems) keepInAddress(encoded(this.data, choice));
    this.say(
      problems
        ? say(this.data.wording, "figures_to_change", { problems })
        : this.sentence("updated"),
    );
  }

  /** @param {Choice} choice */
  fillAndChange(choice) {
    fill(this.data, choice);
    this.change(choice);
  }

  /** The choice with what the form holds; the course stays as it was. */
  withFigures() {
    read(this.data, this.choice);
    return this.choice;
  }

  /** Shows what the address names. */
  follow() {
    const { data } = this;
    const given = choiceInAddress();
    this.choice = decoded(data, given);
    fill(data, this.choice, given);
    const message = say(data.wording, "refused");
    this.update(refusedIn(data, given).map(([name, text]) => [name, message, text]));
  }

  download() {
    const rows = spreadsheet(this.data, this.choice, this.facts, location.href);
    save("pilot-plan.csv", csv(rows), "text/csv");
  }

  async copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      this.say(this.data.wording.link_copied);
    } catch {
      this.say(this.data.wording.link_not_copied);
    }
  }
}

/** @param {HTMLElement} form */
function start(form) {
  const page = new PilotPage();
  const course = find(HTMLSelectElement, "#pilot-course");
  part("csv").addEventListener("click", () => page.download());
  part("link").addEventListener("click", () => page.copyLink());
  part("reset").addEventListener("click", () => page.fillAndChange(firstChoice(page.data)));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, (event) => {
      if (event.target !== course) page.change(page.withFigures(), kind === "input");
    });
  }
  course.addEventListener("change", () => {
    page.fillAndChange(withCourse(page.data, page.withFigures(), course.value));
  });
  // The address holds the plan, so links within the tool move the focus only.
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("[data-go]");
    if (!(link instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    go(link.hash.slice(1));
  });
  window.addEventListener("hashchange", () => {
    if (namesChoice()) page.follow();
  });
  form.hidden = false;
  part("no-script").hidden = true;
  page.follow();
}

const form = document.getElementById("pilot-form");
if (form) start(form);
