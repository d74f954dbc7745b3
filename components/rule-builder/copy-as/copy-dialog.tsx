'use client';
import { Copy, Download } from 'lucide-react';
import { saveFile } from '#components/table/save-file.ts';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/code-block.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Select } from '#components/ui/select.tsx';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import type { RuleForm } from '#lib/shared/rule-form-shapes.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { fileNameOf, formGroups, formNames } from './form-names.ts';
import { RuleFormText } from './rule-form-text.tsx';
import { useRuleForm } from './use-rule-form.ts';

/** Shows the rule in the chosen form, to copy or to save. */
export function CopyDialog({
  definition,
  words,
  name,
  segmentId,
  form,
  onForm,
  onClose,
}: {
  definition: SegmentDefinition;
  words: DescribeContext;
  name: string | null;
  segmentId: string | undefined;
  form: RuleForm;
  onForm: (form: RuleForm) => void;
  onClose: () => void;
}) {
  const { omitted } = useRuleEditing();
  const written = useRuleForm(form, definition, name, segmentId);
  const text = written?.answer?.text ?? null;
  const reason = written === null ? 'The text is being written.' : 'There is no text in this form.';
  const { label } = formNames[form];
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Copy the rule"
      description={
        form === 'json'
          ? 'As it is stored: relative dates stay relative.'
          : 'Relative dates become the days they mean today.'
      }
      width={760}
      footer={
        <>
          <Button
            onClick={() =>
              text !== null && saveFile(fileNameOf(name, form), new Blob([text], { type: 'text/plain' }))
            }
            {...(text === null ? { reason } : {})}
          >
            <Download aria-hidden /> Download
          </Button>
          <Button
            variant="primary"
            onClick={() => text !== null && void copyText(text, label)}
            {...(text === null ? { reason } : {})}
          >
            <Copy aria-hidden /> Copy
          </Button>
        </>
      }
    >
      <div className="mb-3">
        <Select label="Form" value={form} onValueChange={onForm} groups={formGroups} />
      </div>
      {omitted.size > 0 && (
        <p className="mb-2 text-caution-ink">
          {omitted.size === 1 ? 'One part of the rule is' : `${omitted.size} parts of the rule are`} muted or
          unfinished, so not in this text.
        </p>
      )}
      {written === null && (
        <p role="status" className="text-ink-3">
          Writing {label} …
        </p>
      )}
      {written?.problem && (
        <p role="alert" className="text-bad-ink">
          {written.problem}
        </p>
      )}
      {written?.answer && <RuleFormText answer={written.answer} definition={definition} words={words} />}
    </Dialog>
  );
}
