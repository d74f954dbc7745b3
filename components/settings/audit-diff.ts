type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** One value that differs: its path in words' keys, and both sides (undefined = was not there). */
export type DiffLine = { path: string[]; before: Json | undefined; after: Json | undefined };

/**
 * The leaves in which two stored values differ, in reading order. Lists are compared place by place. With only one
 * side given, all its leaves are listed.
 */
export function diffLines(before: Json, after: Json): DiffLine[] {
  const lines: DiffLine[] = [];
  walk(before ?? undefined, after ?? undefined, [], lines);
  return lines;
}

function walk(before: Json | undefined, after: Json | undefined, path: string[], lines: DiffLine[]): void {
  if (isBranch(before) || isBranch(after)) {
    const left = branches(before);
    const right = branches(after);
    for (const key of new Set([...left.keys(), ...right.keys()])) {
      walk(left.get(key), right.get(key), [...path, key], lines);
    }
    return;
  }
  if (before !== after) lines.push({ path, before, after });
}

function isBranch(value: Json | undefined): value is Json[] | { [key: string]: Json } {
  return typeof value === 'object' && value !== null;
}

function branches(value: Json | undefined): Map<string, Json> {
  if (!isBranch(value)) return new Map();
  if (Array.isArray(value)) return new Map(value.map((one, at) => [String(at + 1), one]));
  return new Map(Object.entries(value));
}
