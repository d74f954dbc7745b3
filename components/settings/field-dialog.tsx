'use client';
import { useState } from 'react';
import { type CustomFieldView, customEntities, customField, customTypes } from '#lib/shared/field-shapes.ts';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { Select } from '../ui/select.tsx';
import { entityLabels, typeLabels } from './field-words.ts';
import { useSubmit } from './use-submit.ts';

/** Adds a field, or renames one; entity and type stay what they were made as. */
export function FieldDialog({ field, onClose }: { field: CustomFieldView | null; onClose: () => void }) {
  const [label, setLabel] = useState(field?.label ?? '');
  const [entity, setEntity] = useState(field?.entity ?? 'account');
  const [type, setType] = useState(field?.type ?? 'category');
  const [unit, setUnit] = useState(field?.unit ?? '');
  const { isBusy, refusal, submit } = useSubmit();
  const hasUnit = type === 'number';

  async function save(): Promise<void> {
    const named = { label, unit: hasUnit && unit.trim() !== '' ? unit : null };
    const saved = await submit(
      () =>
        field
          ? api(`/fields/custom/${field.id}`, { method: 'PATCH', body: named, schema: customField })
          : api('/fields', { method: 'POST', body: { ...named, entity, type }, schema: customField }),
      `“${label}” saved`,
    );
    if (saved) onClose();
  }

  return (
    <Dialog
      open
      onOpenChange={(next) => !next && onClose()}
      title={field ? `Rename ${field.label}` : 'Add a field'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <div className="grid gap-4">
        <Field label="Name" refusal={refusal.fields.label}>
          <Input value={label} onChange={(event) => setLabel(event.target.value)} />
        </Field>
        {!field && (
          <>
            <Field label="Of" refusal={refusal.fields.entity}>
              <Select
                size="lg"
                value={entity}
                onValueChange={setEntity}
                options={customEntities.map((value) => ({ value, label: entityLabels[value] }))}
              />
            </Field>
            <Field label="Type" hint="It cannot be changed later." refusal={refusal.fields.type}>
              <Select
                size="lg"
                value={type}
                onValueChange={setType}
                options={customTypes.map((value) => ({ value, label: typeLabels[value] }))}
              />
            </Field>
          </>
        )}
        {hasUnit && (
          <Field label="Unit" optional hint="Shown behind the number." refusal={refusal.fields.unit}>
            <Input value={unit} onChange={(event) => setUnit(event.target.value)} />
          </Field>
        )}
        <FormMessage>{refusal.message}</FormMessage>
      </div>
    </Dialog>
  );
}
