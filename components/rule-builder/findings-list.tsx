'use client';
import { Lightbulb } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { announce } from '#components/ui/announcer.tsx';
import { Button } from '#components/ui/button.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { Finding } from '#lib/rules/contradictions.ts';
import { formatCount } from '#lib/shared/format.ts';
import { FindingLine } from './finding-line.tsx';
import { useRuleEditing } from './rule-editing.ts';

/** Says that there is something new to look at, once it has stood for a moment. */
function useAnnounced(findings: readonly Finding[]): void {
  const last = useRef(0);
  const [first] = findings;
  const count = findings.length;
  const message = first?.message ?? '';
  useEffect(() => {
    const timer = setTimeout(() => {
      if (count > last.current) announce(`${formatCount(count, 'hint')}: ${message}`);
      last.current = count;
    }, 1500);
    return () => clearTimeout(timer);
  }, [count, message]);
}

/** Everything in the rule that is probably not meant, in one list; a line leads to its condition. */
export function FindingsList() {
  const { findings, focusNode } = useRuleEditing();
  const [open, setOpen] = useState(false);
  useAnnounced(findings);
  if (findings.length === 0) return null;
  return (
    <Popover
      open={open}
      onOpenChange={setOpen}
      align="end"
      label="What is probably not meant"
      className="w-104 p-0"
      trigger={
        <Button variant="ghost" size="sm" className="text-12 text-caution-ink">
          <Lightbulb aria-hidden />
          {formatCount(findings.length, 'hint')}
        </Button>
      }
    >
      <ul className="divide-y divide-line">
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.id}`} className="flex items-start gap-3 px-3 py-2">
            <FindingLine finding={finding} className="flex-1" />
            <Button
              variant="link"
              className="text-12"
              onClick={() => {
                setOpen(false);
                focusNode(finding.id);
              }}
            >
              Go there
            </Button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
