import { printCsv } from './print-csv.ts';
import { printXlsx } from './print-xlsx.ts';
import { type FileFormat, mediaTypes, type TableFile, type Workbook } from './table-file.ts';

export type PrintedFile = {
  fileName: string;
  mediaType: string;
  /** Made as they are drawn; some may be empty. */
  pieces: Iterable<Uint8Array>;
};

const PIECE_CHARACTERS = 32_768;

/** The one way from rows to a file: the same table as CSV or as an Excel workbook; several tables only as a workbook. */
export function printFile(file: TableFile | Workbook, format: FileFormat): PrintedFile {
  if ('sheets' in file) {
    return { fileName: `${file.name}.xlsx`, mediaType: mediaTypes.xlsx, pieces: printXlsx(file) };
  }
  return {
    fileName: `${file.name}.${format}`,
    mediaType: mediaTypes[format] + (format === 'csv' ? '; charset=utf-8' : ''),
    pieces: format === 'csv' ? encoded(printCsv(file)) : printXlsx(file),
  };
}

function* encoded(lines: Iterable<string>): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  let piece = '';
  for (const line of lines) {
    piece += line;
    if (piece.length < PIECE_CHARACTERS) continue;
    yield encoder.encode(piece);
    piece = '';
  }
  yield encoder.encode(piece);
}
