'use client';
import { Download } from 'lucide-react';
import type { ReactElement } from 'react';
import { type FileFormat, fileFormats } from '#lib/shared/table-file/table-file.ts';
import { Button } from '../ui/button.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';

const formatLabels: Record<FileFormat, string> = { csv: 'CSV', xlsx: 'Excel (XLSX)' };

/** One set of rows that can be saved: made by the server at an address, or by the page. */
export type FileChoice = {
  label: string;
  /** Why it cannot be saved. */
  reason?: string | undefined;
} & (
  | {
      /** Answers with a file of the `format` that is added to it. */
      address: string;
    }
  | { save: (format: FileFormat) => void }
);

/** Every set of rows in every format, for a menu of its own or among other things. */
export function fileItems(choices: readonly FileChoice[], icon?: ReactElement): MenuItem[] {
  return fileFormats.flatMap((format) =>
    choices.map((choice): MenuItem => {
      const label = `${choice.label} as ${formatLabels[format]}`;
      if (choice.reason) return { label, icon, reason: choice.reason };
      return 'address' in choice
        ? { label, icon, href: inFormat(choice.address, format), download: true }
        : { label, icon, onSelect: () => choice.save(format) };
    }),
  );
}

function inFormat(address: string, format: FileFormat): string {
  return `${address}${address.includes('?') ? '&' : '?'}format=${format}`;
}

/** The export button of a list: what to save, and as what. */
export function FileMenu({
  choices,
  label = 'Export',
  busy = false,
  variant = 'ghost',
}: {
  choices: readonly FileChoice[];
  label?: string;
  busy?: boolean;
  variant?: 'ghost' | 'secondary';
}) {
  return (
    <Menu
      align="end"
      trigger={
        <Button variant={variant} size="sm" busy={busy}>
          {!busy && <Download aria-hidden />}
          {label}
        </Button>
      }
      items={fileItems(choices)}
    />
  );
}
