'use client';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { RuleForm } from '#lib/shared/rule-form-shapes.ts';

const CopyDialog = dynamic(() => import('./copy-dialog.tsx').then((module) => module.CopyDialog), {
  ssr: false,
});

/** The rule in a form that is read elsewhere: as English, JSON, JsonLogic, SQL or SOQL, to copy or to save. */
export function CopyAs({
  definition,
  words,
  name,
  segmentId,
}: {
  definition: SegmentDefinition;
  words: DescribeContext;
  name: string | null;
  segmentId: string | undefined;
}) {
  const [isOpen, setOpen] = useState(false);
  const [form, setForm] = useState<RuleForm>('postgresql');
  return (
    <>
      <Button variant="link" className="text-12" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        Copy as…
      </Button>
      {isOpen && (
        <CopyDialog
          {...{ definition, words, name, segmentId, form }}
          onForm={setForm}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
