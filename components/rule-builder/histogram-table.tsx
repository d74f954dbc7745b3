import type { HistogramBin, HistogramRange } from '#components/ui/histogram-scale.ts';
import { Button } from '#components/ui/button.tsx';
import { formatNumber } from '#lib/shared/format.ts';

/** The bars as a table: each line can be the lower or the upper end of the range. */
export function HistogramTable({
  label,
  bins,
  range,
  format,
  onRange,
}: {
  label: string;
  bins: readonly HistogramBin[];
  range: HistogramRange;
  format: (value: number) => string;
  onRange: (range: HistogramRange) => void;
}) {
  return (
    <div
      className="mt-1.5 max-h-48 overflow-auto"
      tabIndex={0}
      role="region"
      aria-label={`Table of ${label}`}
    >
      <table className="w-full text-12">
        <caption className="sr-only">How many have which {label.toLowerCase()}</caption>
        <thead className="text-left text-ink-3">
          <tr>
            <th className="font-normal">{label}</th>
            <th className="text-right font-normal">Count</th>
            <th className="w-32 text-right font-normal">Range</th>
          </tr>
        </thead>
        <tbody>
          {bins.map((bin) => {
            const isInside =
              (range.min === null || bin.from >= range.min) && (range.max === null || bin.to <= range.max);
            return (
              <tr key={bin.from} className={isInside ? 'text-accent-ink' : undefined}>
                <th scope="row" className="text-left font-normal">
                  {format(bin.from)}–{format(bin.to)}
                </th>
                <td className="text-right">{formatNumber(bin.count)}</td>
                <td className="text-right whitespace-nowrap">
                  <Button
                    variant="link"
                    className="text-12"
                    aria-label={`${label} from ${format(bin.from)}`}
                    disabled={range.max !== null && bin.from > range.max}
                    onClick={() => onRange({ ...range, min: bin.from })}
                  >
                    from
                  </Button>{' '}
                  <Button
                    variant="link"
                    className="text-12"
                    aria-label={`${label} up to ${format(bin.to)}`}
                    disabled={range.min !== null && bin.to < range.min}
                    onClick={() => onRange({ ...range, max: bin.to })}
                  >
                    up to
                  </Button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
