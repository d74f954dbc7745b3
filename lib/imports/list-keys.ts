import { sniffLayout } from './layout.ts';
import { createScanner } from './scanner.ts';

/** Heads of columns whose cells name a record, the surest first; compared in lower case without other signs. */
const keyHeads = [
  ...['accountid', 'contactid', 'id', 'crmid', 'externalid', 'salesforceid', 'hubspotid', 'recordid'],
  ...[
    'domain',
    'companydomain',
    'webdomain',
    'website',
    'companywebsite',
    'url',
    'web',
    'email',
    'emailaddress',
  ],
];

function plainHead(text: string): string {
  return text.toLowerCase().replaceAll(/[^a-z]/g, '');
}

function rowsOf(text: string): string[][] {
  const rows: string[][] = [];
  const scanner = createScanner(sniffLayout(text), (cells) => rows.push(cells));
  scanner.push(text);
  scanner.end();
  return rows;
}

/**
 * What a pasted list or a CSV file names, one key a record: the cells of the surest key column where the first row is a
 * head, every cell otherwise. Empty cells are left out.
 */
export function keysInText(text: string): string[] {
  const rows = rowsOf(text);
  const [head = [], ...rest] = rows;
  const heads = head.map(plainHead);
  const wanted = keyHeads.find((key) => heads.includes(key));
  const column = wanted === undefined ? -1 : heads.indexOf(wanted);
  const cells =
    column === -1
      ? rows.flatMap((row) => row.flatMap((cell) => cell.split(/[,;\t]/)))
      : rest.map((row) => row[column] ?? '');
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
}
