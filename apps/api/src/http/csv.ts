/** What a spreadsheet takes for the beginning of a formula, after any quotes that were put before it. */
const formula = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/**
 * One record of a CSV file (RFC 4180), with its CRLF. A cell that a spreadsheet would run as a formula gets a leading
 * `'`; one that begins with quotes and would then look like such a cell gets one more, so that taking one off again
 * gives back what was written.
 */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

function csvCell(text: string): string {
  const harmless = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
