import {
  CalendarClock,
  CalendarDays,
  CircleDot,
  Eye,
  ListTodo,
  type LucideIcon,
  Mail,
  MessageSquare,
  MonitorPlay,
  Zap,
} from 'lucide-react';
import type { WorkReason } from '#lib/shared/work-shapes.ts';

const icons: Record<WorkReason['kind'], { Icon: LucideIcon; label: string }> = {
  reply: { Icon: MessageSquare, label: 'Reply' },
  meeting: { Icon: CalendarDays, label: 'Meeting' },
  step: { Icon: ListTodo, label: 'Next step' },
  renewal: { Icon: CalendarClock, label: 'Renewal' },
  intent: { Icon: CircleDot, label: 'Intent' },
  trigger: { Icon: Zap, label: 'News' },
  visit: { Icon: Eye, label: 'Visit' },
  mail: { Icon: Mail, label: 'Mail' },
  demo: { Icon: MonitorPlay, label: 'Request' },
};

/** One reason in plain words behind its icon. */
export function ReasonLine({ reason }: { reason: Pick<WorkReason, 'kind' | 'text'> }) {
  const { Icon, label } = icons[reason.kind];
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <Icon role="img" aria-label={label} className="size-3.5 shrink-0 text-ink-3" />
      <span className="truncate">{reason.text}</span>
    </span>
  );
}
