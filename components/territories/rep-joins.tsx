'use client';
import type { Route } from 'next';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { job as jobShape } from '#lib/shared/job-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import { type OptimiseInput, optimiseInputSchema } from '#lib/shared/proposal-shapes.ts';
import { type Rep, repSchema } from '#lib/shared/rep-shapes.ts';
import { JoinFields, type JoinWho } from './join-fields.tsx';
import { planSlots } from './use-plan-address.ts';
import { roleText } from './words.ts';

type How = 'new' | 'opening' | 'here';

/**
 * Somebody joins: who they are, then a proposal of the accounts they take, in which everybody else keeps what does not go
 * to them. The proposal is shown with its effect and accepted on the page for balancing.
 */
export function RepJoins({
  planId,
  reps,
  mayEditReps,
  onClose,
}: {
  planId: string;
  reps: readonly Rep[];
  /** Adds people and fills places; others choose somebody who is here already. */
  mayEditReps: boolean;
  onClose: () => void;
}) {
  const router = useRouter();
  const openings = reps.filter((rep) => rep.isOpening && rep.isActive);
  const [how, setHow] = useState<How>(mayEditReps ? (openings.length > 0 ? 'opening' : 'new') : 'here');
  const [who, setWho] = useState<JoinWho>({
    name: '',
    email: '',
    role: '',
    managerId: null,
    startsOn: '',
    capacityTouches: null,
    maxAccounts: null,
  });
  const [repId, setRepId] = useState<string | null>(null);
  const [slot, setSlot] = useState<OptimiseInput['slot']>('ae');
  const [hasFree, setHasFree] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const chosen = reps.find((rep) => rep.id === repId) ?? null;
  const missing =
    how !== 'new' && repId === null
      ? how === 'opening'
        ? 'Choose the open place first.'
        : 'Choose who joins first.'
      : how !== 'here' && who.name.trim() === ''
        ? 'Give their name first.'
        : undefined;

  async function join(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const id = await joined();
      const input = optimiseInputSchema.parse({
        slot,
        scope: { kind: 'newReps', repIds: [id] },
        includeUnassigned: hasFree,
      });
      const job = await api(`/plans/${planId}/optimise`, { method: 'POST', body: input, schema: jobShape });
      router.push(`/territories/balance?job=${job.id}` as Route);
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  async function joined(): Promise<string> {
    if (how === 'here') return repId ?? '';
    const name = who.name.trim();
    const email = who.email.trim() === '' ? null : who.email.trim();
    const startsOn = who.startsOn === '' ? null : who.startsOn;
    if (how === 'opening' && chosen) {
      const filled = await api(`/reps/${chosen.id}`, {
        method: 'PATCH',
        body: { name, email, startsOn, isOpening: false },
        ifMatch: chosen.version,
        schema: repSchema,
      });
      return keep(filled);
    }
    const { managerId, capacityTouches, maxAccounts } = who;
    const role = who.role === '' ? null : who.role;
    const body = { name, email, startsOn, role, managerId, capacityTouches, maxAccounts, isActive: true };
    return keep(await api('/reps', { method: 'POST', body, schema: repSchema }));
  }

  /** A second try after a refusal must not add the same person again. */
  function keep(rep: Rep): string {
    setHow('here');
    setRepId(rep.id);
    router.refresh();
    return rep.id;
  }

  const slotOf = (role: string | null) =>
    setSlot(planSlots.find((item) => item === role?.toLowerCase()) ?? slot);

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="A rep joins"
      description="They get accounts from everybody of the team, as few as balance their book. All else stays, unless a limit forces a move. You see the effect before you accept it into the draft."
      width={560}
      problem={problem}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="primary" busy={isBusy} reason={missing} onClick={() => void join()}>
            Work out their book
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {mayEditReps && (
          <Segmented
            label="Who joins"
            value={how}
            onValueChange={(next) => {
              setHow(next);
              setRepId(null);
            }}
            options={[
              { value: 'new' as const, label: 'Somebody new' },
              ...(openings.length > 0 ? [{ value: 'opening' as const, label: 'Fills an open place' }] : []),
              { value: 'here' as const, label: 'Is here already' },
            ]}
            className="self-start"
          />
        )}
        {how !== 'new' && (
          <Field
            label={how === 'opening' ? 'Open place' : 'Rep'}
            hint={mayEditReps ? undefined : 'Somebody who is not listed yet is added by RevOps or an admin.'}
          >
            <Combobox
              label={how === 'opening' ? 'Open place' : 'Rep'}
              size="lg"
              value={repId}
              {...(repId === null ? {} : { valueLabel: chosen?.name ?? who.name })}
              onValueChange={(id) => {
                setRepId(id);
                slotOf(reps.find((rep) => rep.id === id)?.role ?? null);
              }}
              options={(how === 'opening'
                ? openings
                : reps
                    .filter((rep) => rep.kind === 'rep' && rep.isActive && !rep.isOpening)
                    .sort((a, b) => a.accounts - b.accounts || a.name.localeCompare(b.name))
              ).map(({ id, name, role, accounts }) => ({
                value: id,
                label: name,
                hint: [role === null ? null : roleText(role), formatCount(accounts, 'account')]
                  .filter(Boolean)
                  .join(' · '),
              }))}
            />
          </Field>
        )}
        {how !== 'here' && (
          <JoinFields
            who={who}
            onChange={(next) => {
              if (next.role !== who.role) slotOf(next.role);
              setWho(next);
            }}
            reps={reps}
            hasTeam={how === 'new'}
          />
        )}
        <Segmented
          label="Slot"
          value={slot}
          onValueChange={setSlot}
          options={planSlots.map((value) => ({ value, label: slotLabels[value] }))}
          className="self-start"
        />
        <Segmented
          label="From where"
          value={hasFree ? 'free' : 'held'}
          onValueChange={(next) => setHasFree(next === 'free')}
          options={[
            { value: 'held', label: 'Colleagues’ accounts only' },
            { value: 'free', label: 'Also all in no territory' },
          ]}
          className="self-start"
        />
      </div>
    </Dialog>
  );
}
