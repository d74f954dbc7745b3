'use client';
import { useState } from 'react';
import { FileMenu } from '#components/table/file-menu.tsx';
import { saveFile } from '#components/table/save-file.ts';
import { toastError } from '#components/ui/toast.ts';
import type { FileFormat } from '#lib/shared/table-file/table-file.ts';

/** Everybody who comes in or goes out, as a file. */
export function ImpactExport({
  segment,
  side,
}: {
  segment: { id: string; name: string };
  side: 'entering' | 'leaving';
}) {
  const [busy, setBusy] = useState(false);

  async function save(format: FileFormat): Promise<void> {
    setBusy(true);
    try {
      const address = `/api/v1/segments/${segment.id}/publish?dryRun=true&side=${side}&format=${format}`;
      const response = await fetch(address, { method: 'POST' });
      if (!response.ok) throw new Error(String(response.status));
      saveFile(
        `${segment.name} ${side === 'entering' ? 'coming in' : 'going out'}.${format}`,
        await response.blob(),
      );
    } catch {
      toastError('The file could not be made. Please try again.');
    } finally {
      setBusy(false);
    }
  }

  return (
    <div className="ml-auto">
      <FileMenu busy={busy} choices={[{ label: 'All', save: (format) => void save(format) }]} />
    </div>
  );
}
