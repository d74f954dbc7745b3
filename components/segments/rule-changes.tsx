import { Minus, MoveRight, Pencil, Plus, Shuffle } from 'lucide-react';
import type { RuleChange } from '#lib/shared/segment-shapes.ts';
import { RuleWords } from './words.tsx';

const marks = {
  added: { Icon: Plus, word: 'Added', tone: 'text-good-ink' },
  removed: { Icon: Minus, word: 'Removed', tone: 'text-bad-ink' },
  changed: { Icon: Pencil, word: 'Changed', tone: 'text-caution-ink' },
  moved: { Icon: MoveRight, word: 'Moved', tone: 'text-ink-3' },
  regrouped: { Icon: Shuffle, word: 'Regrouped', tone: 'text-ink-3' },
} as const;

/** What changed between two rules, one line a condition. */
export function RuleChanges({ changes }: { changes: RuleChange[] }) {
  return (
    <ul className="flex flex-col gap-1" aria-label="What changed">
      {changes.map((change, index) => {
        const { Icon, word, tone } = marks[change.kind];
        return (
          <li key={`${index}-${change.kind}`} className="flex items-start gap-2 text-ink-2">
            <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${tone}`} />
            <span>
              <span className={tone}>{word}</span> <RuleWords words={change.words} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}
