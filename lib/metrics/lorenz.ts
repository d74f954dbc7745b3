export type Lorenz = {
  /** From (0, 0) to (1, 1): the share of all targets that the emptiest books have, and the share of all value they hold. */
  points: { target: number; value: number }[];
  /** 0 = every book holds exactly its share, towards 1 = one book holds everything. */
  gini: number;
};

/**
 * Lorenz curve of books against their targets: books by value ÷ target ascending, shares added up (Lorenz 1905, Gini
 * 1914, weighted by target, so that a half-ramped rep counts half). null when nothing is held or nobody has a target.
 * Values and targets ≥ 0; books without a target are left out.
 */
export function lorenz(books: readonly { value: number; target: number }[]): Lorenz | null {
  const sorted = books
    .filter((book) => book.target > 0)
    .sort((a, b) => a.value / a.target - b.value / b.target);
  const targets = sorted.reduce((sum, book) => sum + book.target, 0);
  const values = sorted.reduce((sum, book) => sum + book.value, 0);
  if (targets === 0 || values === 0) return null;
  const points = [{ target: 0, value: 0 }];
  let gini = 1;
  let before = { target: 0, value: 0 };
  for (const book of sorted) {
    const point = {
      target: before.target + book.target / targets,
      value: before.value + book.value / values,
    };
    gini -= (point.target - before.target) * (point.value + before.value);
    points.push(point);
    before = point;
  }
  return { points, gini: Math.max(0, gini) };
}
