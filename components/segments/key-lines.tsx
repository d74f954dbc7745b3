/** Lines that came to nothing, under what that means; nothing when there are none. */
export function KeyLines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <section className="flex flex-col gap-1">
      <h3 className="text-13 font-medium text-caution-ink">{title}</h3>
      <ul className="max-h-48 overflow-auto border-y border-line text-ink-2" tabIndex={0} aria-label={title}>
        {lines.map((line) => (
          <li key={line} className="truncate border-b border-line px-2 py-1 last:border-b-0">
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
