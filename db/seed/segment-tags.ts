import type { SegmentKey } from './segment-plan.ts';

/** How the demo's people sort their segments: by what they are for, where, and who looks at them. */
export const demoTags: Readonly<Record<SegmentKey, readonly string[]>> = {
  tam: ['Board report', 'Market'],
  enterprise: ['Board report', 'Size class'],
  midMarket: ['Board report', 'Size class'],
  smb: ['Board report', 'Size class'],
  sapManufacturing: ['ABM', 'Campaign', 'North America'],
  saasEmea: ['Campaign', 'EMEA'],
  healthcare: ['ABM', 'Vertical'],
  manufacturing: ['Vertical'],
  automotive: ['Vertical'],
  food: ['Vertical'],
  equipment: ['Vertical'],
  strategic: ['ABM', 'Coverage'],
  targets: ['Coverage'],
  movedUp: ['Handover'],
  retailDraft: ['Campaign', 'Vertical'],
  webinarRetired: ['Campaign', 'Event'],
};
