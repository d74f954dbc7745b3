import { formatCount } from '#lib/shared/format.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { RebasedScenario } from '#lib/shared/scenario-shapes.ts';
import type { RebaseNote, TerritoryPart } from '#lib/territories/scenarios/rebase.ts';

type Names = {
  territories: ReadonlyMap<number, string>;
  accounts: ReadonlyMap<number, { name: string }>;
  reps: ReadonlyMap<number, string>;
};

const partWords: Record<TerritoryPart, string> = {
  name: 'name',
  rule: 'rule',
  places: 'places',
  holders: 'holders',
  parent: 'place in the tree',
};

const keptKinds = new Set<RebaseNote['kind']>(['bothChanged', 'bothTurned', 'bothMoved', 'keptRemoved']);

/** What a re-base found, in sentences: what was left out, and what both sides had changed. */
export function rebaseSentences(
  notes: readonly RebaseNote[],
  names: Names,
): Pick<RebasedScenario, 'dropped' | 'both'> {
  const dropped: RebasedScenario['dropped'] = [];
  const both: RebasedScenario['both'] = [];
  for (const note of notes) {
    const item = { kind: note.kind, sentence: sentenceOf(note, names), accountIds: idsOf(note) };
    (keptKinds.has(note.kind) ? both : dropped).push(item);
  }
  return { dropped, both };
}

function idsOf(note: RebaseNote): string[] {
  if (note.kind === 'territoryGone') return note.accountIds.map((id) => toPublicId('account', id));
  const id = 'accountId' in note ? note.accountId : null;
  return id === null ? [] : [toPublicId('account', id)];
}

function sentenceOf(note: RebaseNote, { territories, accounts, reps }: Names): string {
  const account = (id: number) => accounts.get(id)?.name ?? 'An account';
  switch (note.kind) {
    case 'territoryGone':
      return `“${note.name}” is no longer in the plan, so ${formatCount(note.accountIds.length, 'account')} placed there by hand went back to the rules.`;
    case 'accountGone':
      return `${account(note.accountId)} was archived, so what was set on it by hand went.`;
    case 'repGone': {
      const rep = reps.get(note.repId) ?? 'A rep';
      return note.accountId === null
        ? `${rep} has left, and no longer holds “${territories.get(note.territoryKey ?? 0) ?? 'a territory'}”.`
        : `${rep} has left, so ${account(note.accountId)} went back to what its territory says.`;
    }
    case 'bothChanged':
      return `“${note.name}”: the plan changed its ${note.parts.map((part) => partWords[part]).join(' and ')} too. The scenario’s stays.`;
    case 'bothTurned':
      return 'The plan tries its territories in another order too. The scenario’s order stays.';
    case 'bothMoved':
      return `${account(note.accountId)}: the plan has it elsewhere by now. The scenario’s place stays.`;
    case 'keptRemoved':
      return `“${note.name}” is no longer in the plan. The scenario had changed it, so it stays here.`;
  }
}
