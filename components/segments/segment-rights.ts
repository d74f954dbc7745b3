import type { Actor } from '#lib/permissions/actor.ts';
import { can } from '#lib/permissions/can.ts';
import { roleLabels } from '#lib/permissions/roles.ts';

/** What a person may do with segments, and the sentence that says why not. */
export type SegmentRights = {
  edit: boolean;
  publish: boolean;
  export: boolean;
  tiers: boolean;
  noEdit: string;
  noPublish: string;
  noExport: string;
};

/** Mirrors the permission table for the buttons; the verbs decide. */
export function segmentRights(actor: Actor): SegmentRights {
  const role = roleLabels[actor.role];
  return {
    edit: can(actor, 'segments.edit'),
    publish: can(actor, 'segments.publish'),
    export: can(actor, 'accounts.export'),
    tiers: can(actor, 'tiers.edit'),
    noEdit: `Your role (${role}) does not edit segments.`,
    noPublish: `Your role (${role}) does not publish segments.`,
    noExport: `Your role (${role}) does not export.`,
  };
}
