'use client';
import { Segmented } from '#components/ui/segmented.tsx';
import { formatNumber } from '#lib/shared/format.ts';

type Side = 'entering' | 'leaving';

/** Which of the changes against the published version are listed. */
export function ChangeSides({
  side,
  changes,
  onSide,
}: {
  side: Side;
  /** Null until they are counted. */
  changes: { entering: number; leaving: number } | null | undefined;
  onSide: (side: Side) => void;
}) {
  return (
    <Segmented
      label="Which changes"
      value={side}
      onValueChange={onSide}
      options={[
        { value: 'entering', label: `Come in ${changes ? formatNumber(changes.entering) : ''}` },
        { value: 'leaving', label: `Go out ${changes ? formatNumber(changes.leaving) : ''}` },
      ]}
    />
  );
}
