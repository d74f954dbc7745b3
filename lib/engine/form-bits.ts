import type { Atom, Relational } from '#lib/rules/relational.ts';
import { andAll, type Bits, not, orAll } from './bitset.ts';

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
      return form.kind === 'and' ? andAll(parts, size) : orAll(parts, size);
    }
    case 'not':
      return not(formBits(form.part, size, leaf));
    default:
      return leaf(form);
  }
}
