import {
  AlignLeft,
  Blend,
  Building2,
  ChartNoAxesColumn,
  Database,
  Layers,
  type LucideIcon,
  Map as MapIcon,
  Settings,
  User,
} from 'lucide-react';
import type { NavIcon as Name } from './nav.ts';

const icons: Record<Name, LucideIcon> = {
  my: AlignLeft,
  accounts: Building2,
  contacts: User,
  segments: Blend,
  tiers: Layers,
  territories: MapIcon,
  performance: ChartNoAxesColumn,
  data: Database,
  settings: Settings,
};

/** The icon of a place. */
export function NavIcon({ name, className }: { name: Name; className?: string }) {
  const Icon = icons[name];
  return <Icon className={className} strokeWidth={1.6} aria-hidden />;
}
