'use client';
import { useState } from 'react';
import { z } from 'zod';
import { ApiProblem, api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { toast } from '#components/ui/toast.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { handChangedSchema, type PlanTerritory } from '#lib/shared/plan-shapes.ts';
import { AccountPicker } from './named-accounts.tsx';
import { ParentSelect } from './parent-select.tsx';
import { PostalAdder, RadiusAdder } from './place-adders.tsx';
import { PlacesPicker } from './places-editor.tsx';
import { usePlanner } from './planner-context.tsx';
import { RuleDialog } from './rule-dialog.tsx';

type Kind = NonNullable<PlanTerritory['kind']>;

const created = z.object({ id: z.string() });

/** Adds a territory: a name, and what takes accounts into it. A rule is drawn in the next step. */
export function NewTerritory({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (id: string) => void;
}) {
  const { plan, refresh } = usePlanner();
  const [name, setName] = useState('');
  const [kind, setKind] = useState<Kind>('rule');
  const [places, setPlaces] = useState<string[]>([]);
  const [accountIds, setAccountIds] = useState<string[]>([]);
  const [drawn, setDrawn] = useState<Draft>();
  const [isDrawing, setDrawing] = useState(false);
  const [parentId, setParentId] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<{ name?: string; other?: string }>({});

  function nameMissing(): boolean {
    if (name.trim() !== '') return false;
    setProblem({ name: 'Give the territory a name.' });
    return true;
  }

  async function create(draft?: Draft): Promise<void> {
    setBusy(true);
    setProblem({});
    setDrawn(draft);
    try {
      const { id } = await api(`/plans/${plan.id}/territories`, {
        method: 'POST',
        body: {
          name: name.trim(),
          kind,
          ...(kind === 'geography' ? { places } : {}),
          ...(draft ? { draft } : {}),
          ...(parentId === null ? {} : { parentId }),
        },
        schema: created,
      });
      if (kind === 'named' && accountIds.length > 0) {
        await api(`/plans/${plan.id}/changes`, {
          method: 'POST',
          body: { accountIds, territoryId: id },
          schema: handChangedSchema,
        });
      }
      toast(`“${name.trim()}” added; choose who holds it`);
      refresh();
      onCreated(id);
    } catch (error) {
      setDrawing(false);
      const taken = error instanceof ApiProblem && error.issues.find((issue) => issue.path === '/name');
      setProblem(taken ? { name: taken.message } : { other: problemText(error) });
    } finally {
      setBusy(false);
    }
  }

  if (isDrawing) {
    return (
      <RuleDialog
        title={`Rule of ${name.trim()}`}
        draft={drawn}
        action="Add the territory"
        onClose={() => setDrawing(false)}
        onSave={create}
      />
    );
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Add a territory"
      problem={problem.other}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          {kind === 'rule' ? (
            <Button variant="primary" onClick={() => !nameMissing() && setDrawing(true)}>
              Draw the rule
            </Button>
          ) : (
            <Button variant="primary" busy={isBusy} onClick={() => !nameMissing() && void create()}>
              Add the territory
            </Button>
          )}
        </>
      }
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (nameMissing()) return;
          if (kind === 'rule') setDrawing(true);
          else void create();
        }}
      >
        <Field label="Name" {...(problem.name ? { refusal: problem.name } : {})}>
          <Input
            autoFocus
            size="lg"
            value={name}
            maxLength={120}
            onChange={(event) => setName(event.target.value)}
          />
        </Field>
        {plan.territories.length > 0 && (
          <Field
            label="Under"
            optional
            hint="Adds up under another territory; who gets an account is not changed by it."
          >
            <ParentSelect value={parentId} onChange={setParentId} ownId={null} />
          </Field>
        )}
        <RadioGroup
          label="What takes accounts into it"
          value={kind}
          onValueChange={(value) => setKind(value as Kind)}
          options={[
            {
              value: 'rule',
              label: 'A rule',
              hint: 'Any conditions, as in the segment builder; before places.',
            },
            {
              value: 'geography',
              label: 'States and countries',
              hint: 'Also postal codes, or around a point: whatever no rule takes and lies there.',
            },
            { value: 'named', label: 'Named accounts', hint: 'Put there by hand; before all rules.' },
          ]}
        />
        {kind === 'geography' && (
          <div className="flex flex-col gap-2">
            <Field label="States and countries" optional>
              <PlacesPicker value={places} onChange={setPlaces} ownId={null} />
            </Field>
            <div className="flex gap-1.5">
              <PostalAdder value={places} onChange={setPlaces} />
              <RadiusAdder value={places} onChange={setPlaces} />
            </div>
          </div>
        )}
        {kind === 'named' && (
          <Field label="Accounts" optional hint="Search, or paste names, domains or CRM ids.">
            <AccountPicker value={accountIds} onChange={setAccountIds} />
          </Field>
        )}
      </form>
    </Dialog>
  );
}
