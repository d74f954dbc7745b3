import { foldText } from '#lib/shared/text.ts';

import type { DraftSegmentCondition } from '../draft.ts';
import { takeWindow } from './windows.ts';
import type { Candidate, Reading } from './suggestion.ts';

const memberPattern =
  /^((?:is\s+)?not\s+in|isn't in|in|out of|outside)(?:\s+(?:the\s+)?segment)?\s+(.+?)(?:\s+segment)?$/i;
const movePattern =
  /^(entered|joined|moved (?:in)?to|left|moved from|dropped from)(?:\s+(?:the\s+)?segment)?\s+(.+)$/i;

function segmentsCalled(name: string, { catalog, entity }: Reading) {
  const wanted = foldText(name);
  return [...catalog.segments.values()].filter(
    (segment) =>
      segment.status !== 'draft' &&
      (segment.entity === entity || entity === 'contact') &&
      foldText(segment.name).includes(wanted),
  );
}

function rankOf(name: string, wanted: string): number {
  if (foldText(name) === foldText(wanted)) return 95;
  return foldText(name).startsWith(foldText(wanted)) ? 80 : 60;
}

/** `in Enterprise`, `not in Enterprise`, `left Mid-Market this quarter`. */
export function readSegment(text: string, reading: Reading): Candidate[] {
  const { rest, window } = takeWindow(text, reading.todayOn);
  const move = movePattern.exec(rest);
  if (move?.[1] && move[2]) {
    const change = /left|from/i.test(move[1]) ? 'left' : 'entered';
    const wanted = move[2];
    return segmentsCalled(wanted, reading).map((segment) => ({
      rank: rankOf(segment.name, wanted),
      detail: 'Move between segments',
      rule: {
        ...{ id: reading.newId(), kind: 'segment' as const, segmentId: segment.id, member: true, change },
        window: window ?? { period: 'this', unit: 'quarter' },
      },
    }));
  }
  const member = memberPattern.exec(text);
  if (!member?.[1] || !member[2]) return [];
  const wanted = member[2];
  const isMember = /^in$/i.test(member[1]);
  return segmentsCalled(wanted, reading).map((segment) => {
    const rule: DraftSegmentCondition = {
      id: reading.newId(),
      kind: 'segment',
      segmentId: segment.id,
      member: isMember,
    };
    return { rank: rankOf(segment.name, wanted), detail: 'Segment', rule };
  });
}
