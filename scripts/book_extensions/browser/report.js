/** The report of a mistake at the foot of every page: filled in, copied, saved, or sent. */

import { find } from "#shared/elements.js";
import { save } from "#shared/files.js";

const LONGEST = 600;

/** Shows the report, with the text that was selected on the page last. */
export function report() {
  const place = document.querySelector("details.kb-report");
  if (!(place instanceof HTMLDetailsElement)) return;
  const field = find(HTMLTextAreaElement, "textarea", place);
  const edition = document.querySelector(".kb-edition")?.textContent ?? "";
  let quoted = "";
  let made = field.value;

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const chosen = selection?.toString().trim().replace(/\s+/g, " ").slice(0, LONGEST);
    const isOurs = selection?.anchorNode && place.contains(selection.anchorNode);
    if (chosen && !isOurs) quoted = chosen;
  });
  const fill = () => {
    if (field.value !== made) return;
    const [address] = location.href.split("#");
    const isOnline = location.protocol.startsWith("http");
    made = field.defaultValue
      .replace("{quoted}", () => quoted)
      .replace(/^.*\{address\}\n/m, (line) =>
        isOnline ? line.replace("{address}", () => address) : "",
      )
      .replace("{edition}", edition);
    field.value = made;
    // Whoever comes by Tab writes below the first question, not below the edition.
    const start = made.indexOf("\n") + 1;
    field.setSelectionRange(start, start);
    link();
  };
  const link = () => {
    const mail = place.querySelector("[data-mail]");
    if (mail instanceof HTMLAnchorElement) {
      const [start] = mail.href.split("&body=");
      mail.href = `${start}&body=${encodeURIComponent(field.value)}`;
    }
    const issue = place.querySelector("[data-issue]");
    if (!(issue instanceof HTMLAnchorElement)) return;
    const url = new URL(issue.href);
    url.searchParams.set("body", field.value);
    issue.href = url.href;
  };
  const copy = async () => {
    const isCopied = await copied(field);
    find(HTMLElement, "[data-copied]", place).hidden = !isCopied;
    find(HTMLElement, "[data-not-copied]", place).hidden = isCopied;
  };
  // At once where it is pressed: who types fast writes before it says that it is open.
  find(HTMLElement, "summary", place).addEventListener("click", fill);
  place.addEventListener("toggle", fill);
  field.addEventListener("input", link);
  find(HTMLButtonElement, "[data-copy]", place).addEventListener("click", () => void copy());
  const saving = find(HTMLButtonElement, "[data-save]", place);
  saving.addEventListener("click", () =>
    save(saving.dataset.save ?? "", field.value, "text/plain"),
  );
  place.hidden = false;
}

/**
 * Copies what a field holds; whether the browser let it.
 * @param {HTMLTextAreaElement} field
 */
const copied = (field) =>
  (navigator.clipboard?.writeText(field.value) ?? Promise.reject()).then(
    () => true,
    () => {
      // Only here: it takes the place in the order of Tab with it.
      field.select();
      return document.execCommand("copy");
    },
  );
