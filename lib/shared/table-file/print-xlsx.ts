import { Zip, ZipDeflate } from 'fflate';
import { parseIsoDay } from '../days.ts';
import type { CellKind, FileCell, FileColumn, TableFile, Workbook } from './table-file.ts';
import {
  columnName,
  contentTypes,
  HEAD_STYLE,
  rootRelations,
  sheetFoot,
  sheetHead,
  styles,
  stylesPart,
  workbookPart,
  workbookRelations,
  xmlText,
} from './xlsx-parts.ts';

/** Rows of a sheet, head included (Excel specifications and limits). */
const MOST_ROWS = 1_048_576;
/** Characters of a cell. */
const MOST_CHARACTERS = 32_767;
const ROWS_A_STEP = 200;
/** Days from 1899-12-30, where spreadsheets begin to count, to 1970-01-01. */
const DAYS_TO_EPOCH = 25_569;
const DAY_MS = 86_400_000;
/** Zip can name no time before; a file without a time of its own is the same for the same rows. */
const ZIP_EPOCH = '1980-01-01T00:00:00';

const widths: Record<CellKind, number> = { text: 22, number: 14, money: 16, rate: 12, day: 12, instant: 18 };

/**
 * An Excel workbook, piece by piece: pieces may be empty, and between two of them little time passes, so that whoever
 * draws them can let others run. Text is text whatever it looks like, days and instants (in UTC, as the head says) are
 * dates, money has its currency. What does not fit on one sheet goes on on the next; of several tables each has its own.
 */
export function* printXlsx(file: TableFile | Workbook, rowsOfSheet = MOST_ROWS): Generator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    ready.push(piece);
  });
  const encoder = new TextEncoder();
  const part = (name: string) => {
    const made = new ZipDeflate(name, { level: 4 });
    made.mtime = ZIP_EPOCH;
    zip.add(made);
    return made;
  };
  const whole = (name: string, text: string) => part(name).push(encoder.encode(text), true);
  function* taken(): Generator<Uint8Array> {
    const pieces = ready;
    ready = [];
    if (pieces.length === 0) yield new Uint8Array(0);
    yield* pieces;
  }

  const names: string[] = [];
  for (const table of 'sheets' in file ? file.sheets : [file]) {
    const { columns } = table;
    const head = columns.map(({ header, kind }) => (kind === 'instant' ? `${header} (UTC)` : header));
    const rows = table.rows[Symbol.iterator]();
    let next = rows.next();
    do {
      names.push(sheetName(table.name, names));
      const sheet = part(`xl/worksheets/sheet${names.length}.xml`);
      const begin = sheetHead(columns.map(({ kind = 'text' }) => widths[kind]));
      sheet.push(encoder.encode(begin + rowXml(1, head, columns, HEAD_STYLE)));
      let line = 1;
      while (!next.done && line < rowsOfSheet) {
        let text = '';
        for (let step = 0; step < ROWS_A_STEP && !next.done && line < rowsOfSheet; step++) {
          text += rowXml(++line, next.value, columns);
          next = rows.next();
        }
        sheet.push(encoder.encode(text));
        yield* taken();
      }
      sheet.push(encoder.encode(sheetFoot), true);
      yield* taken();
    } while (!next.done);
  }

  whole('xl/workbook.xml', workbookPart(names));
  whole('xl/_rels/workbook.xml.rels', workbookRelations(names.length));
  whole('xl/styles.xml', stylesPart(file.currency ?? 'USD'));
  whole('_rels/.rels', rootRelations);
  whole('[Content_Types].xml', contentTypes(names.length));
  zip.end();
  yield* taken();
}

/** At most 31 characters, none of `[]:*?/\\`, and none that is taken, whatever its case. */
function sheetName(name: string, taken: readonly string[]): string {
  const plain = name.replace(/[[\]:*?/\\']/g, ' ').trim() || 'Rows';
  const folded = new Set(taken.map((other) => other.toLowerCase()));
  for (let at = 1; ; at++) {
    const end = at === 1 ? '' : ` ${at}`;
    const found = `${[...plain].slice(0, 31 - end.length).join('')}${end}`;
    if (!folded.has(found.toLowerCase())) return found;
  }
}

function rowXml(
  line: number,
  cells: readonly FileCell[],
  columns: readonly FileColumn[],
  style?: number,
): string {
  let text = `<row r="${line}">`;
  for (const [at, cell] of cells.entries()) {
    if (cell !== null && cell !== '')
      text += cellXml(`${columnName(at)}${line}`, cell, columns[at]?.kind, style);
  }
  return `${text}</row>`;
}

function cellXml(place: string, cell: string | number, kind: CellKind = 'text', style?: number): string {
  const number = style === undefined ? numberOf(cell, kind) : null;
  if (number !== null) {
    if (!Number.isFinite(number)) return '';
    return `<c r="${place}" s="${styles[kind === 'text' ? 'number' : kind]}"><v>${number}</v></c>`;
  }
  const text = xmlText(String(cell).slice(0, MOST_CHARACTERS));
  return `<c r="${place}" s="${style ?? styles.text}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** What a spreadsheet calculates with; null for text. */
function numberOf(cell: string | number, kind: CellKind): number | null {
  if (typeof cell === 'string') {
    const day = kind === 'day' ? parseIsoDay(cell) : null;
    return day === null ? null : day + DAYS_TO_EPOCH;
  }
  if (kind === 'instant') return cell / DAY_MS + DAYS_TO_EPOCH;
  return kind === 'day' ? cell + DAYS_TO_EPOCH : cell;
}
