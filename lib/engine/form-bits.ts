import type { Atom, Relational } from '#lib/rules/relational.ts';
import { and, type Bits, emptyBits, fullBits, not, or } from './bitset.ts';

/** Every positive atom of a form, negations and groups aside. */
export function atomsOf(form: Relational): Atom[] {
  switch (form.kind) {
    case 'and':
    case 'or':
      return form.parts.flatMap(atomsOf);
    case 'not':
      return atomsOf(form.part);
    default:
      return [form];
  }
}

/** A form as a set: its atoms' sets under and, or, not. */
export function formBits(form: Relational, size: number, leaf: (atom: Atom) => Bits): Bits {
  switch (form.kind) {
    case 'and':
    case 'or': {
      const parts = form.parts.map((part) => formBits(part, size, leaf));
      const [first, ...rest] = parts;
      if (!first) return form.kind === 'and' ? fullBits(size) : emptyBits(size);
      return rest.reduce(form.kind === 'and' ? and : or, first);
    }
    case 'not':
      return not(formBits(form.part, size, leaf));
    default:
      return leaf(form);
  }
}
