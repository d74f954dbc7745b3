'use client';
import type { EpochDay } from '#lib/shared/days.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { WorkRow } from '#lib/shared/work-shapes.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { StepDialog } from './step-dialog.tsx';

export type WorkDialog = 'snooze' | 'snoozeMany' | 'step';

/** The layers over the list: until when the account in hand or the chosen ones are put off, and what is next. */
export function WorkDialogs({
  dialog,
  onClose,
  row,
  marks,
  todayOn,
  isSnoozed,
  onSnooze,
  onSnoozeMarked,
  onStep,
}: {
  dialog: WorkDialog | null;
  onClose: () => void;
  /** The account in hand. */
  row: WorkRow | null;
  /** How many are chosen. */
  marks: number;
  todayOn: EpochDay;
  isSnoozed: boolean;
  onSnooze: (row: WorkRow, untilOn: EpochDay | null) => void;
  onSnoozeMarked: (untilOn: EpochDay | null) => void;
  onStep: (row: WorkRow, step: { text: string; dueOn: string }) => Promise<string | null>;
}) {
  if (dialog === 'snoozeMany') {
    return (
      <SnoozeDialog
        open
        name={formatCount(marks, 'account')}
        today={todayOn}
        canWake={isSnoozed}
        onOpenChange={onClose}
        onSnooze={(untilOn) => {
          onClose();
          onSnoozeMarked(untilOn);
        }}
      />
    );
  }
  if (row && dialog === 'snooze') {
    return (
      <SnoozeDialog
        open
        name={row.name}
        today={todayOn}
        canWake={row.snoozedUntilOn !== null}
        onOpenChange={onClose}
        onSnooze={(untilOn) => {
          onClose();
          onSnooze(row, untilOn);
        }}
      />
    );
  }
  if (row && dialog === 'step') {
    return (
      <StepDialog
        open
        name={row.name}
        today={todayOn}
        onOpenChange={onClose}
        onSave={(step) => onStep(row, step)}
      />
    );
  }
  return null;
}
