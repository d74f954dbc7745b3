import { draftWord } from '#components/territories/plan-href.ts';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Proposal } from '#lib/shared/proposal-shapes.ts';
import { type Lorenz, lorenz } from '#lib/metrics/lorenz.ts';

type Book = Proposal['books'][number];
type Measure = 'potentialAmount' | 'workloadTouches' | 'accounts';

const measures: { key: Measure; label: string }[] = [
  { key: 'potentialAmount', label: 'Potential' },
  { key: 'workloadTouches', label: 'Touches a month' },
  { key: 'accounts', label: 'Accounts' },
];

const SIZE = 220;
const cell =
  'h-7 border-t border-line px-3 text-right whitespace-nowrap first:pl-0 first:text-left last:pr-0';

/** For those who want it: how unevenly books are filled, as a Lorenz curve with its Gini, and as a distribution. */
export function ProposalSpread({ proposal, tolerance }: { proposal: Proposal; tolerance: number }) {
  const word = draftWord(usePlanner().plan);
  const { books } = proposal;
  const before = curveOf(books, 'before', 'potentialAmount');
  const after = curveOf(books, 'after', 'potentialAmount');
  return (
    <div className="flex min-h-0 flex-1 flex-wrap content-start gap-x-10 gap-y-6 overflow-auto px-4 py-4">
      {before && after && <Curve before={before} after={after} word={word} />}
      <section aria-label="Gini" className="flex min-w-72 flex-col gap-2">
        <h3 className="font-semibold">Gini of books against their targets</h3>
        <table className="w-full" aria-label="Gini before and after">
          <Head titles={['measure', word, 'proposal']} />
          <tbody>
            {measures.map(({ key, label }) => (
              <tr key={key}>
                <th scope="row" className={`${cell} font-normal text-ink-2`}>
                  {label}
                </th>
                <td className={cell}>{giniText(curveOf(books, 'before', key))}</td>
                <td className={`${cell} font-semibold`}>{giniText(curveOf(books, 'after', key))}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className="max-w-80 text-12 text-ink-3">
          0 = every book holds exactly its target, 1 = one book holds everything. A rep who ramps counts by
          what they can take.
        </p>
      </section>
      <section aria-label="Distribution" className="flex min-w-72 flex-col gap-2">
        <h3 className="font-semibold">Reps by potential, in percent of their target</h3>
        <table className="w-full" aria-label="Reps by share of target">
          <Head titles={['of target', word, 'proposal']} />
          <tbody>
            {bandsOf(tolerance).map(({ label, from, to }) => (
              <tr key={label}>
                <th scope="row" className={`${cell} font-normal text-ink-2`}>
                  {label}
                </th>
                <td className={cell}>{formatNumber(countIn(books, 'before', from, to))}</td>
                <td className={`${cell} font-semibold`}>{formatNumber(countIn(books, 'after', from, to))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}

function Head({ titles }: { titles: readonly string[] }) {
  return (
    <thead>
      <tr className="text-12 text-ink-3">
        {titles.map((title) => (
          <th
            key={title}
            scope="col"
            className="h-7 px-3 text-right font-normal first-letter:uppercase first:pl-0 first:text-left last:pr-0"
          >
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Curve({ before, after, word }: { before: Lorenz; after: Lorenz; word: string }) {
  const path = ({ points }: Lorenz) =>
    points
      .map(({ target, value }) => `${(target * SIZE).toFixed(1)},${((1 - value) * SIZE).toFixed(1)}`)
      .join(' ');
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="font-semibold">Lorenz curve of potential</figcaption>
      <svg
        role="img"
        aria-label={`Lorenz curve of potential: Gini ${giniText(before)} in the ${word}, ${giniText(after)} in the proposal`}
        viewBox={`-1 -1 ${SIZE + 2} ${SIZE + 2}`}
        width={SIZE}
        height={SIZE}
        fill="none"
      >
        <rect width={SIZE} height={SIZE} stroke="var(--chart-axis)" />
        <line x1={0} y1={SIZE} x2={SIZE} y2={0} stroke="var(--chart-axis)" strokeDasharray="2 3" />
        <polyline points={path(before)} stroke="var(--color-ink-3)" strokeWidth={1.5} strokeDasharray="4 3" />
        <polyline points={path(after)} stroke="var(--color-accent)" strokeWidth={2} />
      </svg>
      <p className="max-w-56 text-12 text-ink-3">
        Across: reps by their targets, the emptiest books first. Up: the potential they hold together. Dashed:
        the {word}; solid: the proposal; on the diagonal every book is even.
      </p>
    </figure>
  );
}

function curveOf(books: readonly Book[], side: 'before' | 'after', measure: Measure): Lorenz | null {
  return lorenz(books.map((book) => ({ value: book[side][measure], target: book.target[measure] })));
}

const giniText = (curve: Lorenz | null) => (curve === null ? '–' : formatNumber(curve.gini, { digits: 3 }));

/** Below, in and above the band, and twice its width away. */
function bandsOf(tolerance: number) {
  const percent = (rate: number) => formatRate(rate, { digits: 0 });
  const edges = [1 - 2 * tolerance, 1 - tolerance, 1 + tolerance, 1 + 2 * tolerance];
  const [low, under, over, high] = edges as [number, number, number, number];
  return [
    { label: `Under ${percent(low)}`, from: Number.NEGATIVE_INFINITY, to: low },
    { label: `${percent(low)} to ${percent(under)}`, from: low, to: under },
    { label: `${percent(under)} to ${percent(over)}, in the band`, from: under, to: over },
    { label: `${percent(over)} to ${percent(high)}`, from: over, to: high },
    { label: `Over ${percent(high)}`, from: high, to: Number.POSITIVE_INFINITY },
  ];
}

/** Books whose share lies between the edges; exactly on the edge of the band counts as in it. */
function countIn(books: readonly Book[], side: 'before' | 'after', from: number, to: number): number {
  const slack = 1e-9;
  return books.filter(({ [side]: load, target }) => {
    if (target.potentialAmount <= 0) return false;
    const share = load.potentialAmount / target.potentialAmount;
    const isAbove = from < 1 ? share >= from - slack : share > from + slack;
    const isBelow = to > 1 ? share <= to + slack : share < to - slack;
    return isAbove && isBelow;
  }).length;
}
