'use client';
import { type ReactNode, useState } from 'react';
import { type SettingsView, settingsView } from '#lib/shared/settings-shapes.ts';
import type { WorkspaceSettings } from '#lib/shared/workspace-settings.ts';
import { api } from '../api-client.ts';
import { FormMessage } from '../auth/form-message.tsx';
import { currencyOptions, monthNames, timeZoneOptions } from '../auth/set-up-options.ts';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Field } from '../ui/field.tsx';
import { Input } from '../ui/input.tsx';
import { MultiCombobox } from '../ui/multi-combobox.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { SectionHeader } from '../ui/section-header.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { CurrencyRates } from './currency-rates.tsx';
import { useSubmit } from './use-submit.ts';

type Props = {
  view: SettingsView;
  choices: {
    segments: { id: string; name: string }[];
    potentialFields: { key: string; label: string }[];
    jobFunctions: string[];
  };
  mayEdit: boolean;
};

const ALL = 'all';

/** What the workspace decides about itself. Saved as a whole, against the version that was read. */
export function WorkspaceForm({ view, choices, mayEdit }: Props) {
  const [name, setName] = useState(view.name);
  const [settings, setSettings] = useState(view.settings);
  const [currencyRates, setRates] = useState(view.currencyRates);
  const { isBusy, refusal, submit } = useSubmit();
  const set = (change: Partial<WorkspaceSettings>) => setSettings((now) => ({ ...now, ...change }));
  const refused = (path: string) => refusal.fields[path] ?? refusal.fields[`settings.${path}`];
  const save = () =>
    submit(
      () =>
        api('/settings', {
          method: 'PUT',
          body: { name, settings, currencyRates },
          ifMatch: view.version,
          schema: settingsView,
        }),
      'Settings saved',
    );
  return (
    <form
      className="min-h-0 flex-1 overflow-auto"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <fieldset disabled={!mayEdit} className="grid max-w-180 gap-8 px-4 py-5">
        <Part title="Workspace">
          <Field label="Name" refusal={refused('name')}>
            <Input value={name} onChange={(event) => setName(event.target.value)} />
          </Field>
          <Field
            label="Main system"
            hint="The CRM whose ids are the plain external id, for example salesforce."
            refusal={refused('mainSystem')}
          >
            <Input
              value={settings.mainSystem}
              onChange={(event) => set({ mainSystem: event.target.value })}
            />
          </Field>
        </Part>
        <Part
          title="Time and money"
          about="Days begin and end in the time zone; quarters follow the fiscal year."
        >
          <Field label="Time zone" refusal={refused('timeZone')}>
            <Combobox
              label="Time zone"
              size="lg"
              value={settings.timeZone}
              onValueChange={(timeZone) => set({ timeZone })}
              options={timeZoneOptions(settings.timeZone).map((zone) => ({ value: zone, label: zone }))}
            />
          </Field>
          <Field label="Fiscal year starts in" refusal={refused('fiscalYearStartMonth')}>
            <Select
              size="lg"
              value={String(settings.fiscalYearStartMonth)}
              onValueChange={(month) => set({ fiscalYearStartMonth: Number(month) })}
              options={monthNames().map((label, at) => ({ value: String(at + 1), label }))}
            />
          </Field>
          <Field
            label="Currency"
            hint="All amounts are stored in it. Changing it relabels them; nothing is converted."
            refusal={refused('currency')}
          >
            <Combobox
              label="Currency"
              size="lg"
              value={settings.currency}
              onValueChange={(currency) => set({ currency })}
              valueLabel={settings.currency}
              options={currencyOptions().map(({ code, label }) => ({ value: code, label }))}
            />
          </Field>
          <CurrencyRates
            currency={settings.currency}
            rates={currencyRates}
            onChange={setRates}
            errors={refusal.fields}
            mayEdit={mayEdit}
          />
        </Part>
        <Part title="Market" about="What counts as the market, and what an account could be worth.">
          <Field label="TAM" hint="Shares of the market are taken of it." refusal={refused('tamSegmentId')}>
            <Select
              size="lg"
              value={settings.tamSegmentId ?? ALL}
              onValueChange={(id) => set({ tamSegmentId: id === ALL ? null : id })}
              options={[
                { value: ALL, label: 'All accounts' },
                ...choices.segments.map((segment) => ({ value: segment.id, label: segment.name })),
              ]}
            />
          </Field>
          <Field
            label="Potential of an account"
            hint="Territories are balanced by it."
            refusal={refused('potentialField')}
          >
            <Select
              size="lg"
              value={settings.potentialField}
              onValueChange={(potentialField) => set({ potentialField })}
              options={choices.potentialFields.map(({ key, label }) => ({ value: key, label }))}
            />
          </Field>
          <Field
            label="Functions you sell to"
            hint="Personas are derived from them."
            refusal={refused('soldToFunctions')}
          >
            <MultiCombobox
              label="Functions you sell to"
              value={settings.soldToFunctions}
              onValueChange={(soldToFunctions) => set({ soldToFunctions })}
              options={choices.jobFunctions.map((value) => ({ value, label: value.replaceAll('_', ' ') }))}
              labelOf={(value) => value.replaceAll('_', ' ')}
            />
          </Field>
        </Part>
        <Part title="Rules of thumb">
          <Field label="High intent is a strength of at least" refusal={refused('highIntent.strengthMin')}>
            <NumberInput
              unit="of 100"
              value={settings.highIntent.strengthMin}
              onValueChange={(value) =>
                set({ highIntent: { ...settings.highIntent, strengthMin: value ?? 0 } })
              }
            />
          </Field>
          <Field label="within the last" refusal={refused('highIntent.days')}>
            <NumberInput
              unit="days"
              value={settings.highIntent.days}
              onValueChange={(value) => set({ highIntent: { ...settings.highIntent, days: value ?? 0 } })}
            />
          </Field>
          <Field
            label="A campaign needs at least"
            hint="Segments with fewer reachable contacts get a warning."
            refusal={refused('viability') ?? refused('viability.low')}
          >
            <NumberInput
              unit="contacts"
              value={settings.viability.low}
              onValueChange={(value) => set({ viability: { ...settings.viability, low: value ?? 0 } })}
            />
          </Field>
          <Field label="and is well supplied from" refusal={refused('viability.high')}>
            <NumberInput
              unit="contacts"
              value={settings.viability.high}
              onValueChange={(value) => set({ viability: { ...settings.viability, high: value ?? 0 } })}
            />
          </Field>
          <Field
            label="A book is balanced within"
            hint="Around the average of all books."
            refusal={refused('balanceToleranceRate')}
          >
            <NumberInput
              unit="%"
              value={Math.round(settings.balanceToleranceRate * 1000) / 10}
              onValueChange={(value) => set({ balanceToleranceRate: (value ?? 0) / 100 })}
            />
          </Field>
          <div className="grid gap-1">
            <Switch
              checked={settings.leaderApprovesPlans}
              onCheckedChange={(leaderApprovesPlans) => set({ leaderApprovesPlans })}
            >
              A leader approves plans
            </Switch>
            <p className="text-12 text-ink-3">
              RevOps then asks for approval before a territory plan is published; leaders and admins publish
              by themselves.
            </p>
          </div>
        </Part>
      </fieldset>
      <footer className="sticky bottom-0 flex max-w-full items-center gap-3 border-t border-line bg-panel px-4 py-3">
        <FormMessage>{refusal.message}</FormMessage>
        <Button
          type="submit"
          variant="primary"
          busy={isBusy}
          reason={mayEdit ? undefined : 'Only RevOps and admins change these.'}
        >
          Save settings
        </Button>
      </footer>
    </form>
  );
}

function Part({ title, about, children }: { title: string; about?: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <SectionHeader title={title} fact={about} />
      <div className="grid items-start gap-4 sm:grid-cols-2">{children}</div>
    </section>
  );
}
