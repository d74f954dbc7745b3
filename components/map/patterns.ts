/** How an area is drawn besides its colour, so that no two areas differ by colour alone. Falling lines mean changes. */
const patternKinds = ['solid', 'rising', 'dots', 'grid'] as const;
export type PatternKind = (typeof patternKinds)[number] | 'falling';

const COLOURS = 10;
const TILE = 8;

/** Ten things have plain colours, the next ten rising lines, and so on: the pattern of a public id. */
export function patternOf(id: string): PatternKind {
  const number = Number.parseInt(id.slice(id.indexOf('_') + 1), 36);
  const round = Number.isFinite(number) ? Math.floor((number - 1) / COLOURS) : 0;
  return patternKinds[((round % patternKinds.length) + patternKinds.length) % patternKinds.length] ?? 'solid';
}

/** What is stroked or dotted on one tile, as an SVG path; null = nothing. */
export const patternPaths: Record<PatternKind, string | null> = {
  solid: null,
  rising: 'M-2 2 L2 -2 M0 8 L8 0 M6 10 L10 6',
  falling: 'M-2 6 L2 10 M0 0 L8 8 M6 -2 L10 2',
  grid: 'M4 0 V8 M0 4 H8',
  dots: 'M4 3.9 V4.1',
};

export const patternWidths: Record<PatternKind, number> = {
  solid: 0,
  rising: 2,
  falling: 2,
  grid: 1.4,
  dots: 3.4,
};

/** A canvas fill of a colour with lines in another; `scale` is that of the map, so that the lines keep their width. */
export function patternFill(
  context: CanvasRenderingContext2D,
  kind: PatternKind,
  colour: string,
  ink: string,
): string | CanvasPattern {
  const path = patternPaths[kind];
  if (path === null) return colour;
  const tile = document.createElement('canvas');
  tile.width = TILE * 2;
  tile.height = TILE * 2;
  const brush = tile.getContext('2d');
  if (!brush) return colour;
  brush.scale(2, 2);
  brush.fillStyle = colour;
  brush.fillRect(0, 0, TILE, TILE);
  brush.strokeStyle = ink;
  brush.lineWidth = patternWidths[kind];
  brush.lineCap = kind === 'dots' ? 'round' : 'butt';
  brush.stroke(new Path2D(path));
  return context.createPattern(tile, 'repeat') ?? colour;
}

/** Keeps a pattern's lines at their width while the map is drawn at `scale`. */
export function steadyPattern(fill: string | CanvasPattern, scale: number): void {
  if (typeof fill === 'string') return;
  fill.setTransform(new DOMMatrix([0.5 / scale, 0, 0, 0.5 / scale, 0, 0]));
}
