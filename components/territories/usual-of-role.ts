import { median } from '#lib/metrics/median.ts';
import type { Rep } from '#lib/shared/rep-shapes.ts';

/** What people of a role usually can do and may hold: the middle of those of whom it is recorded, else null. */
export function usualOfRole(
  reps: readonly Rep[],
  role: string,
): { capacityTouches: number | null; maxAccounts: number | null } {
  const peers = reps.filter((rep) => rep.kind === 'rep' && rep.isActive && rep.role === role);
  const middle = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null).sort((a, b) => a - b);
    const found = median(known);
    return found === null ? null : Math.round(found);
  };
  return {
    capacityTouches: middle(peers.map((rep) => rep.capacityTouches)),
    maxAccounts: middle(peers.map((rep) => rep.maxAccounts)),
  };
}
