import type { ReactNode } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

/** Before the first import: that nothing is there yet, and the way to the files for whoever may import. */
export function NoDataYet({
  title,
  label,
  mayImport,
  children,
}: {
  /** A full sentence. */
  title: string;
  /** Text of the way to the Data page, for example `Import accounts`. */
  label: string;
  mayImport: boolean;
  children?: ReactNode;
}) {
  return (
    <EmptyState
      title={title}
      actions={
        mayImport && (
          <Button asChild variant="primary">
            <AppLink href="/data">{label}</AppLink>
          </Button>
        )
      }
    >
      {children}
      {!mayImport && 'RevOps brings them in on the Data page.'}
    </EmptyState>
  );
}
