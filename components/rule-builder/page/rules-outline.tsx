'use client';
import { SelectivityBar } from '#components/ui/selectivity-bar.tsx';
import type { GroupOperator } from '#lib/rules/ast.ts';
import type { DraftGroup, DraftRule } from '#lib/rules/draft.ts';
import { formatNumber } from '#lib/shared/format.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { conditionText, conjunction, groupWords } from '../words.ts';

function OutlineRow({ rule, op, index }: { rule: DraftRule; op: GroupOperator; index: number }) {
  const { draft, words, omitted, insights } = useRuleEditing();
  const counts = insights?.conditions[rule.id];
  const left = omitted.get(rule.id);
  return (
    <li className="grid grid-cols-[44px_minmax(0,1fr)] gap-y-0.5 py-1.5">
      <span className="text-12 text-ink-3">{conjunction(op, index)}</span>
      {rule.kind === 'group' ? (
        <div className="rounded-2 border border-line bg-sunken px-2.5 py-1.5">
          <p className="text-ink-2">{groupWords[rule.op]}</p>
          <Outline group={rule} />
        </div>
      ) : (
        <div>
          <p className={rule.muted ? 'text-ink-3 line-through' : 'font-medium'}>
            {conditionText(rule, draft.entity, words, !left || left.reason === 'muted')}
          </p>
          <p className="flex min-h-5 items-center gap-1 text-12 text-ink-3">
            {left ? (
              <span className="text-caution-ink">
                {left.reason === 'muted' ? 'Muted' : 'Unfinished'}, left out of every count.
              </span>
            ) : (
              counts && (
                <>
                  <SelectivityBar
                    share={insights && insights.total > 0 ? counts.alone / insights.total : 0}
                  />
                  <span className="ml-1">
                    keeps {formatNumber(counts.alone)} alone · without it {formatNumber(counts.without)}
                  </span>
                </>
              )
            )}
          </p>
        </div>
      )}
    </li>
  );
}

function Outline({ group }: { group: DraftGroup }) {
  return (
    <ol>
      {group.rules.map((rule, index) => (
        <OutlineRow key={rule.id} rule={rule} op={group.op} index={index} />
      ))}
    </ol>
  );
}

/** The rule to read: on a phone (`isTooNarrow` to edit it), and for people who do not edit segments. */
export function RulesOutline({ isTooNarrow }: { isTooNarrow: boolean }) {
  const { draft } = useRuleEditing();
  const noun = draft.entity === 'account' ? 'Accounts' : 'Contacts';
  return (
    <section aria-label="The rule" className="min-h-0 flex-1 overflow-auto px-4 py-3 max-lg:flex-none">
      <h2 className="text-13 font-normal">
        {noun} that match <span className="font-medium">{groupWords[draft.root.op]}</span>
      </h2>
      {draft.root.rules.length > 0 ? (
        <Outline group={draft.root} />
      ) : (
        <p className="mt-2 text-ink-3">No condition yet, so everybody matches.</p>
      )}
      {isTooNarrow && (
        <p className="mt-2 text-12 text-ink-3">
          Conditions are changed on a wider screen. Here you read them.
        </p>
      )}
    </section>
  );
}
