import 'server-only';
import { store } from '#db/client.ts';
import { type RepQuota, repQuotas } from '#db/queries/results/rep-quotas.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { MoneySum } from '#lib/metrics/money-sum.ts';
import { quotaAttainment as attain } from '#lib/metrics/quota-attainment.ts';
import { quotaForPeriod } from '#lib/metrics/quota-for-period.ts';
import type { Attainment, RepAttainment, ResultGroup, TeamAttainment } from '#lib/metrics/results.ts';
import { teamMembers } from '#lib/metrics/team-members.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant, fiscalPeriod, formatIsoDay, parseIsoDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { ResultsInput } from './input.ts';
import { resultViews } from './results.ts';

/**
 * Won and open pipeline of each rep against quota, and of each manager's team. The period is the present fiscal
 * quarter unless days are given; the quarterly quota is taken by days.
 */
export async function quotaAttainment(ctx: Context, input: ResultsInput): Promise<Attainment> {
  const { connection } = store();
  const settings = workspaceSettings(connection);
  const today = dayOfInstant(ctx.now, settings.timeZone);
  const quarter = fiscalPeriod(today, 'quarter', 0, settings.fiscalYearStartMonth);
  const from = parseIsoDay(input.from ?? '') ?? quarter.from;
  const to = parseIsoDay(input.to ?? '') ?? Math.max(quarter.to, from);
  const days = { from: formatIsoDay(from), to: formatIsoDay(to) };
  const { frame, answers } = await resultViews(ctx, { ...input, ...days }, (by) => [
    { groupBy: ['owner'], by, hasTouches: false },
  ]);
  const groups = new Map((answers[0]?.groups ?? []).map((group) => [group.key.owner, group]));
  const people = repQuotas(connection, scopeOf(ctx.actor));
  const quotaOf = (quota: number | null) =>
    quotaForPeriod(quota, { from, to }, settings.fiscalYearStartMonth);
  const reps = people
    .map((person) => attainmentOf(person, groups.get(toPublicId('rep', person.id)), quotaOf))
    .filter((rep) => rep.quotaAmount !== null || rep.won > 0 || rep.open > 0);
  return { ...frame, ...days, reps, teams: teamsOf(people, reps) };
}

const none: MoneySum = { value: null, known: 0 };

function attainmentOf(
  person: RepQuota,
  group: ResultGroup | undefined,
  quotaOf: (quota: number | null) => number | null,
): RepAttainment {
  const quotaAmount = quotaOf(person.quotaAmount);
  const wonAmount = group?.wonAmount ?? none;
  const openAmount = group?.openAmount ?? none;
  return {
    id: toPublicId('rep', person.id),
    name: person.name,
    role: person.role,
    managerId: person.managerId === null ? null : toPublicId('rep', person.managerId),
    quotaAmount,
    won: group?.won ?? 0,
    wonAmount,
    open: group?.open ?? 0,
    openAmount,
    ...attain(wonAmount.value, openAmount.value, quotaAmount),
  };
}

/** A team's quota is its members' together; a manager's own quota is taken for the team's only when no member has one. */
function teamsOf(people: readonly RepQuota[], reps: readonly RepAttainment[]): TeamAttainment[] {
  const byId = new Map(reps.map((rep) => [rep.id, rep]));
  const names = new Map(people.map((person) => [person.id, person.name]));
  return [...teamMembers(people)].flatMap(([managerId, memberIds]) => {
    const name = names.get(managerId);
    const id = toPublicId('rep', managerId);
    const all = memberIds.flatMap((member) => byId.get(toPublicId('rep', member)) ?? []);
    const members = all.filter((rep) => rep.id !== id);
    if (name === undefined || members.length === 0) return [];
    const quotas = members.map((rep) => rep.quotaAmount).filter((quota) => quota !== null);
    const quotaAmount =
      quotas.length > 0 ? quotas.reduce((sum, quota) => sum + quota, 0) : (byId.get(id)?.quotaAmount ?? null);
    const wonAmount = addMoney(all.map((rep) => rep.wonAmount));
    const openAmount = addMoney(all.map((rep) => rep.openAmount));
    return [
      {
        id,
        name,
        members: members.length,
        quotaAmount,
        won: all.reduce((sum, rep) => sum + rep.won, 0),
        wonAmount,
        open: all.reduce((sum, rep) => sum + rep.open, 0),
        openAmount,
        ...attain(wonAmount.value, openAmount.value, quotaAmount),
      },
    ];
  });
}

function addMoney(sums: readonly MoneySum[]): MoneySum {
  const known = sums.reduce((sum, { known: n }) => sum + n, 0);
  if (known === 0) return none;
  return { value: sums.reduce((sum, { value }) => sum + (value ?? 0), 0), known };
}
