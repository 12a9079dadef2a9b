import { type RosterTable, readRoster } from '@waymark/contract/rules';
import Papa from 'papaparse';

const delimiters = [',', ';', '\t'] as const;

/** The one that cuts the first line into the most cells; a parser's own guess is led astray by an empty last line. */
function delimiterOf(text: string): string {
  const cells = (delimiter: string) => Papa.parse<string[]>(text, { delimiter, preview: 1 }).data[0]?.length ?? 0;
  return delimiters.reduce<string>((best, each) => (cells(each) > cells(best) ? each : best), ',');
}

/** The lines of a CSV text: commas, semicolons or tabs, quotes as spreadsheets write them. */
export function readCsv(content: string): RosterTable {
  const text = content.replace(/^[\ufeff\s]+/, '');
  return readRoster(Papa.parse<string[]>(text, { delimiter: delimiterOf(text) }).data);
}

/** In UTF-8, or as older spreadsheets save it; rejects what cannot be read. */
export async function readFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
