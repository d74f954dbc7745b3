'use client';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import { FormMessage } from '#components/auth/form-message.tsx';
import { useSubmit } from '#components/settings/use-submit.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Sheet } from '#components/ui/sheet.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { type Rep, repSchema } from '#lib/shared/rep-shapes.ts';
import { CapacityField } from './capacity-field.tsx';
import { RepLimitFields } from './rep-limit-fields.tsx';
import { RepTimeFields } from './rep-time-fields.tsx';
import { roleText } from './words.ts';

const NOBODY = 'nobody';
const blank = {
  name: '',
  email: null as string | null,
  externalId: null as string | null,
  role: null as string | null,
  region: null as string | null,
  managerId: null as string | null,
  isActive: true,
  capacityTouches: null as number | null,
  maxAccounts: null as number | null,
  quotaAmount: null as number | null,
  rampRate: 1 as number | null,
  capacityHours: null as number | null,
  startsOn: null as string | null,
  endsOn: null as string | null,
  isOpening: false,
  homeCity: null as string | null,
  homeState: null as string | null,
  homeCountry: null as string | null,
  allowedRegions: [] as string[],
  allowedSegmentIds: [] as string[],
  languages: [] as string[],
  tiers: [] as string[],
  absences: [] as Rep['absences'],
  memberIds: [] as string[],
};

function valuesOf(rep: Rep): typeof blank {
  const {
    id: _id,
    kind: _kind,
    managerName: _manager,
    accounts: _accounts,
    version: _version,
    ...values
  } = rep;
  return values;
}

/** Add or change one rep or pool. */
export function RepSheet({
  rep,
  kind,
  reps,
  currency,
  onClose,
}: {
  /** Null to add one. */
  rep: Rep | null;
  kind: 'rep' | 'pool';
  reps: readonly Rep[];
  currency: string;
  onClose: () => void;
}) {
  const [values, setValues] = useState(rep ? valuesOf(rep) : blank);
  const { isBusy, refusal, submit } = useSubmit();
  const patch = (change: Partial<typeof blank>) => setValues({ ...values, ...change });
  const people = reps.filter((other) => other.kind === 'rep' && other.id !== rep?.id);
  const refused = (field: string) => (refusal.fields[field] ? { refusal: refusal.fields[field] } : {});

  async function save(): Promise<void> {
    const { memberIds, ...rest } = values;
    const body = kind === 'pool' ? { ...rest, memberIds } : rest;
    const saved = await submit(
      () =>
        rep
          ? api(`/reps/${rep.id}`, { method: 'PATCH', body, ifMatch: rep.version, schema: repSchema })
          : api('/reps', { method: 'POST', body: { ...body, kind }, schema: repSchema }),
      `${values.name} saved`,
    );
    if (saved) onClose();
  }

  const text = (field: 'role' | 'region' | 'email' | 'externalId', label: string, hint?: string) => (
    <Field label={label} optional {...(hint ? { hint } : {})} {...refused(field)}>
      <Input
        size="lg"
        value={values[field] ?? ''}
        onChange={(event) => patch({ [field]: event.target.value === '' ? null : event.target.value })}
      />
    </Field>
  );
  return (
    <Sheet
      open
      onOpenChange={(open) => !open && onClose()}
      title={rep?.name ?? (kind === 'pool' ? 'Add a pool' : 'Add a rep')}
      {...(rep ? { description: `Holds ${formatCount(rep.accounts, 'account')} now` } : {})}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form="rep" variant="primary" busy={isBusy}>
            Save
          </Button>
        </>
      }
    >
      {rep && (
        <p className="px-4 pt-3">
          <Button variant="link" size="inline" asChild>
            <AppLink href={`/territories/reps/${rep.id}`}>What came and went</AppLink>
          </Button>
        </p>
      )}
      <form
        id="rep"
        className="grid gap-4 p-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Field label="Name" {...refused('name')}>
          <Input size="lg" value={values.name} onChange={(event) => patch({ name: event.target.value })} />
        </Field>
        {kind === 'pool' && (
          <Field label="Members" hint="They share what the pool holds, and see it." {...refused('memberIds')}>
            <MultiCombobox
              label="Members"
              size="lg"
              value={values.memberIds}
              onValueChange={(memberIds) => patch({ memberIds })}
              placeholder="Choose reps"
              options={people.map(({ id, name, role }) => ({
                value: id,
                label: name,
                ...(role ? { hint: roleText(role) } : {}),
              }))}
            />
          </Field>
        )}
        {kind === 'rep' && (
          <>
            <div className="grid grid-cols-2 gap-3">
              {text('role', 'Role')}
              {text('region', 'Region')}
            </div>
            <Field label="Manager" optional {...refused('managerId')}>
              <Combobox
                label="Manager"
                size="lg"
                value={values.managerId ?? NOBODY}
                onValueChange={(id) => patch({ managerId: id === NOBODY ? null : id })}
                options={[
                  { value: NOBODY, label: 'Nobody' },
                  ...people.map(({ id, name, role }) => ({
                    value: id,
                    label: name,
                    ...(role ? { hint: roleText(role) } : {}),
                  })),
                ]}
              />
            </Field>
            {text('email', 'E-mail')}
          </>
        )}
        {text('externalId', 'Id in the CRM', 'Goes into the CSV of moves.')}
        <div className="grid grid-cols-2 gap-3">
          <CapacityField kind={kind} values={values} patch={patch} refused={refused} />
          <Field
            label="Account cap"
            optional
            hint="The most to hold; empty: as their tiers say"
            {...refused('maxAccounts')}
          >
            <NumberInput
              size="lg"
              unit="accounts"
              value={values.maxAccounts}
              onValueChange={(maxAccounts) => patch({ maxAccounts })}
            />
          </Field>
          <Field label="Quota" optional hint="A fiscal quarter" {...refused('quotaAmount')}>
            <NumberInput
              size="lg"
              unit={currency}
              value={values.quotaAmount}
              onValueChange={(quotaAmount) => patch({ quotaAmount })}
            />
          </Field>
          {kind === 'rep' && (
            <Field label="Ramp" optional hint="Where no first day is known" {...refused('rampRate')}>
              <NumberInput
                size="lg"
                unit="%"
                value={values.rampRate === null ? null : Math.round(values.rampRate * 100)}
                onValueChange={(percent) => patch({ rampRate: percent === null ? null : percent / 100 })}
              />
            </Field>
          )}
        </div>
        {kind === 'rep' && (
          <>
            <RepTimeFields values={values} patch={patch} refused={refused} />
            <RepLimitFields values={values} patch={patch} refused={refused} />
          </>
        )}
        <Switch checked={values.isActive} onCheckedChange={(isActive) => patch({ isActive })}>
          Active
        </Switch>
        {!values.isActive && (
          <p className="text-12 text-ink-3">
            Somebody who is not active gets nothing new: territories skip them, and what they hold shows as
            suggested moves.
          </p>
        )}
        <FormMessage>{refusal.message}</FormMessage>
      </form>
    </Sheet>
  );
}
