import { formatCount } from '#lib/shared/format.ts';
import { type HandChangeInput, type PlanBook, slotLabels } from '#lib/shared/plan-shapes.ts';

/** What somebody wants to do with chosen accounts. */
export type ChangeKind = 'territory' | 'holder' | 'lock' | 'unlock' | 'toRules' | 'keep';

/** What was chosen in the panel. */
export type ChangeChoice = {
  territoryId: string | null;
  slot: PlanBook['slot'];
  repId: string | null;
  /** Lock what is moved. */
  isLocked: boolean;
  reason: string;
};

export const changeHints: Record<ChangeKind, string> = {
  territory: 'Put there by hand: rules and places no longer decide about them.',
  holder: 'Given by hand: the territory’s holders and even splits no longer decide in this slot.',
  lock: 'They stay in their territory and with their holders; no rule, place or split moves them.',
  unlock: 'Nothing moves now; from then on rules, places and splits may move them again.',
  toRules: 'Places, names, holders and locks set by hand go; rules and places decide again.',
  keep: 'Locked where they are published, so that the plan stops suggesting to move them.',
};

/** Title of the panel, and the label of its button. */
export function changeTitle(kind: ChangeKind, count: number): string {
  const accounts = formatCount(count, 'account');
  return {
    territory: `Move ${accounts}`,
    holder: `Give ${accounts}`,
    lock: `Lock ${accounts}`,
    unlock: `Unlock ${accounts}`,
    toRules: `Give ${accounts} back to the rules`,
    keep: `Keep ${accounts} as published`,
  }[kind];
}

/** What is said when it went through. */
export function changeDone(kind: ChangeKind, count: number, target: string | null): string {
  const accounts = formatCount(count, 'account');
  return {
    territory: `${accounts} moved to ${target ?? 'the territory'}`,
    holder: `${accounts} given to ${target ?? 'the holder'}`,
    lock: `${accounts} locked`,
    unlock: `${accounts} unlocked`,
    toRules: `${accounts} back to the rules`,
    keep: `${accounts} kept as published`,
  }[kind];
}

/** The part of a request that says what changes, or null while a choice is missing. */
export function changeOf(kind: ChangeKind, choice: ChangeChoice): Partial<HandChangeInput> | null {
  const reason = choice.reason.trim() === '' ? {} : { reason: choice.reason.trim() };
  const lock = choice.isLocked ? { isLocked: true } : {};
  switch (kind) {
    case 'territory':
      return choice.territoryId === null ? null : { territoryId: choice.territoryId, ...lock, ...reason };
    case 'holder':
      return choice.repId === null
        ? null
        : { holder: { slot: choice.slot, repId: choice.repId }, ...lock, ...reason };
    case 'lock':
      return { isLocked: true, ...reason };
    case 'unlock':
      return { isLocked: false, ...reason };
    case 'toRules':
      return { toRules: true, ...reason };
    case 'keep':
      return { keep: true, ...reason };
  }
}

/** Why the button cannot be pressed yet. */
export function missingChoice(kind: ChangeKind, choice: ChangeChoice): string | null {
  if (kind === 'territory' && choice.territoryId === null) return 'Choose a territory.';
  if (kind === 'holder' && choice.repId === null) return `Choose who becomes ${slotLabels[choice.slot]}.`;
  return null;
}
