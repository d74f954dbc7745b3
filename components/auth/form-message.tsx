import { TriangleAlert } from 'lucide-react';

/** Why a form was refused, as one sentence above its button. */
export function FormMessage({ children }: { children: string | null | undefined }) {
  if (!children) return null;
  return (
    <p role="alert" className="flex gap-2 rounded-2 bg-bad-soft px-3 py-2 text-13 text-bad-ink">
      <TriangleAlert className="mt-0.5 size-3.5" aria-hidden />
      <span>{children}</span>
    </p>
  );
}
