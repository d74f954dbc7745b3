'use client';
import { useState } from 'react';
import { AlertDialog } from '#components/ui/alert-dialog.tsx';
import { adoptScenario } from './scenario-actions.ts';

/** Asks before a scenario becomes the draft of its plan. */
export function AdoptDialog({
  scenario,
  planName,
  onClose,
  onDone,
  refresh,
}: {
  scenario: { id: string; name: string; version: number };
  planName: string;
  onClose: () => void;
  onDone: () => void;
  refresh: () => void;
}) {
  const [isBusy, setBusy] = useState(false);

  async function run(): Promise<void> {
    setBusy(true);
    const done = await adoptScenario(scenario, scenario.version, refresh);
    setBusy(false);
    if (done) onDone();
    else onClose();
  }

  return (
    <AlertDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Make “${scenario.name}” the draft`}
      action="Make it the draft"
      danger={false}
      busy={isBusy}
      onAction={() => void run()}
    >
      The draft of “{planName}” becomes what this scenario says: its territories, holders, places and locks.
      The draft as it is now is kept as a scenario. What is published stays until you publish.
    </AlertDialog>
  );
}
