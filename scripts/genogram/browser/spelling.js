import { distance } from "#shared/spelling.js";

const LONGEST_LIST = 250;

/**
 * Returns the word that is most likely meant, if at least half of its letters are right.
 * @type {(word: string, choices: string[]) => string | null}
 */
export function nearestWord(word, choices) {
  let best = null;
  let least = Infinity;
  for (const choice of choices) {
    const most = Math.min(Math.max(word.length, choice.length) / 2, least - 1);
    const letters = distance(word.toLowerCase(), choice, most);
    if (letters > most) continue;
    best = choice;
    least = letters;
  }
  return best;
}

/**
 * Returns a hint: the word that is most likely meant, or all that there are.
 * @type {(word: string, choices: string[]) => string}
 */
export function didYouMean(word, choices) {
  const match = nearestWord(word, choices);
  if (match !== null) return `Did you mean '${match}'?`;
  const list = choices.toSorted().join(", ");
  if (list.length <= LONGEST_LIST) return `Known: ${list}.`;
  return `There are ${choices.length} known ones, none of them close to this.`;
}
