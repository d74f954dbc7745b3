'use client';
import { useState } from 'react';
import { z } from 'zod';
import { api } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { toast, toastError } from '#components/ui/toast.ts';
import { fitMapping } from '#lib/imports/fit-mapping.ts';
import type { ImportDetail } from '#lib/imports/import-view.ts';
import { type ImportOptions, importOptionsSchema } from '#lib/imports/options.ts';

const saved = z.object({ id: z.string(), name: z.string() });
const savedWithOptions = z.object({ name: z.string(), options: importOptionsSchema });

/** Keeps this mapping for the next file with the same columns. */
export function SaveMapping({ detail, options }: { detail: ImportDetail; options: ImportOptions }) {
  const [open, setOpen] = useState(false);
  const [name, setName] = useState(detail.fileName.replace(/[-_. ]?\d{4}.*$|\.[^.]*$/g, ''));

  async function save() {
    try {
      await api('/imports/mappings', { method: 'POST', body: { name, options }, schema: saved });
      toast(`Mapping “${name}” is saved; it is offered for files with these columns.`, { tone: 'good' });
      setOpen(false);
    } catch (error) {
      toastError(
        error instanceof Error ? error.message : 'The mapping could not be saved. Please try again.',
      );
    }
  }

  return (
    <Popover
      label="Save the mapping"
      open={open}
      onOpenChange={setOpen}
      align="end"
      trigger={<Button variant="ghost">Save mapping</Button>}
    >
      <form
        className="grid w-64 gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name">
          <Input size="lg" value={name} onChange={(event) => setName(event.target.value)} />
        </Field>
        <Button
          type="submit"
          variant="primary"
          {...(name.trim() === '' ? { reason: 'Give it a name.' } : {})}
        >
          Save
        </Button>
      </form>
    </Popover>
  );
}

/** Offers the mappings that were saved for files with these columns. */
export function UseMapping({
  detail,
  onUse,
}: {
  detail: ImportDetail;
  onUse: (options: ImportOptions) => void;
}) {
  if (detail.savedMappings.length === 0) return null;
  async function use(id: string) {
    try {
      const mapping = await api(`/imports/mappings/${id}`, { schema: savedWithOptions });
      onUse(fitMapping(mapping.options, detail.sniffed?.columns.map((column) => column.column) ?? []));
      toast(`Mapping “${mapping.name}” is in use.`);
    } catch (error) {
      toastError(error instanceof Error ? error.message : 'The mapping could not be read. Please try again.');
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-2 border-b border-line bg-sunken px-4 py-1.5">
      <span className="text-ink-2">Saved for files with these columns:</span>
      {detail.savedMappings.map((mapping) => (
        <Button key={mapping.id} size="sm" onClick={() => void use(mapping.id)}>
          {mapping.name}
        </Button>
      ))}
    </div>
  );
}
