/** Figures of a plan as text, as `wording/numbers.py` writes them. */

import { grouped } from "#shared/numbers.js";

/** @typedef {{ low: number, central: number, high: number }} Range */

/**
 * A number with commas and at most two decimals, halves rounded up.
 * @param {number} number
 */
export function short(number) {
  const hundredths = Math.floor(number * 100 + 0.5);
  const part = hundredths % 100;
  const whole = grouped((hundredths - part) / 100);
  const decimals = String(part + 100)
    .slice(1)
    .replace(/0+$/, "");
  return part ? `${whole}.${decimals}` : whole;
}

/**
 * A number without decimals, halves rounded up.
 * @param {number} number
 */
export const whole = (number) => short(Math.floor(number + 0.5));

/**
 * A result no finer than is sensible: whole from 100 up, else with one decimal.
 * @param {number} number
 */
export const figure = (number) =>
  number >= 100 ? whole(number) : short(Math.floor(number * 10 + 0.5) / 10);

/**
 * A range: `2 to 4 (central 3)`, or one number where there is only one.
 * @param {Range} figures
 * @param {(number: number) => string} [text]
 */
export function span(figures, text = short) {
  const [low, central, high] = [text(figures.low), text(figures.central), text(figures.high)];
  return low === central && central === high ? central : `${low} to ${high} (central ${central})`;
}

/**
 * Pounds without pence, halves rounded up.
 * @param {number} amount
 */
export const pounds = (amount) => `£${grouped(Math.floor(amount + 0.5))}`;

/**
 * Pounds, with the pence where there are any.
 * @param {number} amount
 */
export function price(amount) {
  const pence = Math.floor(amount * 100 + 0.5);
  const part = pence % 100;
  return part ? `${pounds((pence - part) / 100)}.${String(part + 100).slice(1)}` : pounds(amount);
}
