const LONGEST_LIST = 250;

/**
 * Returns how many letters must be added, left out or replaced to make one word the other.
 * @type {(one: string, other: string) => number}
 */
function distance(one, other) {
  let row = Array.from({ length: other.length + 1 }, (_, n) => n);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const replaced = row[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[j] + 1, next[j - 1] + 1));
    }
    row = next;
  }
  return row[other.length];
}

/**
 * Returns the word that is most likely meant, if at least half of its letters are right.
 * @type {(word: string, choices: string[]) => string | null}
 */
export function nearestWord(word, choices) {
  let best = null;
  let least = Infinity;
  for (const choice of choices) {
    const limit = Math.max(word.length, choice.length) / 2;
    // Too different in length: spares a long text the comparison.
    if (Math.abs(word.length - choice.length) > limit) continue;
    const letters = distance(word.toLowerCase(), choice);
    if (letters > limit || letters >= least) continue;
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
