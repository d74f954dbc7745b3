'use client';
import { Combobox } from '#components/ui/combobox.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { NumberInput } from '#components/ui/number-input.tsx';
import type { Rep } from '#lib/shared/rep-shapes.ts';
import { usualOfRole } from './usual-of-role.ts';
import { roleText } from './words.ts';

export type JoinWho = {
  name: string;
  email: string;
  role: string;
  managerId: string | null;
  /** ISO day; '' = not given. */
  startsOn: string;
  /** A month at full ramp. */
  capacityTouches: number | null;
  maxAccounts: number | null;
};

/** Who joins: name and first day; for somebody new also role and manager, which an open place has already. */
export function JoinFields({
  who,
  onChange,
  reps,
  hasTeam,
}: {
  who: JoinWho;
  onChange: (who: JoinWho) => void;
  reps: readonly Rep[];
  hasTeam: boolean;
}) {
  const roles = [...new Set(reps.flatMap(({ role }) => role ?? []))].sort();
  const managers = reps.filter((rep) => reps.some((other) => other.managerId === rep.id));
  return (
    <div className="grid grid-cols-2 gap-3 max-sm:grid-cols-1">
      <Field label="Name">
        <Input
          size="lg"
          value={who.name}
          maxLength={120}
          onChange={(event) => onChange({ ...who, name: event.target.value })}
        />
      </Field>
      <Field label="E-mail" optional>
        <Input
          size="lg"
          type="email"
          value={who.email}
          onChange={(event) => onChange({ ...who, email: event.target.value })}
        />
      </Field>
      {hasTeam && (
        <>
          <Field label="Role">
            <Combobox
              label="Role"
              size="lg"
              value={who.role === '' ? null : who.role}
              onValueChange={(role) => onChange({ ...who, role, ...usualOfRole(reps, role) })}
              options={roles.map((role) => ({ value: role, label: roleText(role) }))}
            />
          </Field>
          <Field label="Manager">
            <Combobox
              label="Manager"
              size="lg"
              value={who.managerId}
              onValueChange={(managerId) => onChange({ ...who, managerId })}
              options={managers.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Field>
          <Field label="Touches a month" optional hint="At full ramp; as the role usually has">
            <NumberInput
              size="lg"
              value={who.capacityTouches}
              onValueChange={(capacityTouches) => onChange({ ...who, capacityTouches })}
            />
          </Field>
          <Field label="Account cap" optional hint="As the role usually has">
            <NumberInput
              size="lg"
              value={who.maxAccounts}
              onValueChange={(maxAccounts) => onChange({ ...who, maxAccounts })}
            />
          </Field>
        </>
      )}
      <Field
        label="First day"
        optional
        hint="With one they take what their ramp lets them do this month; without one a full book at once. It can be set later."
      >
        <DateInput
          size="lg"
          value={who.startsOn}
          onValueChange={(startsOn) => onChange({ ...who, startsOn })}
        />
      </Field>
    </div>
  );
}
