'use client';
import { Download } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '#components/table/csv.ts';
import { Button } from '#components/ui/button.tsx';
import { toastError } from '#components/ui/toast.ts';

/** Everybody who comes in or goes out, as a file. */
export function ImpactExport({
  segment,
  side,
}: {
  segment: { id: string; name: string };
  side: 'entering' | 'leaving';
}) {
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    setBusy(true);
    try {
      const address = `/api/v1/segments/${segment.id}/publish?dryRun=true&side=${side}`;
      const response = await fetch(address, { method: 'POST' });
      if (!response.ok) throw new Error(String(response.status));
      saveFile(
        `${segment.name} ${side === 'entering' ? 'coming in' : 'going out'}.csv`,
        await response.blob(),
      );
    } catch {
      toastError('The file could not be made. Please try again.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button variant="ghost" size="sm" busy={busy} onClick={() => void save()} className="ml-auto">
      <Download aria-hidden />
      All as CSV
    </Button>
  );
}
