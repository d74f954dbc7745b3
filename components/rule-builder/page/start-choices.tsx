'use client';
import { useMemo, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Textarea } from '#components/ui/textarea.tsx';
import { splitPasted } from '#components/ui/pasted-values.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { templates } from '#lib/rules/templates.ts';
import type { Ask } from '#lib/rules/templates.ts';
import { formatCount } from '#lib/shared/format.ts';
import { newNodeId } from '../new-id.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { segmentChoices } from '../segment-choices.ts';

/** `HTTPS://www.Acme.com/about`, `jo@acme.com` → `acme.com`. */
function domainOf(text: string): string {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/[/?#].*$/, '');
  return host.slice(host.lastIndexOf('@') + 1).replace(/^www\./, '');
}

/** An empty rule: what a segment is, and the ways to begin one. */
export function StartChoices({ onStart }: { onStart: (draft: Draft, asks: Ask[]) => void }) {
  const { catalog, valuesOf, draft } = useRuleEditing();
  const [pasting, setPasting] = useState(false);
  const [pasted, setPasted] = useState('');
  const segments = useMemo(() => segmentChoices(catalog, draft.entity), [catalog, draft.entity]);
  const domains = [
    ...new Set(
      splitPasted(pasted)
        .map(domainOf)
        .filter((domain) => domain.includes('.')),
    ),
  ];
  const started = (rules: Draft['root']['rules']): Draft => ({ ...draft, root: { ...draft.root, rules } });
  const single = templates.filter((template) => template.kind === 'segment');

  return (
    <EmptyState
      className="mx-4 mb-3"
      title="A segment is a rule that keeps a list true."
      actions={
        <>
          <Menu
            align="start"
            label="Templates"
            trigger={<Button variant="primary">Start from a template</Button>}
            items={single.map((template) => ({
              label: template.name,
              hint: template.description,
              onSelect: () => {
                const [built] = template.build({ newId: newNodeId, catalog, valuesOf });
                if (built)
                  onStart({ ...built.draft, root: { ...built.draft.root, id: draft.root.id } }, built.asks);
              },
            }))}
          />
          <Button variant="ghost" onClick={() => setPasting(true)}>
            Paste domains
          </Button>
          <Combobox
            label="Start from a segment"
            value={null}
            options={segments}
            onValueChange={(segmentId) =>
              onStart(started([{ id: newNodeId(), kind: 'segment', segmentId, member: true }]), [])
            }
            trigger={<Button variant="ghost">Another segment</Button>}
          />
        </>
      }
    >
      Start from a template, a list or another segment, or type a condition below: employees &gt; 500, uses
      sap.
      <Dialog
        open={pasting}
        onOpenChange={setPasting}
        title="Accounts by their domain"
        footer={
          <Button
            variant="primary"
            {...(domains.length === 0 ? { reason: 'Paste at least one domain.' } : {})}
            onClick={() => {
              setPasting(false);
              const name = draft.entity === 'contact' ? 'account.domain' : 'domain';
              onStart(
                started([{ id: newNodeId(), kind: 'field', field: name, operator: 'in', value: domains }]),
                [],
              );
            }}
          >
            Use {formatCount(domains.length, 'domain')}
          </Button>
        }
      >
        <Field
          label="Domains"
          hint="One per line, or separated by commas. Web and e-mail addresses work too."
        >
          <Textarea rows={8} value={pasted} onChange={(event) => setPasted(event.target.value)} />
        </Field>
      </Dialog>
    </EmptyState>
  );
}
