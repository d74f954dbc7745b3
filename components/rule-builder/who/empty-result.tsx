'use client';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { setMuted } from '#lib/rules/edit/set-muted.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { nodeName } from '../words.ts';
import { emptiedBy, passedByNobody } from './emptied-by.ts';

/** Nobody matches: names the condition that removed the last ones, with one step out of it. */
export function EmptyResult({
  definition,
  rest,
  onShow,
}: {
  definition: SegmentDefinition;
  rest: SegmentPreview | null;
  onShow: (what: string) => void;
}) {
  const { draft, edit, words, isReadOnly, findings } = useRuleEditing();
  const noun = draft.entity;
  const conditions = definition.root.rules.length;
  const title =
    conditions <= 1
      ? `No ${noun} matches.`
      : `No ${noun} matches ${definition.root.op === 'all' ? `all ${conditions} conditions` : 'these conditions'}.`;
  const clash = findings.find(({ code }) => code === 'neverTrue');
  if (clash) {
    const { fix } = clash;
    return (
      <EmptyState
        title={title}
        actions={
          fix &&
          !isReadOnly && (
            <Button onClick={() => edit(fix.apply(draft), { say: fix.label })}>{fix.label}</Button>
          )
        }
      >
        {clash.message}
      </EmptyState>
    );
  }
  const whySeveral = () => {
    const names = (rest ? passedByNobody(definition, rest) : []).map(
      (rule) => `“${nodeName(rule, noun, words)}”`,
    );
    if (names.length === 0)
      return 'No single condition empties it: at least two together leave nobody. Mute one and look at the counts.';
    const all = new Intl.ListFormat('en').format(names);
    return names.length === 1
      ? `No ${noun} passes ${all}, even alone.`
      : `No ${noun} passes ${all}, even each alone.`;
  };
  const culprit = rest ? emptiedBy(definition, rest) : null;
  if (!culprit) {
    return (
      <EmptyState title={title}>
        {rest ? whySeveral() : 'Looking for the condition that empties it.'}
      </EmptyState>
    );
  }
  const name = nodeName(culprit.rule, noun, words);
  const missing = culprit.noRows;
  return (
    <EmptyState
      title={title}
      actions={
        <>
          {!isReadOnly && (
            <Button onClick={() => edit(setMuted(draft, culprit.rule.id, true), { say: `${name} muted` })}>
              {name.length > 32 ? 'Mute it' : `Mute “${name}”`}
            </Button>
          )}
          {culprit.rule.kind !== 'group' && (
            <Button variant="ghost" onClick={() => onShow(`near:${culprit.rule.id}`)}>
              Show the {formatNumber(culprit.without)}
            </Button>
          )}
        </>
      }
    >
      “{name}” removes the last {formatNumber(culprit.without)}. Without it there{' '}
      {culprit.without === 1 ? 'is' : 'are'} {formatCount(culprit.without, noun)}
      {missing > 0 ? `; ${formatNumber(missing)} of them have no value in it at all` : ''}.
    </EmptyState>
  );
}
