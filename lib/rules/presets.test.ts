import { describe, expect, it } from 'vitest';

import { buildCatalog } from './build-catalog.ts';
import type { Draft, DraftRule } from './draft.ts';
import { allNodes } from './edit/tree.ts';
import { findPresets, presets } from './presets.ts';
import { toDefinition } from './to-definition.ts';

const catalog = buildCatalog();

function built(rule: DraftRule, entity: 'account' | 'contact'): Draft {
  return { version: 1, entity, root: { id: 'root', kind: 'group', op: 'all', rules: [rule] } };
}

describe('presets', () => {
  it.each(presets.flatMap((preset) => [['account', preset] as const, ['contact', preset] as const]))(
    'for %s: $label is finished unless its label leaves something open',
    (entity, preset) => {
      let made = 0;
      const rule = preset.build(() => `p${made++}`, entity);
      const { definition, omitted } = toDefinition(built(rule, entity), catalog);
      const isOpen = preset.label.includes('…');
      expect(omitted.length > 0).toBe(isOpen);
      if (!isOpen) expect(definition.root.rules).toHaveLength(1);
      const ids = allNodes(rule).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  it('are found by every typed word', () => {
    expect(findPresets('pricing').map(({ key }) => key)).toContain('visitedPricing');
    expect(findPresets('reachable vp').map(({ key }) => key)).toEqual(['reachableVp']);
    expect(findPresets('no open deal').map(({ key }) => key)).toEqual(['noOpenDealInFamily']);
    expect(findPresets('xyzzy')).toEqual([]);
  });
});
