'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { ChevronDown, Star } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type PerformanceFilters, performanceSearch } from '#lib/metrics/performance-filters.ts';
import { type SavedView, savedView, viewList } from '#lib/shared/view-shapes.ts';
import { z } from 'zod';
import { ApiProblem, api } from '../api-client.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Menu, type MenuItem } from '../ui/menu.tsx';
import { toast, toastError } from '../ui/toast.ts';

const searchOf = (view: SavedView) => (typeof view.state.search === 'string' ? view.state.search : '');

/** Filters under a name: open one, save the present ones, or forget one. */
export function ViewMenu({ filters }: { filters: PerformanceFilters }) {
  const router = useRouter();
  const [views, setViews] = useState<SavedView[]>([]);
  const [isSaving, setIsSaving] = useState(false);
  const search = performanceSearch(filters);
  const current = views.find((view) => searchOf(view) === search);

  useEffect(() => {
    const controller = new AbortController();
    api('/views?page=performance', { schema: viewList, signal: controller.signal })
      .then(({ items }) => setViews(items))
      .catch(() => {
        // Without the list the button still saves.
      });
    return () => controller.abort();
  }, []);

  async function forget(view: SavedView): Promise<void> {
    try {
      await api(`/views/${view.id}`, { method: 'DELETE', schema: z.unknown() });
      setViews((known) => known.filter((one) => one.id !== view.id));
      toast(`The view “${view.name}” is forgotten.`);
    } catch (error) {
      toastError(error instanceof ApiProblem ? error.message : 'The view could not be forgotten.');
    }
  }

  const items: MenuItem[] = [
    ...views.map((view) => ({
      label: view.name,
      checked: view === current,
      ...(view.isOwn ? {} : { hint: `Shared by ${view.ownerName ?? 'somebody'}` }),
      onSelect: () => router.push(`/performance${searchOf(view)}` as Route),
    })),
    ...(views.length > 0 ? [{ kind: 'separator' as const }] : []),
    {
      label: 'Save these filters as a view…',
      ...(current ? { reason: `They are the view “${current.name}”.` } : {}),
      onSelect: () => setIsSaving(true),
    },
    ...(current?.isOwn
      ? [{ label: `Forget “${current.name}”`, danger: true, onSelect: () => void forget(current) }]
      : []),
  ];
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button>
            <Star aria-hidden /> {current?.name ?? 'Views'}
            <ChevronDown aria-hidden className="text-ink-3" />
          </Button>
        }
        items={items}
      />
      <SaveDialog
        open={isSaving}
        onOpenChange={setIsSaving}
        search={search}
        onSaved={(view) => setViews((known) => [...known, view])}
      />
    </>
  );
}

function SaveDialog({
  open,
  onOpenChange,
  search,
  onSaved,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  search: string;
  onSaved: (view: SavedView) => void;
}) {
  const [name, setName] = useState('');
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function save(): Promise<void> {
    setIsBusy(true);
    try {
      const body = { page: 'performance', name, state: { search } };
      const view = await api('/views', { method: 'POST', body, schema: savedView });
      onSaved(view);
      setName('');
      setError(null);
      onOpenChange(false);
      toast(`Saved as “${view.name}”.`, { tone: 'good' });
    } catch (problem) {
      setError(problem instanceof Error ? problem.message : 'The view could not be saved.');
    } finally {
      setIsBusy(false);
    }
  }

  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Save view"
      description="The grouping, the segments and the filters, under a name of your own."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" form="save-view" variant="primary" busy={isBusy}>
            Save view
          </Button>
        </>
      }
    >
      <form
        id="save-view"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isBusy) void save();
        }}
      >
        <Field label="Name" {...(error === null ? {} : { error })}>
          <Input size="lg" value={name} maxLength={80} onChange={(event) => setName(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}
