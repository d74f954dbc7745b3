/**
 * A condition over several lines. `mayBeNull`: it is NULL for some rows that it does not hold for. `complement`: how SQL
 * says the opposite of one that never is.
 */
export type Test = { lines: readonly string[]; mayBeNull: boolean; complement?: readonly string[] };

/** Parts joined by AND or OR, not yet in brackets. */
export type Junction = { joined: 'AND' | 'OR'; parts: readonly Test[] };

export type Printed = Test | Junction;

const widest = 96;

export function plainTest(text: string, mayBeNull: boolean): Test {
  return { lines: [text], mayBeNull };
}

/** Whether there is a value. */
export function isKnown(value: string): Test {
  return { lines: [`${value} IS NOT NULL`], mayBeNull: false, complement: [`${value} IS NULL`] };
}

/** `value` among the rows of a subquery, of which none is NULL. */
export function isAmong(value: string, subquery: readonly string[], mayBeNull: boolean): Test {
  return {
    lines: wrap(`${value} IN (`, subquery, ')'),
    mayBeNull,
    complement: wrap(`${value} NOT IN (`, subquery, ')'),
  };
}

function indent(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

/** `before` … `after` around lines: on one line when there is only one. */
export function wrap(before: string, lines: readonly string[], after: string): string[] {
  const oneLine = `${before}${lines.join(' ')}${after}`;
  if (lines.length <= 2 && oneLine.length <= widest) return [oneLine];
  return [before, ...indent(lines), after];
}

/** Every part on a line of its own, the operator in front. */
function junctionLines({ joined, parts }: Junction): string[] {
  return parts.flatMap(({ lines }, index) => {
    if (index === 0) return [...lines];
    const [first = '', ...rest] = lines;
    const lead = `${joined} `;
    return [`${lead}${first}`, ...rest];
  });
}

/** Parts as one condition: `all` of none is true, `any` of none false, and like joins like without brackets. */
export function join(joined: Junction['joined'], parts: readonly Printed[]): Printed {
  const flat = parts.flatMap((part) =>
    'joined' in part && part.joined === joined ? part.parts : [asTest(part)],
  );
  const [first] = flat;
  if (!first) return plainTest(joined === 'AND' ? 'TRUE' : 'FALSE', false);
  return flat.length === 1 ? first : { joined, parts: flat };
}

/** A condition that may stand beside any other: a junction gets its brackets. */
export function asTest(printed: Printed): Test {
  if (!('joined' in printed)) return printed;
  return { lines: wrap('(', printedLines(printed), ')'), mayBeNull: mayBeNull(printed) };
}

function mayBeNull(printed: Printed): boolean {
  return 'joined' in printed ? printed.parts.some((part) => part.mayBeNull) : printed.mayBeNull;
}

/** Lines of a condition that stands alone, after WHERE for example. */
export function printedLines(printed: Printed): string[] {
  return 'joined' in printed ? junctionLines(printed) : [...printed.lines];
}

/** WHERE with its conditions below each other. */
export function whereLines(printed: Printed): string[] {
  return junctionLines('joined' in printed ? printed : { joined: 'AND', parts: [printed] }).map(
    (line, index) => (index === 0 ? `WHERE ${line}` : `  ${line}`),
  );
}

function coalesced(lines: readonly string[]): string[] {
  const inner = lines.map((line, index) => (index === lines.length - 1 ? `${line},` : line));
  return wrap('NOT COALESCE(', [...inner, 'FALSE'], ')');
}

/** The complement, which is never NULL: what is not known to hold does not. */
export function not(printed: Printed): Test {
  const { lines, complement } = asTest(printed);
  if (mayBeNull(printed)) return { lines: coalesced(lines), mayBeNull: false };
  const negated = complement ?? lines.map((line, index) => (index === 0 ? `NOT ${line}` : line));
  return { lines: negated, mayBeNull: false };
}

/** A list of literals in lines that fit. */
export function listLines(literals: readonly string[]): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [index, literal] of literals.entries()) {
    const next = index === literals.length - 1 ? literal : `${literal},`;
    if (line !== '' && line.length + next.length + 1 > widest) {
      lines.push(line);
      line = next;
    } else {
      line = line === '' ? next : `${line} ${next}`;
    }
  }
  return [...lines, line];
}

/** Text as comment lines: white space of any kind becomes one space, so that nothing leaves the comment. */
export function commentLines(text: string): string[] {
  const words = text
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
    .split(' ');
  const lines: string[] = [];
  let line = '--';
  for (const word of words) {
    if (line !== '--' && line.length + word.length + 1 > widest) {
      lines.push(line);
      line = '--';
    }
    line = `${line} ${word}`;
  }
  return [...lines, line];
}
