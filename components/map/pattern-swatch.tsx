import { useId } from 'react';
import type { Token } from './palette.ts';
import { type PatternKind, patternPaths, patternWidths } from './patterns.ts';

/** A colour with its pattern as on the map; always stands beside its name. */
export function PatternSwatch({
  colour,
  pattern,
  opacity = 1,
}: {
  colour: Token;
  pattern: PatternKind;
  opacity?: number;
}) {
  const id = useId();
  const path = patternPaths[pattern];
  return (
    <svg aria-hidden width="12" height="12" className="shrink-0 rounded-[2px]">
      {path && (
        <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="scale(0.75)">
          <path
            d={path}
            stroke="var(--map-line)"
            strokeWidth={patternWidths[pattern]}
            strokeLinecap={pattern === 'dots' ? 'round' : 'butt'}
            fill="none"
          />
        </pattern>
      )}
      <rect width="12" height="12" fill={`var(--${colour})`} opacity={opacity} />
      {path && <rect width="12" height="12" fill={`url(#${id})`} />}
    </svg>
  );
}
