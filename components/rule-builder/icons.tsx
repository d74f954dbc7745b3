import { createElement } from 'react';
import {
  Activity,
  Boxes,
  Building2,
  CalendarDays,
  ChartNoAxesColumn,
  CircleDollarSign,
  Contact,
  Cpu,
  Globe,
  Handshake,
  Layers,
  Lightbulb,
  type LucideIcon,
  Map as MapIcon,
  MapPin,
  Radar,
  Sparkles,
  Tag,
  User,
  Users,
  Zap,
} from 'lucide-react';
import type { Field, FieldGroupName } from '#lib/rules/catalog.ts';
import type { DraftCondition } from '#lib/rules/draft.ts';
import type { RelatedEntity } from '#lib/rules/ast.ts';

const byKey: Partial<Record<string, LucideIcon>> = {
  employees: Users,
  revenue: CircleDollarSign,
  journeyStage: Layers,
  tier: Layers,
  class: Layers,
  owner: User,
  sdr: User,
  crmOwner: User,
  territory: MapIcon,
  domain: Globe,
  website: Globe,
  score: ChartNoAxesColumn,
  growthRate: ChartNoAxesColumn,
  renewalOn: CalendarDays,
};

const byGroup: Record<FieldGroupName, LucideIcon> = {
  firmographic: Building2,
  geographic: MapPin,
  technographic: Cpu,
  behavioural: Zap,
  needs: Lightbulb,
  people: Contact,
  deals: Handshake,
  planning: Layers,
  custom: Tag,
};

const byEntity: Record<RelatedEntity, LucideIcon> = {
  technology: Cpu,
  signal: Zap,
  contact: Contact,
  opportunity: Handshake,
  activity: Activity,
};

export function fieldIcon(field: Pick<Field, 'key' | 'group'>): LucideIcon {
  return byKey[field.key] ?? byGroup[field.group];
}

export function groupIcon(group: FieldGroupName | 'segments'): LucideIcon {
  return group === 'segments' ? Boxes : byGroup[group];
}

/** Whether a related condition asks for intent signals only, which have a name of their own. */
export function isIntent(condition: DraftCondition): boolean {
  if (condition.kind !== 'related' || condition.entity !== 'signal' || condition.where?.op !== 'all')
    return false;
  return condition.where.rules.some(
    (rule) =>
      rule.kind === 'field' &&
      rule.field === 'type' &&
      (rule.value === 'intent' || (Array.isArray(rule.value) && rule.value.join() === 'intent')),
  );
}

export function conditionIcon(condition: DraftCondition, field: Field | null): LucideIcon {
  if (condition.kind === 'segment') return Boxes;
  if (condition.kind === 'related') return isIntent(condition) ? Radar : byEntity[condition.entity];
  return field ? fieldIcon(field) : Sparkles;
}

/** An icon that depends on data; decorative, the words stand beside it. */
export function DataIcon({ icon }: { icon: LucideIcon }) {
  return createElement(icon, { className: '-ml-px size-3.5 shrink-0 text-ink-3', 'aria-hidden': true });
}
