/** What a cell may hold. */
export type Cell = string | number | null;

/** Tells spreadsheet programs that UTF-8 follows; without it they show Turkish letters as two signs each. */
export const byteOrderMark = "\uFEFF";

/**
 * One line as spreadsheet programs in Turkey and on the continent open it: semicolons between, since the comma is in their numbers.
 * What would be run as a formula is kept from it by an apostrophe in front.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(cellText).join(";")}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const text = /^\s*[=+\-@\t\r|%]/u.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n,]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
