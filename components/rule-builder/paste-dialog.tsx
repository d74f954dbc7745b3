'use client';
import { useState } from 'react';
import { noWholeJson, parsedJson, RuleIssues } from '#components/segments/pasted-rule.tsx';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
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
  const whole = parsedJson(text);
  if (!whole) return { issues: [{ path: '', code: 'no_json', message: noWholeJson }] };
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

/** Asks for a rule in one of the forms that can be read, and adds it or puts it in place. */
export function PasteDialog({ onClose }: { onClose: () => void }) {
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
        {issues.length > 0 && <RuleIssues issues={issues} aftermath="Nothing was changed." />}
      </div>
    </Dialog>
  );
}
