import type { SegmentCondition } from '../ast.ts';
import type { DraftSegmentCondition } from '../draft.ts';
import type { Preset } from './preset.ts';
import { grouped } from './make-rules.ts';

function move(newId: () => string, change: NonNullable<SegmentCondition['change']>): DraftSegmentCondition {
  return { id: newId(), kind: 'segment', member: true, change, window: { period: 'this', unit: 'quarter' } };
}

export const segmentPresets: readonly Preset[] = [
  {
    key: 'inSegment',
    label: 'In segment…',
    group: 'segments',
    keywords: ['member of', 'belongs to', 'audience'],
    build: (newId) => ({ id: newId(), kind: 'segment', member: true }),
  },
  {
    key: 'notInSegment',
    label: 'Not in segment…',
    group: 'segments',
    keywords: ['exclude', 'suppress', 'without', 'audience'],
    build: (newId) => ({ id: newId(), kind: 'segment', member: false }),
  },
  {
    key: 'enteredSegment',
    label: 'Entered segment… this quarter',
    group: 'segments',
    keywords: ['moved into', 'joined', 'new in', 'change'],
    build: (newId) => move(newId, 'entered'),
  },
  {
    key: 'leftSegment',
    label: 'Left segment… this quarter',
    group: 'segments',
    keywords: ['moved out', 'dropped', 'change'],
    build: (newId) => move(newId, 'left'),
  },
  {
    key: 'movedBetweenSegments',
    label: 'Moved from segment… to segment… this quarter',
    group: 'segments',
    keywords: ['upgraded', 'graduated', 'change', 'left', 'entered'],
    build: (newId) => grouped(newId, 'all', [move(newId, 'left'), move(newId, 'entered')]),
  },
];
