'use client';
import { Lightbulb } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { cn } from '#components/ui/cn.ts';
import type { Finding } from '#lib/rules/contradictions.ts';
import { useRuleEditing } from './rule-editing.ts';

/** One thing that is probably not meant, with one step that sets it right. */
export function FindingLine({ finding, className }: { finding: Finding; className?: string }) {
  const { draft, edit, isReadOnly } = useRuleEditing();
  const { message, fix } = finding;
  return (
    <p
      data-finding={finding.code}
      className={cn(
        'grid min-h-5 grid-cols-[14px_minmax(0,1fr)] items-start gap-x-1 pt-0.5 text-12 text-caution-ink',
        className,
      )}
    >
      <Lightbulb className="mt-0.5 size-3.5" aria-hidden />
      <span>
        {message}
        {fix && !isReadOnly && (
          <Button
            variant="link"
            className="ml-1.5 text-12"
            onClick={() => edit(fix.apply(draft), { say: fix.label })}
          >
            {fix.label}
          </Button>
        )}
      </span>
    </p>
  );
}
