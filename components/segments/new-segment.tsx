'use client';
import { parseAsStringLiteral, useQueryState } from 'nuqs';
import { Tabs } from '#components/ui/tabs.tsx';
import type { SegmentTemplate } from '#lib/shared/segment-shapes.ts';
import { NewFromList } from './new-from-list.tsx';
import { NewFromRule } from './new-from-rule.tsx';
import { NewFromSegment, type SourceSegment } from './new-from-segment.tsx';
import { NewBlank } from './new-blank.tsx';
import { TemplateGallery } from './template-gallery.tsx';

const ways = ['template', 'list', 'segment', 'rule', 'blank'] as const;

/** The ways to start a segment; which one stands in the address. */
export function NewSegment({
  templates,
  segments,
  noPublish,
}: {
  templates: SegmentTemplate[];
  segments: SourceSegment[];
  /** Why the person may not make a fixed list, which is published at once; null when they may. */
  noPublish: string | null;
}) {
  const [way, setWay] = useQueryState('from', parseAsStringLiteral(ways).withDefault('template'));
  return (
    <Tabs
      label="How to start"
      value={way}
      onValueChange={(next) => void setWay(next === 'template' ? null : (next as (typeof ways)[number]))}
      panelClassName="min-h-0 flex-1 overflow-auto"
      items={[
        { value: 'template', label: 'Template' },
        { value: 'list', label: 'Pasted list' },
        { value: 'segment', label: 'Another segment' },
        { value: 'rule', label: 'Pasted rule' },
        { value: 'blank', label: 'Blank' },
      ]}
      panels={{
        template: <TemplateGallery templates={templates} />,
        list: <NewFromList noPublish={noPublish} />,
        segment: <NewFromSegment segments={segments} />,
        rule: <NewFromRule />,
        blank: <NewBlank />,
      }}
    />
  );
}
