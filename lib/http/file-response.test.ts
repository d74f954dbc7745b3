import { describe, expect, it } from 'vitest';
import { fileResponse } from './file-response.ts';
import { wantedFormat } from './wanted-format.ts';

const table = (rows: Iterable<(string | number)[]>) => ({
  name: 'all accounts',
  columns: [{ header: 'id' }, { header: 'name' }],
  rows,
});

describe('fileResponse', () => {
  it('streams every row of a CSV behind a byte-order mark', async () => {
    function* rows() {
      for (let row = 0; row < 5000; row++) yield [row, `Müller ${row}`];
    }
    const response = fileResponse(table(rows()), 'csv');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="all-accounts.csv"');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines).toHaveLength(5002);
    expect(lines[5000]).toBe('4999,Müller 4999');
  });

  it('lets others run while a large workbook is printed', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => [at, `Name ${at}`]);
    const response = fileResponse(table(rows), 'xlsx');
    expect(response.headers.get('content-type')).toMatch(/spreadsheetml\.sheet$/);
    let turns = 0;
    const timer = setInterval(() => turns++, 0);
    const size = (await response.arrayBuffer()).byteLength;
    clearInterval(timer);
    expect(size).toBeGreaterThan(50_000);
    expect(turns).toBeGreaterThan(20);
  });
});

describe('wantedFormat', () => {
  const ask = (query: string, accept?: string) =>
    wantedFormat(new Request(`http://localhost/x${query}`, accept ? { headers: { accept } } : {}));

  it('goes by the link, then by the header', () => {
    expect(ask('?format=xlsx')).toBe('xlsx');
    expect(ask('?format=json', 'text/csv')).toBeNull();
    expect(ask('', 'text/csv, */*;q=0.1')).toBe('csv');
    expect(ask('', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')).toBe('xlsx');
    expect(ask('', 'application/json')).toBeNull();
  });
});
