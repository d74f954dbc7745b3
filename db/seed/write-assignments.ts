import type { Connection } from '../client.ts';
import type { AccountFacts } from './account-facts.ts';
import { type HolderIds, requireHolder } from './holders.ts';
import { type DemoPlacement, type DemoPlan, namedTerritory } from './plan.ts';
import { sheet } from './sheet.ts';
import type { WrittenPlan } from './write-plan.ts';

type Interval = {
  repId: number;
  fromAt: number;
  toAt: number | null;
  versionId: number;
  reason: string | null;
  isLocked: boolean;
};

const reasons: Readonly<Record<DemoPlacement['step'], string>> = {
  lock: 'Locked to this holder',
  named: 'Given by hand',
  rule: 'Goes with its territory',
  geography: 'Goes with its territory',
};

/** Writes where each account lies and who holds it, with who held it before the last carve, and the plan's hand-made part. */
export function assignmentSheet(
  connection: Connection,
  context: { plan: DemoPlan; written: WrittenPlan; ids: HolderIds; userId: number | null },
) {
  const { plan, written, ids, userId } = context;
  const placements = sheet(connection, 'placements', [
    'account_id',
    'territory_id',
    'step',
    'reason',
    'from_at',
  ]);
  const assignments = sheet(connection, 'assignments', [
    'account_id',
    'slot',
    'rep_id',
    'reason',
    'source',
    'is_locked',
    'plan_version_id',
    'from_at',
    'to_at',
  ]);
  const handPlaces = sheet(connection, 'plan_accounts', [
    'plan_id',
    'account_id',
    'territory_id',
    'is_locked',
    'reason',
    'created_at',
    'created_by_user_id',
  ]);
  const handHolders = sheet(connection, 'plan_account_holders', [
    'plan_id',
    'account_id',
    'slot',
    'rep_id',
    'is_locked',
    'reason',
  ]);
  const assign = (accountId: number, slot: string, interval: Interval) => {
    const { repId, fromAt, toAt, versionId, reason, isLocked } = interval;
    assignments.add([accountId, slot, repId, reason, 'plan', isLocked ? 1 : 0, versionId, fromAt, toAt]);
  };

  const addSeller = (accountId: number, placement: DemoPlacement, startAt: number) => {
    if (placement.ae === null) return;
    const repId = requireHolder(ids, placement.ae);
    const common = { reason: reasons[placement.step], isLocked: placement.isLocked };
    const hasFormer = placement.formerAe !== null && startAt < plan.carveAt;
    if (hasFormer && placement.formerAe !== null) {
      const formerId = requireHolder(ids, placement.formerAe);
      assign(accountId, 'ae', {
        ...common,
        isLocked: false,
        repId: formerId,
        fromAt: startAt,
        toAt: plan.carveAt,
        versionId: written.formerVersionId,
      });
    }
    const fromAt = hasFormer ? plan.carveAt : startAt;
    const versionId = fromAt < plan.carveAt ? written.formerVersionId : written.versionId;
    assign(accountId, 'ae', { ...common, repId, fromAt, toAt: null, versionId });
  };

  return ({ account }: AccountFacts, placement: DemoPlacement, successManager: string | null): void => {
    const startAt = Math.max(plan.formerCarveAt, account.createdAt + 3_600_000);
    const versionId = startAt < plan.carveAt ? written.formerVersionId : written.versionId;
    const territoryId =
      placement.territory === null ? null : (written.territoryIds.get(placement.territory) ?? null);
    if (territoryId !== null)
      placements.add([account.id, territoryId, placement.step, placement.reason, startAt]);
    addSeller(account.id, placement, startAt);
    if (placement.sdr !== null) {
      const reason = 'Goes with its territory';
      assign(account.id, 'sdr', {
        repId: requireHolder(ids, placement.sdr),
        fromAt: startAt,
        toAt: null,
        versionId,
        reason,
        isLocked: false,
      });
    }
    if (successManager !== null) {
      const repId = requireHolder(ids, successManager);
      assign(account.id, 'csm', {
        repId,
        fromAt: Math.max(startAt, plan.carveAt),
        toAt: null,
        versionId: written.versionId,
        reason: 'Given by hand',
        isLocked: false,
      });
      handHolders.add([written.planId, account.id, 'csm', repId, 0, 'Customer success by region']);
    }
    if (placement.reason !== null) {
      handPlaces.add([
        written.planId,
        account.id,
        territoryId,
        placement.isLocked ? 1 : 0,
        placement.reason,
        plan.carveAt,
        userId,
      ]);
    }
    if (placement.territory === namedTerritory && placement.ae !== null) {
      handHolders.add([
        written.planId,
        account.id,
        'ae',
        requireHolder(ids, placement.ae),
        0,
        placement.reason,
      ]);
    }
  };
}
