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
  defaultsFor,
  encoded,
  inputsOf,
  unknownNames,
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
  choice = defaultsFor(this.data);
  facts = factsOf(pilotPlan(this.data.defaults));
  say = speaker(part("status"), 800);

  /** @param {string} key */
  sentence = (key) => say(this.data.wording, key, this.facts);

  /**
   * Brings the page up to date with the choice; returns how many entries keep it from that.
   * @param {Choice} choice
   * @param {Problem[]} [refused] What the address names and can't be chosen.
   * @param {string[]} [unknown] What it names that has no entry.
   */
  update(choice, refused = [], unknown = []) {
    this.choice = choice;
    const { data } = this;
    const inputs = inputsOf(data, choice);
    const problems = problemsOf(inputs, data);
    part("own").hidden = choice.course !== OWN_PRICE;
    mark(data, [...problems, ...refused], unknown);
    for (const name of ["csv", "link"]) {
      find(HTMLButtonElement, `#pilot-${name}`).disabled = problems.length > 0;
    }
    part("stale").hidden = !problems.length;
    part("stale").textContent = this.sentence("not_updated");
    if (!problems.length) {
      this.facts = factsOf(pilotPlan(inputs));
      writePanel(data, this.facts);
      writeTables(data, choice, this.facts);
      // A file's path would tell of nobody's plan but the reader's computer.
      const address = location.protocol === "file:" ? "" : location.href;
      part("address").textContent = address && say(data.wording, "this_plan", { address });
    }
    return problems.length;
  }

  /**
   * Takes over a choice. An entry that is still being typed is not called wrong.
   * @param {Choice} choice
   * @param {boolean} [isTyping]
   */
  change(choice, isTyping = false) {
    const { data } = this;
    const isWhole = !problemsOf(inputsOf(data, choice), data).length;
    if (isTyping && !isWhole && !isMarked()) return;
    if (isWhole) keepInAddress(encoded(data, choice));
    const problems = this.update(choice);
    const wrong = say(data.wording, "figures_to_change", { problems });
    this.say(problems ? wrong : this.sentence("updated"));
  }

  /** @param {Choice} choice */
  fillAndChange(choice) {
    fill(choice);
    this.change(choice);
  }

  /** Shows what the address names. */
  follow() {
    const address = choiceInAddress();
    const { choice, refused } = decoded(this.data, address);
    const message = say(this.data.wording, "refused");
    fill(choice);
    this.update(
      choice,
      refused.map(([name, text]) => [name, message, text]),
      unknownNames(this.data, address),
    );
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
  const { data } = page;
  part("csv").addEventListener("click", () => page.download());
  part("link").addEventListener("click", () => page.copyLink());
  part("reset").addEventListener("click", () => page.fillAndChange(defaultsFor(data)));
  form.addEventListener("submit", (event) => event.preventDefault());
  for (const kind of ["input", "change"]) {
    form.addEventListener(kind, () => {
      const choice = read();
      const { course } = choice;
      if (course === page.choice.course) page.change(choice, kind === "input");
      else page.fillAndChange(withCourse(data, { ...choice, course: page.choice.course }, course));
    });
  }
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
  page.follow();
}

const form = document.getElementById("pilot-form");
if (form) start(form);
