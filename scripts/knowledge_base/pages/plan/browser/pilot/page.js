/**
 * The page Plan a pilot: makes the form work, writes plans into the page's tables and chart,
 * keeps the choice in the address, and gives the results as CSV. Nothing leaves the reader's
 * machine.
 *
 * @import { Choice, PilotData, Plan, Problem } from "./types.js"
 */

import { choiceInAddress, keepInAddress, namesChoice } from "#shared/address.js";
import { find } from "#shared/elements.js";
import { csv, save } from "#shared/files.js";
import { say } from "#shared/sentences.js";
import { speaker } from "#shared/status.js";
import { pilotPlan, problemsOf } from "./arithmetic.js";
import { writeChart } from "./chart.js";
import { OWN_PRICE, decoded, encoded, firstChoice, offersFor, withCourse } from "./choice.js";
import { fill, mark, read } from "./form.js";
import { sayOf } from "./rows.js";
import { spreadsheet } from "./spreadsheet.js";
import { writeTables } from "./tables.js";

/** @param {string} name */
const part = (name) => find(HTMLElement, `#pilot-${name}`);

/** The choice of the moment and the last plan that could be made of it. */
class PilotPage {
  /** @type {PilotData} */
  data = JSON.parse(part("data").textContent ?? "");
  choice = firstChoice(this.data);
  say = speaker(part("status"), 400);
  /** @type {Plan | undefined} */
  plan;

  /** @param {Plan} plan */
  show(plan) {
    const place = find(HTMLElement, ".kb-pilot-summary");
    (place.querySelector("p") ?? place).textContent = sayOf(this.data, "summary", plan);
    const warning = sayOf(this.data, "warning", plan);
    part("warning").textContent = warning;
    part("warning").hidden = !warning;
    writeTables(this.data, this.choice, plan);
    writeChart(this.data, plan);
    // A file's path would tell of nobody's plan but the reader's computer.
    if (location.protocol !== "file:") {
      const address = location.href;
      part("address").textContent = say(this.data.wording, "this_plan", { address });
    }
  }

  /** Brings the page up to date with the choice; one that the reader has changed, the address. */
  update(isChanged = false) {
    const { data, choice } = this;
    part("own").hidden = choice.course !== OWN_PRICE;
    choice.inputs.offers = offersFor(data, choice);
    const problems = problemsOf(choice.inputs, data);
    mark(data, problems);
    part("stale").hidden = !problems.length;
    for (const name of ["csv", "link"]) {
      find(HTMLButtonElement, `#pilot-${name}`).disabled = problems.length > 0;
    }
    if (!problems.length) {
      if (isChanged) keepInAddress(encoded(data, choice));
      this.plan = pilotPlan(structuredClone(choice.inputs));
      this.show(this.plan);
    }
    return problems;
  }

  /**
   * What is said of a change by the reader.
   * @param {Problem[]} problems
   */
  spoken(problems) {
    if (problems.length || !this.plan) {
      return say(this.data.wording, "figures_to_change", { problems: problems.length });
    }
    return sayOf(this.data, "updated", this.plan);
  }

  /** @param {Choice} choice */
  change(choice) {
    this.choice = choice;
    this.say(this.spoken(this.update(true)));
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

  follow() {
    this.choice = decoded(this.data, choiceInAddress());
    fill(this.data, this.choice);
    this.update();
  }

  download() {
    if (!this.plan) return;
    const rows = spreadsheet(this.data, this.choice, this.plan, location.href);
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
  form.addEventListener("input", (event) => {
    if (event.target !== course) page.change(page.withFigures());
  });
  course.addEventListener("change", () => {
    page.fillAndChange(withCourse(page.data, page.withFigures(), course.value));
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
