import type { Atom, Relational } from '#lib/rules/relational.ts';
import { type Bits, meetAll, not, orAll } from './bitset.ts';

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
  const bitsOf = (part: Relational) => formBits(part, size, leaf);
  switch (form.kind) {
    case 'and': {
      const ins = form.parts.filter((part) => part.kind !== 'not').map(bitsOf);
      const outs = form.parts.filter((part) => part.kind === 'not').map(({ part }) => bitsOf(part));
      return meetAll(ins, outs, size);
    }
    case 'or':
      return orAll(form.parts.map(bitsOf), size);
    case 'not':
      return not(bitsOf(form.part));
    default:
      return leaf(form);
  }
}
