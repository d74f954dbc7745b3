'use client';
import { cn } from '#components/ui/cn.ts';
import { Select } from '#components/ui/select.tsx';
import type { DraftFieldCondition, DraftRelatedCondition } from '#lib/rules/draft.ts';
import { updateRule } from '#lib/rules/edit/update-rule.ts';
import { conditionIcon, DataIcon, isIntent } from './icons.tsx';
import { cellButtonClass, cellClass, Pill, type PillTone } from './pill.tsx';
import { isPlainCount, measureWords } from './measure-words.ts';
import { useRuleEditing } from './rule-editing.ts';
import { WherePart } from './where-part.tsx';
import { isFinishedWindow, relatedName, windowWords } from './words.ts';

/** Conditions on the row that fit into the pill; null when they are grouped and only the details can show them. */
function plainParts({ where }: DraftRelatedCondition): DraftFieldCondition[] | null {
  if (!where) return [];
  const parts = where.rules.filter((rule) => rule.kind === 'field');
  return where.op === 'all' && parts.length === where.rules.length ? parts : null;
}

function UsesCell({ condition }: { condition: DraftRelatedCondition }) {
  const { draft, edit } = useRuleEditing();
  const uses = condition.operator !== 'eq';
  return (
    <Select
      label="Technology: uses or not"
      value={uses ? 'uses' : 'not'}
      variant="ghost"
      options={[
        { value: 'uses', label: 'uses' },
        { value: 'not', label: 'does not use' },
      ]}
      onValueChange={(next) =>
        edit(
          updateRule(draft, condition.id, (node) =>
            node.kind !== 'related'
              ? node
              : { ...node, operator: next === 'uses' ? 'gte' : 'eq', value: next === 'uses' ? 1 : 0 },
          ),
        )
      }
      className="h-auto min-h-[26px] rounded-none border-0 border-r border-line px-[9px] outline-offset-[-2px] max-sm:min-h-[26px] [&_svg]:hidden"
    />
  );
}

/** Rows of another kind: what they are, how many, when. The details open for everything that the pill cannot say. */
export function RelatedCondition({ condition, tone }: { condition: DraftRelatedCondition; tone: PillTone }) {
  const { openId, setOpenId, catalog } = useRuleEditing();
  const { id, entity, window } = condition;
  const isOpen = openId === id;
  const toggle = () => setOpenId(isOpen ? null : id);
  const parts = plainParts(condition);
  const intent = isIntent(condition);
  const isUses = entity === 'technology' && isPlainCount(condition);
  const shown = parts?.filter((part) => !(intent && part.field === 'type'));
  const when = isFinishedWindow(window) ? windowWords(window, catalog) : '';
  const measured = isUses ? '' : measureWords(condition, catalog);
  const tail = [measured, when].filter(Boolean).join(' ');
  return (
    <Pill tone={tone}>
      <button type="button" aria-expanded={isOpen} onClick={toggle} className={cellButtonClass}>
        <DataIcon icon={conditionIcon(condition, null)} />
        <span data-struck className="font-medium">
          {relatedName(condition)}
        </span>
      </button>
      {isUses && <UsesCell condition={condition} />}
      {shown?.map((part, index) => (
        <WherePart
          key={part.id}
          condition={part}
          entity={entity}
          isBare={isUses && index === 0}
          parentId={id}
        />
      ))}
      {parts === null && (
        <button type="button" onClick={toggle} className={cn(cellButtonClass, 'text-ink-2')}>
          several things
        </button>
      )}
      {tail !== '' && (
        <button type="button" onClick={toggle} className={cn(cellButtonClass, 'px-1.5')}>
          {tail}
        </button>
      )}
      {shown?.length === 0 && tail === '' && <span className={cn(cellClass, 'text-ink-3')}>any</span>}
    </Pill>
  );
}
