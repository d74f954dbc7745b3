import { categoryColour, categoryVar } from './category-colour.ts';
import { cn } from './cn.ts';

/** A 10 px square in the thing's own colour; always stands beside its name. Pass `id` or a stored `colour` 1–10. */
export function Swatch({ id, colour, className }: { id?: string; colour?: number; className?: string }) {
  const number = colour ?? (id === undefined ? 10 : categoryColour(id));
  return (
    <span
      aria-hidden
      className={cn('inline-block size-2.5 shrink-0 rounded-[2px]', className)}
      style={{ background: categoryVar(number) }}
    />
  );
}
