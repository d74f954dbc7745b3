import type { PlanTerritory } from '#lib/shared/plan-shapes.ts';

/** Why an account lies where it lies, in a few words, by the step that placed it. */
export const stepWords: Record<string, string> = {
  lock: 'Locked',
  named: 'By hand',
  rule: 'By rule',
  geography: 'By place',
  unassigned: 'Nothing takes it',
};

export const kindWords: Record<NonNullable<PlanTerritory['kind']>, string> = {
  rule: 'Rule',
  geography: 'States and countries',
  named: 'Named accounts',
};

/** The steps of a plan in the order that decides, as headings of the list. */
export const planSteps: { kind: NonNullable<PlanTerritory['kind']>; title: string; hint: string }[] = [
  { kind: 'named', title: 'Named accounts', hint: 'Put there by hand; locks come before everything' },
  { kind: 'rule', title: 'Rules', hint: 'From top to bottom, the first that matches' },
  { kind: 'geography', title: 'States and countries', hint: 'From top to bottom, after all rules' },
];

/** A sales role as people write it: short ones are abbreviations (`ae` → AE), others words (`manager` → Manager). */
export function roleText(role: string): string {
  return role.length <= 3 ? role.toUpperCase() : role.charAt(0).toUpperCase() + role.slice(1);
}

/** `3rd`. */
export function ordinal(number: number): string {
  const tens = number % 100;
  const suffix = tens >= 11 && tens <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][number % 10] ?? 'th');
  return `${number}${suffix}`;
}
