/** One measure of a chart. `colour` is a CSS value such as `var(--cat-3)`; `hatched` marks what is inferred. */
export type ChartSeries = { key: string; label: string; colour: string; hatched?: boolean };

/** One place on the axis with a number for each series; null is unknown and draws nothing. */
export type ChartDatum = {
  key: string;
  label: string;
  values: Record<string, number | null>;
  /** Partial or too few to tell: drawn pale. */
  pale?: boolean;
};

/** The same data as a table: what the table view shows and CSV exports. */
export type ChartTable = {
  columns: { label: string; numeric?: boolean }[];
  rows: {
    key: string;
    /** Raw values, for CSV. */
    cells: (string | number | null)[];
    /** The cells as people read them; without it numbers are formatted plainly. */
    shown?: string[];
    /** The records behind the row. */
    href?: string;
  }[];
};

/** Table of a chart whose numbers share one format. */
export function tableOf(
  axisLabel: string,
  data: readonly ChartDatum[],
  series: readonly ChartSeries[],
  format: (value: number) => string,
): ChartTable {
  return {
    columns: [{ label: axisLabel }, ...series.map(({ label }) => ({ label, numeric: true }))],
    rows: data.map((datum) => {
      const numbers = series.map(({ key }) => datum.values[key] ?? null);
      return {
        key: datum.key,
        cells: [datum.label, ...numbers],
        shown: [datum.label, ...numbers.map((value) => (value === null ? 'unknown' : format(value)))],
      };
    }),
  };
}
