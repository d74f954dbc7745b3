'use client';
import { ChevronDown, Download, FileUp, Printer, UserMinus, UserPlus, UserX } from 'lucide-react';
import { fileItems } from '#components/table/file-menu.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { HandOverInput } from '#lib/shared/plan-shapes.ts';

/** What happens with people: somebody joins, leaves or is away; files in and out. */
export function RepsActions({
  mayImport,
  mayExport,
  onJoin,
  onHandOver,
}: {
  mayImport: boolean;
  mayExport: boolean;
  /** Null = there is no plan, or it is not this person's to change. */
  onJoin: (() => void) | null;
  onHandOver: ((because: HandOverInput['because']) => void) | null;
}) {
  return (
    <>
      {mayExport && (
        <Menu
          align="end"
          trigger={
            <Button className="max-sm:hidden">
              <Download aria-hidden />
              Export
            </Button>
          }
          items={[
            ...fileItems(
              [{ label: 'Everybody’s books', address: '/api/v1/reps/letters' }],
              <Download aria-hidden />,
            ),
            {
              label: 'Letters to print',
              icon: <Printer aria-hidden />,
              href: '/territories/reps/letters',
            },
          ]}
        />
      )}
      {mayImport && (
        <Button asChild className="max-sm:hidden">
          <AppLink href="/data">
            <FileUp aria-hidden />
            Import reps
          </AppLink>
        </Button>
      )}
      {onJoin && onHandOver && (
        <Menu
          align="end"
          trigger={
            <Button>
              People change
              <ChevronDown aria-hidden />
            </Button>
          }
          items={[
            { label: 'A rep joins…', icon: <UserPlus aria-hidden />, onSelect: onJoin },
            { label: 'A rep leaves…', icon: <UserX aria-hidden />, onSelect: () => onHandOver('leaves') },
            {
              label: 'A rep is on leave…',
              icon: <UserMinus aria-hidden />,
              onSelect: () => onHandOver('onLeave'),
            },
          ]}
        />
      )}
    </>
  );
}
