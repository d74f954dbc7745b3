'use client';
import { TriangleAlert } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import type { DraftCondition } from '#lib/rules/draft.ts';
import { changeField } from '#lib/rules/edit/change-field.ts';
import { fieldOptions } from './field-options.ts';
import { useRuleEditing } from './rule-editing.ts';

/** Under a condition whose field is gone: what that means, and another field in its place. */
export function ReplaceField({ condition }: { condition: DraftCondition }) {
  const { draft, catalog, edit } = useRuleEditing();
  return (
    <p className="flex min-h-5 flex-wrap items-center gap-1 pt-0.5 text-12 text-bad-ink [&_svg]:size-3.5">
      <TriangleAlert aria-hidden />
      This field was removed. The last members stay.
      <Combobox
        label="Replace with"
        value={null}
        options={fieldOptions(catalog, draft.entity)}
        onValueChange={(name) => edit(changeField(draft, condition.id, name, catalog))}
        trigger={
          <Button variant="link" className="ml-1 text-12">
            Replace
          </Button>
        }
      />
    </p>
  );
}
