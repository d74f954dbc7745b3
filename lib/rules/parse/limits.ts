import type { Issue } from '#lib/shared/errors.ts';

export const limits = {
  /** Groups on the way from the root to a condition, the root included. */
  depth: 10,
  conditions: 500,
  valuesInList: 10_000,
  textLength: 1_000,
  /** Everything in the document, so that a heap of empty groups or stray keys is refused before it is read. */
  jsonValues: 250_000,
  jsonDepth: 64,
  jsonCharacters: 5_000_000,
} as const;

/** Longest reach of a window or relative date, so that no calendar step leaves the years that dates can be written in. */
export const longestReach = {
  hour: 100_000,
  day: 100_000,
  week: 10_000,
  month: 4_000,
  quarter: 1_200,
  year: 300,
} as const;

type Place = { value: unknown; key: string; parent: Place | null; depth: number; groups: number };

/** One step of a JSON pointer. */
export function pointerStep(key: string): string {
  return `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

function pointerTo(place: Place): string {
  const steps: string[] = [];
  for (let at: Place | null = place; at?.parent; at = at.parent)
    steps.unshift(pointerStep(at.key.slice(0, 100)));
  return steps.join('');
}

function kindOf(value: object): unknown {
  return Array.isArray(value) ? undefined : (value as { kind?: unknown }).kind;
}

/**
 * Refuses what is too deep or too big, by a loop with its own stack, so that nothing recursive ever sees it.
 * Returns the first such fault, or null when the document is small enough to be read.
 */
export function guardSize(input: unknown): Issue | null {
  const stack: Place[] = [{ value: input, key: '', parent: null, depth: 0, groups: 0 }];
  let values = 0;
  let characters = 0;
  let conditions = 0;
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { value, depth } = place;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    if (values > limits.jsonValues || characters > limits.jsonCharacters) {
      return { path: '', code: 'too_large', message: 'The rule is too large to be read.' };
    }
    if (typeof value !== 'object' || value === null) continue;
    const kind = kindOf(value);
    const groups = place.groups + (kind === 'group' ? 1 : 0);
    if (kind === 'field' || kind === 'related' || kind === 'segment') conditions += 1;
    if (groups > limits.depth || depth > limits.jsonDepth) {
      const message = `Groups may be nested ${limits.depth} deep at most.`;
      return { path: pointerTo(place), code: 'too_deep', message };
    }
    if (conditions > limits.conditions) {
      const message = `A rule may hold ${limits.conditions} conditions at most.`;
      return { path: '/root', code: 'too_many_conditions', message };
    }
    if (Array.isArray(value) && value.length > limits.valuesInList) {
      const message = `A list may hold ${limits.valuesInList.toLocaleString('en')} values at most (got ${value.length.toLocaleString('en')}).`;
      const code = place.key === 'rules' ? 'too_many_conditions' : 'too_many_values';
      return { path: pointerTo(place), code, message };
    }
    for (const [key, child] of Object.entries(value)) {
      stack.push({ value: child, key, parent: place, depth: depth + 1, groups });
    }
  }
  return null;
}
