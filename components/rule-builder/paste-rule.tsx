'use client';
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { Draft, DraftGroup } from '#lib/rules/draft.ts';
import { withNewIds } from '#lib/rules/edit/duplicate-rule.ts';
import { readRule } from '#lib/rules/forms/read-rule.ts';
import { parseDefinition } from '#lib/rules/parse.ts';
import type { CalendarSettings } from '#lib/rules/resolved.ts';
import { toDraft } from '#lib/rules/to-draft.ts';
import type { Issue } from '#lib/shared/errors.ts';
import { foldText } from '#lib/shared/text.ts';
import { newNodeId } from './new-id.ts';
import { useRuleEditing } from './rule-editing.ts';

type Read = { root: DraftGroup } | { issues: Issue[] };

function parsed(text: string): { json: unknown } | null {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return null;
  }
}

/** What was pasted as a group of this builder, under new ids, or why it cannot be one. */
function readPasted(
  text: string,
  options: {
    catalog: Catalog;
    entity: Draft['entity'];
    asOf: number;
    calendar: CalendarSettings;
    knownValues: (field: string) => ReadonlySet<string>;
  },
): Read {
  const whole = parsed(text);
  const noJson = 'This is not whole JSON. Copy the rule again, from its first { to its last }.';
  if (!whole) return { issues: [{ path: '', code: 'no_json', message: noJson }] };
  const read = readRule(whole.json, { ...options, newId: newNodeId });
  if (!read.ok) return { issues: read.error };
  const definition = parseDefinition(read.value, options.catalog, { knownValues: options.knownValues });
  if (!definition.ok) return { issues: definition.error };
  const { entity } = definition.value;
  if (entity !== options.entity) {
    const message = `This rule is about ${entity}s, and the one here about ${options.entity}s.`;
    return { issues: [{ path: '/entity', code: 'wrong_entity', message }] };
  }
  return { root: withNewIds(toDraft(definition.value).root, newNodeId) };
}

const ways = [
  { value: 'add' as const, label: 'Add it as a group' },
  { value: 'replace' as const, label: 'Put it in place of what is here' },
];

/** Takes in a rule from the clipboard: from another segment or another tool. */
export function PasteRule() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label="Paste a rule" onClick={() => setOpen(true)}>
        <ClipboardPaste aria-hidden />
      </IconButton>
      {isOpen && <PasteDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function PasteDialog({ onClose }: { onClose: () => void }) {
  const { draft, catalog, words, asOf, valuesOf, edit, add } = useRuleEditing();
  const [text, setText] = useState('');
  const [way, setWay] = useState<'add' | 'replace'>(draft.root.rules.length === 0 ? 'replace' : 'add');
  const [issues, setIssues] = useState<Issue[]>([]);
  const calendar = words.calendar ?? { timeZone: 'UTC', fiscalYearStartMonth: 1 };
  const take = () => {
    const knownValues = (field: string) => new Set(valuesOf(field).map(foldText));
    const read = readPasted(text, { catalog, entity: draft.entity, asOf, calendar, knownValues });
    if ('issues' in read) {
      setIssues(read.issues);
      return;
    }
    if (way === 'add') add(read.root, draft.root.id);
    else edit({ ...draft, root: { ...read.root, id: draft.root.id } }, { say: 'Rule replaced' });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Paste a rule"
      description="JSON of a segment, a rule in JsonLogic, or a query of react-querybuilder."
      width={600}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            onClick={take}
            {...(text.trim() === '' ? { reason: 'Paste a rule.' } : {})}
          >
            {way === 'add' ? 'Add' : 'Replace'}
          </Button>
        </>
      }
    >
      <div className="grid gap-3">
        <Field label="Rule">
          <Textarea
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setIssues([]);
            }}
            spellCheck={false}
            className="min-h-48 font-mono text-12"
          />
        </Field>
        <RadioGroup label="What to do with it" value={way} onValueChange={setWay} options={ways} />
        {issues.length > 0 && (
          <section role="alert">
            <h3 className="text-13 font-medium text-bad-ink">
              {issues.length === 1 ? 'One part cannot be read' : `${issues.length} parts cannot be read`}.
              Nothing was changed.
            </h3>
            <ul className="border-y border-line text-ink-2">
              {issues.map((issue) => (
                <li key={issue.path + issue.code} className="border-b border-line px-2 py-1 last:border-b-0">
                  {issue.message} <code className="text-12 text-ink-3">{issue.path || 'the whole text'}</code>
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
