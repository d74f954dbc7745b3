import { behaviourPresets } from './presets/behaviour-presets.ts';
import { dealPresets } from './presets/deal-presets.ts';
import { peoplePresets } from './presets/people-presets.ts';
import { planningPresets } from './presets/planning-presets.ts';
import type { Preset } from './presets/preset.ts';
import { segmentPresets } from './presets/segment-presets.ts';
import { technologyPresets } from './presets/technology-presets.ts';

export type { Preset } from './presets/preset.ts';

/** Every preset, in the order in which the add-condition search shows them. */
export const presets: readonly Preset[] = [
  ...technologyPresets,
  ...behaviourPresets,
  ...peoplePresets,
  ...dealPresets,
  ...planningPresets,
  ...segmentPresets,
];

function matches(preset: Preset, words: readonly string[]): boolean {
  const text = [preset.label, ...preset.keywords].join(' ').toLowerCase();
  return words.every((word) => text.includes(word));
}

/** Presets in whose label or keywords every typed word occurs. */
export function findPresets(text: string): Preset[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  return presets.filter((preset) => matches(preset, words));
}
