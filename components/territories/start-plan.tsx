'use client';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { z } from 'zod';
import { api, problemText } from '#components/api-client.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { formatCount } from '#lib/shared/format.ts';
import type { planStarts } from '#lib/shared/plan-settings-shapes.ts';

type Start = (typeof planStarts)[number];
type Facts = { accounts: number; owners: number; owned: number; placed: number };

/** Before there is a plan: what it is for, and what it can start from. `refusal` says why somebody may not. */
export function StartPlan({
  facts,
  refusal,
  year,
}: {
  facts: Facts | null;
  refusal: string | null;
  year: number;
}) {
  const router = useRouter();
  const [name, setName] = useState(`FY${year % 100} territories`);
  const [start, setStart] = useState<Start>(facts ? likelyStart(facts) : 'places');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function create(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      await api('/plans', { method: 'POST', body: { name, start }, schema: z.object({ id: z.string() }) });
      router.refresh();
    } catch (error) {
      setProblem(problemText(error));
      setBusy(false);
    }
  }

  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="Territories" />
      <div className="p-4">
        <EmptyState
          title="A territory plan says which rep works which account, and why."
          actions={
            facts && (
              <>
                <Button
                  variant={facts.accounts === 0 ? 'secondary' : 'primary'}
                  busy={isBusy}
                  onClick={() => void create()}
                >
                  Start a plan
                </Button>
                {facts.accounts === 0 && (
                  <Button asChild variant="primary">
                    <AppLink href="/data">Import accounts first</AppLink>
                  </Button>
                )}
              </>
            )
          }
        >
          {!facts && <p>Nobody has started one yet. {refusal}</p>}
          {facts && (
            <div className="mt-3 flex flex-col gap-4 text-ink">
              <Field label="Name" {...(problem ? { refusal: problem } : {})}>
                <Input
                  size="lg"
                  value={name}
                  maxLength={120}
                  onChange={(event) => setName(event.target.value)}
                />
              </Field>
              <div className="grid gap-2">
                <span className="font-medium">Start from</span>
                <RadioGroup
                  label="Start from"
                  value={start}
                  onValueChange={(value) => setStart(value as Start)}
                  options={[
                    {
                      value: 'places',
                      label: 'States and countries',
                      hint:
                        facts.placed === 0
                          ? 'No account has a country yet.'
                          : `A territory for every region where accounts are; ${formatCount(facts.placed, 'account has', 'accounts have')} a country.`,
                      disabled: facts.placed === 0,
                    },
                    {
                      value: 'owners',
                      label: 'Owners in the CRM',
                      hint:
                        facts.owned === 0
                          ? 'No account has an owner in the CRM.'
                          : `${formatCount(facts.owners, 'owner')}, each with a territory of named accounts; ${formatCount(facts.owned, 'account')}.`,
                      disabled: facts.owned === 0,
                    },
                    { value: 'blank', label: 'Nothing', hint: 'All accounts start unassigned.' },
                  ]}
                />
              </div>
            </div>
          )}
        </EmptyState>
      </div>
    </div>
  );
}

function likelyStart({ owned, placed }: Facts): Start {
  if (owned === 0 && placed === 0) return 'blank';
  return owned > placed / 2 ? 'owners' : 'places';
}
