/** What an ascending list of ids gained and lost to become another ascending list: one walk over both. */
export function differenceOf(
  before: ArrayLike<number>,
  after: ArrayLike<number>,
): { entered: number[]; left: number[] } {
  const entered: number[] = [];
  const left: number[] = [];
  let i = 0;
  let j = 0;
  while (i < before.length || j < after.length) {
    const old = before[i] ?? Number.POSITIVE_INFINITY;
    const now = after[j] ?? Number.POSITIVE_INFINITY;
    if (old === now) {
      i++;
      j++;
    } else if (old < now) {
      left.push(old);
      i++;
    } else {
      entered.push(now);
      j++;
    }
  }
  return { entered, left };
}
