import { type RosterTable, readRoster } from '@waymark/contract/rules';
import Papa from 'papaparse';

/** The lines of a CSV text: commas, semicolons or tabs, quotes as spreadsheets write them. */
export function readCsv(text: string): RosterTable {
  const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), {
    delimitersToGuess: [',', ';', '\t'],
    skipEmptyLines: false,
  });
  return readRoster(data);
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
