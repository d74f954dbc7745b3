import type { RootEntity, SegmentCondition } from '../ast.ts';
import type { Catalog } from '../catalog.ts';
import { nodeShapes } from '../rule-schema.ts';
import { parseWindow } from './parse-window.ts';
import type { Report } from './report.ts';
import { readShape, shown } from './report.ts';

/** Membership in a published segment, or a move in or out of it within a window. */
export function parseSegmentCondition(
  input: unknown,
  place: { path: string; entity: RootEntity; catalog: Catalog; report: Report },
): SegmentCondition | undefined {
  const { path, entity, catalog, report } = place;
  const shape = readShape(nodeShapes.segment, input, path, report);
  if (!shape) return undefined;
  const { id, kind, segmentId, member, change } = shape;
  const segment = catalog.segments.get(segmentId);
  if (!segment) {
    return report(
      `${path}/segmentId`,
      'unknown_segment',
      `There is no segment ${shown(segmentId)}; it may have been deleted.`,
    );
  }
  if (segment.status === 'draft') {
    const message = `The segment "${segment.name}" was never published, so nobody is in it yet.`;
    return report(`${path}/segmentId`, 'segment_unpublished', message);
  }
  if (segment.entity === 'contact' && entity === 'account') {
    const message = `"${segment.name}" is a segment of contacts, and this rule is about accounts.`;
    return report(`${path}/segmentId`, 'wrong_entity', message);
  }
  if (change === undefined) {
    if (shape.window === undefined) return { id, kind, segmentId, member };
    return report(`${path}/window`, 'unexpected_value', 'A window needs a move: entered or left.');
  }
  if (typeof shape.window === 'object' && shape.window !== null && 'field' in shape.window) {
    return report(`${path}/window/field`, 'unknown_key', 'A move has one date, so its window names none.');
  }
  const subject = `"${change === 'entered' ? 'Entered' : 'Left'} ${segment.name}"`;
  const window = parseWindow(shape.window, { path: `${path}/window`, subject, dateType: 'instant', report });
  return window && { id, kind, segmentId, member, change, window };
}
