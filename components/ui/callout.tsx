import { CircleHelp, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { cn } from './cn.ts';

const tones = {
  caution: { box: 'border-caution-line bg-caution-soft', ink: 'text-caution-ink', Icon: TriangleAlert },
  question: { box: 'border-caution-line bg-caution-soft', ink: 'text-caution-ink', Icon: CircleHelp },
  bad: { box: 'border-line bg-bad-soft', ink: 'text-bad-ink', Icon: TriangleAlert },
  info: { box: 'border-line bg-sunken', ink: 'text-ink-3', Icon: Info },
};

/** A band across a pane: a question, a caution or a fact, with its answer at the right. */
export function Callout({
  tone = 'info',
  title,
  children,
  actions,
  className,
}: {
  tone?: keyof typeof tones;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  const { box, ink, Icon } = tones[tone];
  return (
    <div className={cn('flex flex-wrap items-center gap-x-4 gap-y-2 border-b px-4 py-2.5', box, className)}>
      <div className="flex min-w-0 flex-1 basis-64 gap-2.5">
        <Icon className={cn('mt-0.5 size-4', ink)} aria-hidden />
        <div className="min-w-0">
          {title && <div className="font-semibold">{title}</div>}
          {children && <div className="text-ink-2">{children}</div>}
        </div>
      </div>
      {actions && <div className="flex flex-wrap items-center gap-2">{actions}</div>}
    </div>
  );
}
