import { hingesOf, hingesPerLoad } from '../hinges.ts';
import { measureCount, type Problem } from '../problem.ts';

/**
 * A problem as an integer program in the LP format, for another solver. Penalties become their hinges: one variable
 * for each. The constant is left out: `programConstant`.
 */
export function programOf(problem: Problem): string {
  const hinges = hingesOf(problem);
  const costs: string[] = [];
  const rows: string[] = [];
  const binaries: string[] = [];
  const number = (value: number) => value.toPrecision(15).replace(/e\+?/, 'e');
  const loadTerms = new Map<number, string[]>();
  for (let unit = 0; unit < problem.units; unit++) {
    const names: string[] = [];
    for (let pair = problem.first[unit]!; pair < problem.first[unit + 1]!; pair++) {
      const name = `x${pair}`;
      const rep = problem.pairRep[pair]!;
      names.push(name);
      let cost = problem.pairCost[pair]!;
      const from = problem.loadsBy === 'pair' ? pair : unit;
      for (let measure = 0; measure < measureCount; measure++) {
        const at = measure * problem.stride + rep;
        const load = problem.loads[measure]![from]!;
        cost += hinges.slope[at]! * load;
        if (load !== 0 && rep < problem.reps) {
          const terms = loadTerms.get(at) ?? [];
          terms.push(`+ ${number(load)} ${name}`);
          loadTerms.set(at, terms);
        }
      }
      costs.push(`${cost < 0 ? '-' : '+'} ${number(Math.abs(cost))} ${name}`);
    }
    rows.push(`u${unit}: ${names.join(' + ')} = 1`);
    binaries.push(...names);
  }
  for (const [at, terms] of loadTerms) {
    for (let hinge = 0; hinge < hinges.count[at]!; hinge++) {
      const here = at * hingesPerLoad + hinge;
      const edge = number(hinges.at[here]!);
      if (hinges.rise[here] === Number.POSITIVE_INFINITY) {
        rows.push(`c${at}: ${terms.join(' ')} <= ${edge}`);
      } else {
        costs.push(`+ ${number(hinges.rise[here]!)} h${here}`);
        rows.push(`h${here}r: ${terms.join(' ')} - h${here} <= ${edge}`);
      }
    }
  }
  return `Minimize\n obj: ${costs.join('\n ')}\nSubject To\n ${rows.join('\n ')}\nBinary\n ${binaries.join('\n ')}\nEnd\n`;
}

/** Money that the program leaves out. */
export function programConstant(problem: Problem): number {
  return hingesOf(problem).base.reduce((sum, base) => sum + base, problem.constant);
}
