'use client';
import { useMemo } from 'react';
import { rowTypesAround } from '#lib/rules/edit/row-types.ts';
import { useRuleEditing } from './rule-editing.ts';

/** Types of the rows that a condition is asked of; the same array while they stay the same, so that lists are not asked again. */
export function useRowTypes(conditionId: string): readonly string[] | undefined {
  const { draft } = useRuleEditing();
  const types = rowTypesAround(draft, conditionId)?.join(',');
  return useMemo(() => types?.split(','), [types]);
}
