const MOST = 12;

/** Touches done of those due, one mark each; above twelve only the words. */
export function Pips({ done, of, label }: { done: number; of: number; label?: string }) {
  const words = label ?? `${done} of ${of} done`;
  if (of > MOST) return <span className="text-12 text-ink-3">{words}</span>;
  return (
    <span role="img" aria-label={words} title={words} className="inline-flex gap-0.5">
      {Array.from({ length: Math.max(of, done) }, (_, index) => (
        <span
          key={index}
          className={
            index < done
              ? 'h-2.5 w-[5px] rounded-[1px] bg-n-400'
              : 'h-2.5 w-[5px] rounded-[1px] inset-ring inset-ring-line-strong'
          }
        />
      ))}
    </span>
  );
}
