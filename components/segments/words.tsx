import type { Words } from '#lib/shared/segment-shapes.ts';

/** A sentence about a rule; what the rule itself says stands out. */
export function RuleWords({ words }: { words: Words }) {
  return (
    <>
      {words.map((piece, index) =>
        piece.strong ? (
          <strong key={`${index}-${piece.text}`} className="font-medium text-ink">
            {piece.text}
          </strong>
        ) : (
          <span key={`${index}-${piece.text}`}>{piece.text}</span>
        ),
      )}
    </>
  );
}
