import { Download } from 'lucide-react';
import { formatNumber } from '#lib/shared/format.ts';
import { Button } from './button.tsx';
import type { Pasted } from './pasted-values.ts';

const SHOWN = 12;

/** What became of a paste: known, unknown, repeated, and the unknown ones by name. */
export function PasteSummary({
  report,
  onLeaveOut,
  onDownload,
}: {
  report: Pasted;
  /** Takes out the values that no record has; absent when none was taken. */
  onLeaveOut?: (() => void) | undefined;
  onDownload?: (() => void) | undefined;
}) {
  const { pasted, found, missing, repeated, kept } = report;
  const parts = [
    `${formatNumber(found.length)} known`,
    `${formatNumber(missing.length)} in no record`,
    `${formatNumber(repeated)} repeated`,
  ];
  const rest = missing.length - SHOWN;
  return (
    <div className="border-t border-line px-3 py-2 text-12" data-pasted>
      <p>
        <span className="font-medium">{formatNumber(pasted)} pasted:</span> {parts.join(', ')}.
      </p>
      {missing.length > 0 && (
        <>
          <p className="max-h-16 overflow-auto text-caution-ink">
            {kept ? 'Kept although no record has them: ' : 'Not added: '}
            {missing.slice(0, SHOWN).join(', ')}
            {rest > 0 && ` and ${formatNumber(rest)} more`}
          </p>
          <p className="flex gap-3 pt-1">
            {onDownload && (
              <Button variant="link" className="text-12" onClick={onDownload}>
                <Download aria-hidden />
                Download the {formatNumber(missing.length)}
              </Button>
            )}
            {onLeaveOut && (
              <Button variant="link" className="text-12" onClick={onLeaveOut}>
                Leave them out
              </Button>
            )}
          </p>
        </>
      )}
    </div>
  );
}
