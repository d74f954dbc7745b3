import { Check } from 'lucide-react';
import { cn } from '#components/ui/cn.ts';

const steps = ['Upload', 'Map and check', 'Apply'] as const;

/** Where an import stands. */
export function ImportSteps({ current }: { current: 1 | 2 }) {
  return (
    <ol aria-label="Steps" className="flex gap-5 text-ink-3 max-sm:hidden">
      {steps.map((step, index) => (
        <li
          key={step}
          aria-current={index === current ? 'step' : undefined}
          className={cn('flex items-center gap-1', index === current && 'font-medium text-ink')}
        >
          {index < current && <Check className="size-3.5 text-good" aria-hidden />}
          {step}
        </li>
      ))}
    </ol>
  );
}
