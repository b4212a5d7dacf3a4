/** Files that a reader takes away. */

/**
 * Gives the reader a file.
 * @param {string} name
 * @param {Blob | string} content
 * @param {string} type
 */
export function save(name, content, type) {
  const blob = new Blob([content], { type });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Rows as the text of a CSV file, as `exports/spreadsheet.py` writes them: Excel reads UTF-8 only
 * after a byte order mark, and must not run a text as a formula.
 * @param {(string | number)[][]} rows
 */
export function csv(rows) {
  const lines = rows.map((row) => `${row.map(quoted).join(",")}\r\n`);
  return `\ufeff${lines.join("")}`;
}

/** @param {string | number} cell */
function quoted(cell) {
  const text = typeof cell === "string" && /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
