'use client';
import { CircleHelp, Layers2, Target } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { cn } from '#components/ui/cn.ts';
import { type Field, findField } from '#lib/rules/catalog.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { numberText } from '#lib/rules/describe/context.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import type { Loosened } from '#lib/rules/loosen.ts';
import { formatNumber, formatRate } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { useRuleEditing } from '../rule-editing.ts';
import { nodeName } from '../words.ts';
import { LoosenButton, UnknownButton } from './set-fix.tsx';
import type { LoosenedMiss } from './side-questions.ts';

function Note({ icon, children, actions }: { icon: ReactNode; children: ReactNode; actions?: ReactNode }) {
  return (
    <li className="flex min-h-7 items-center gap-2 px-4 [&>svg]:size-4 [&>svg]:text-ink-3">
      {icon}
      <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 overflow-hidden">{children}</span>
      {actions && <span className="flex shrink-0 gap-3">{actions}</span>}
    </li>
  );
}

/** Only `all` groups: then a record lacks one value for one field alone, and the counts add up. */
function isPlainRule(rule: SegmentDefinition['root']): boolean {
  return rule.op === 'all' && rule.rules.every((inner) => inner.kind !== 'group' || isPlainRule(inner));
}

function Unknowns({ preview, onShow }: { preview: SegmentPreview; onShow: (field: string) => void }) {
  const { catalog, draft, definition } = useRuleEditing();
  const { several = 0, ...byField } = preview.unknowns?.out ?? {};
  const fields = Object.entries(byField).sort((a, b) => b[1] - a[1]);
  const [first] = fields;
  if (!first && several === 0) return null;
  const sum = fields.reduce((total, [, count]) => total + count, several);
  const facts = [
    ...fields.map(
      ([name, count]) => `${findField(catalog, draft.entity, name)?.label ?? name} ${formatNumber(count)}`,
    ),
    ...(several > 0 ? [`several ${formatNumber(several)}`] : []),
  ].join(' · ');
  return (
    <Note
      icon={<CircleHelp aria-hidden />}
      actions={
        first && (
          <>
            <Button variant="link" onClick={() => onShow(first[0])}>
              Show
            </Button>
            <UnknownButton field={first[0]} more={first[1]} count={preview.count} />
          </>
        )
      }
    >
      <span>
        {isPlainRule(definition.root) ? (
          <>
            <span className="font-semibold">{formatNumber(sum)}</span> more could match if a missing value
            were known
          </>
        ) : (
          'Some could match if a missing value were known'
        )}
      </span>
      <span className="truncate text-12 text-ink-3">{facts}</span>
    </Note>
  );
}

/** What those have whom a loosened bound lets in: `450–499`, `$45M–$50M`. Whole numbers leave the old bound itself out. */
function spanOf({ from, to }: Loosened, field: Field | null, words: DescribeContext): string {
  const isCounted = Number.isInteger(from) && Number.isInteger(to) && field?.type !== 'money';
  const edge = isCounted ? from + Math.sign(to - from) : from;
  const [low, high] = [Math.min(edge, to), Math.max(edge, to)].map((end) => numberText(field, end, words));
  return low === high ? `${low}` : `${low}–${high}`;
}

function NearMissNote({
  near,
  count,
  onShow,
}: {
  near: LoosenedMiss;
  count: number;
  onShow: (id: string) => void;
}) {
  const { draft, words, catalog } = useRuleEditing();
  const { condition, loosened, countThen } = near;
  const field = condition.kind === 'field' ? findField(catalog, draft.entity, condition.field) : null;
  const name = nodeName(condition, draft.entity, words);
  const more = countThen === null ? 0 : countThen - count;
  return (
    <Note
      icon={<Target aria-hidden />}
      actions={
        <>
          <Button variant="link" onClick={() => onShow(condition.id)}>
            Show
          </Button>
          <LoosenButton miss={near} count={count} />
        </>
      }
    >
      <span>
        <span className="font-semibold">{formatNumber(near.count)}</span>{' '}
        {near.count === 1 ? 'fails' : 'fail'} only {condition.kind === 'field' ? name : `“${name}”`}
      </span>
      {loosened && more > 0 && (
        <span className="text-12 text-ink-3">
          {formatNumber(more)} of them {more === 1 ? 'has' : 'have'} {spanOf(loosened, field, words)}
        </span>
      )}
    </Note>
  );
}

function Overlaps({
  preview,
  ownId,
  tamId,
}: {
  preview: SegmentPreview;
  ownId: string | null;
  tamId: string | null;
}) {
  const found = (preview.overlaps ?? [])
    .filter(({ count, segmentId }) => count > 0 && segmentId !== ownId && segmentId !== tamId)
    .sort((a, b) => b.count - a.count)
    .slice(0, 3);
  if (found.length === 0) return null;
  return (
    <Note icon={<Layers2 aria-hidden />}>
      <span>Overlaps</span>
      <span className="flex min-w-0 flex-1 gap-2 overflow-hidden max-sm:flex-wrap">
        {found.map(({ segmentId, name, count }) => (
          <Chip key={segmentId} outline colourOf={segmentId} title={name} className="min-w-0">
            <span className="flex gap-1">
              <span className="truncate">{name}</span>
              <span className="font-medium text-ink">{formatNumber(count)}</span>
              {formatRate(preview.count > 0 ? count / preview.count : 0, { digits: 0 })}
            </span>
          </Chip>
        ))}
      </span>
    </Note>
  );
}

/** What would change the count: missing values, near-misses, and what other segments hold already. */
export function Notes({
  preview,
  near,
  stale,
  ownId,
  tamId,
  onShow,
}: {
  preview: SegmentPreview;
  /** In the order in which they are told. */
  near: readonly LoosenedMiss[];
  stale: boolean;
  ownId: string | null;
  /** The TAM holds nearly everybody, so its overlap says nothing. */
  tamId: string | null;
  /** `near:<node id>` or `known:<field>`. */
  onShow: (what: string) => void;
}) {
  return (
    <ul
      aria-label="What would change the count"
      className={cn('shrink-0 border-b border-line py-1.5 empty:hidden', stale && 'text-ink-3')}
    >
      <Unknowns preview={preview} onShow={(field) => onShow(`known:${field}`)} />
      {near.map((one) => (
        <NearMissNote
          key={one.condition.id}
          near={one}
          count={preview.count}
          onShow={(id) => onShow(`near:${id}`)}
        />
      ))}
      <Overlaps preview={preview} ownId={ownId} tamId={tamId} />
    </ul>
  );
}
