'use client';
import { Star } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/code-block.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { type SavedView, savedView, viewList } from '#lib/shared/view-shapes.ts';
import { useApi } from './use-api.ts';
import type { ViewState } from './view-address.ts';

const nothing = z.undefined();

/** Two states as people see them: key order aside, absent and empty alike. */
export function sameState(a: ViewState, b: ViewState): boolean {
  const tidy = (state: ViewState) =>
    JSON.stringify(
      Object.entries(state)
        .filter(([, value]) => value !== null && value !== '' && JSON.stringify(value) !== '[]')
        .sort(([x], [y]) => (x < y ? -1 : 1)),
    );
  return tidy(a) === tidy(b);
}

/**
 * Named states of a list page: choose one, Save, Save as, Reset. A dot says that what is shown differs from the view.
 * `viewId` and `onApply` live in the address of the page; an address that names a view and nothing else shows it.
 */
export function SavedViews({
  page,
  viewId,
  state,
  onApply,
  mayShare,
}: {
  page: SavedView['page'];
  viewId: string | null;
  state: ViewState;
  /** Shows a view; null = the page without one. */
  onApply: (viewId: string | null, state: ViewState) => void;
  mayShare: boolean;
}) {
  const views = useApi(`/views?page=${page}`, viewList);
  const [naming, setNaming] = useState(false);
  const items = views.value?.items ?? [];
  const current = items.find((view) => view.id === viewId);
  const isBareLink = useRef(viewId !== null && Object.keys(state).length === 0);
  useEffect(() => {
    if (!isBareLink.current || !current) return;
    isBareLink.current = false;
    onApply(current.id, current.state);
  });
  const isChanged = current !== undefined && !sameState(current.state, state);

  async function attempt(run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      toastError(problemText(error));
    }
  }

  function save(view: SavedView): Promise<void> {
    return attempt(async () => {
      const body = { page, name: view.name, isShared: view.isShared, state };
      await api(`/views/${view.id}`, { method: 'PUT', body, schema: savedView });
      views.reload();
      toast(`View “${view.name}” saved`);
    });
  }

  function remove(view: SavedView): Promise<void> {
    return attempt(async () => {
      await api(`/views/${view.id}`, { method: 'DELETE', schema: nothing });
      views.reload();
      onApply(null, state);
      toast(`View “${view.name}” removed`);
    });
  }

  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button variant="ghost" size="sm">
            <Star aria-hidden />
            {current?.name ?? 'Views'}
            {isChanged && (
              <span role="img" aria-label="changed" className="size-1.5 rounded-full bg-accent" />
            )}
          </Button>
        }
        items={[
          ...(items.length > 0 ? [{ kind: 'heading' as const, label: 'Saved views' }] : []),
          ...items.map((view) => ({
            label: view.name,
            hint: view.isOwn ? undefined : `by ${view.ownerName ?? 'somebody'}`,
            checked: view.id === viewId,
            onSelect: () => onApply(view.id, view.state),
          })),
          ...(items.length > 0 ? [{ kind: 'separator' as const }] : []),
          ...(current?.isOwn && isChanged
            ? [{ label: `Save “${current.name}”`, onSelect: () => void save(current) }]
            : []),
          { label: 'Save as…', onSelect: () => setNaming(true) },
          { label: 'Copy the link', onSelect: () => void copyText(window.location.href, 'Link') },
          ...(current && isChanged
            ? [{ label: 'Reset', onSelect: () => onApply(current.id, current.state) }]
            : []),
          ...(current?.isOwn
            ? [{ label: `Remove “${current.name}”`, danger: true, onSelect: () => void remove(current) }]
            : []),
        ]}
      />
      {naming && (
        <NameView
          mayShare={mayShare}
          onClose={() => setNaming(false)}
          onSave={async (name, isShared) => {
            try {
              const made = await api('/views', {
                method: 'POST',
                body: { page, name, isShared, state },
                schema: savedView,
              });
              views.reload();
              onApply(made.id, state);
              setNaming(false);
              return null;
            } catch (error) {
              return problemText(error);
            }
          }}
        />
      )}
    </>
  );
}

function NameView({
  mayShare,
  onClose,
  onSave,
}: {
  mayShare: boolean;
  onClose: () => void;
  onSave: (name: string, isShared: boolean) => Promise<string | null>;
}) {
  const [name, setName] = useState('');
  const [isShared, setShared] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    if (busy) return;
    if (name.trim() === '') return setProblem('Give the view a name.');
    setBusy(true);
    setProblem(null);
    const refused = await onSave(name.trim(), isShared);
    setBusy(false);
    setProblem(refused);
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width={380}
      title="Save this view"
      description="Filters, order and columns as they are now."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={busy} onClick={() => void save()}>
            Save view
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
        className="flex flex-col gap-3"
      >
        <Field label="Name" refusal={problem ?? undefined}>
          <Input
            size="lg"
            autoFocus
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {mayShare && (
          <Checkbox checked={isShared} onCheckedChange={(on) => setShared(on === true)}>
            Everybody may use it
          </Checkbox>
        )}
      </form>
    </Dialog>
  );
}
