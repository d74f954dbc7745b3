import { formatCount } from '#lib/shared/format.ts';

/** What a version could not do because people left or accounts went to the Trash; null when it could do all. */
export function leftWords(
  { left, goneAccounts }: { left: { name: string; accounts: number }[]; goneAccounts: number },
  tense: 'will' | 'did',
): string | null {
  const keep = tense === 'will' ? 'will keep' : 'kept';
  const parts = [
    ...left.map(
      ({ name, accounts }) =>
        `${name} has left: ${formatCount(accounts, 'account')} ${keep} whom ${accounts === 1 ? 'it has' : 'they have'}.`,
    ),
    goneAccounts > 0
      ? `${formatCount(goneAccounts, 'account')} ${goneAccounts === 1 ? 'lies' : 'lie'} in the Trash and ${tense === 'will' ? 'will be' : goneAccounts === 1 ? 'was' : 'were'} left out.`
      : null,
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}
