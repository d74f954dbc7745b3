import type { DemoAccount } from './account-type.ts';
import { type Random, weightedPicker } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { technologyTable } from './technology-table.ts';

export type DemoTechnology = {
  name: string;
  category: string;
  firstSeenAt: number | null;
  lastSeenAt: number;
};

type Product = { name: string; weight: number; liking: Map<string, number> };
type Category = { name: string; share: number; slope: number; products: Product[] };

function readProduct(text: string): Product {
  const match = /^(.+) ([\d.]+)(?: ([A-Z].*\*.*))?$/.exec(text);
  const liking = new Map<string, number>();
  for (const [, industry = '', factor = ''] of (match?.[3] ?? '').matchAll(/([A-Z][\w\- ]*?)\*([\d.]+)/g)) {
    liking.set(industry.trim(), Number(factor));
  }
  return { name: match?.[1] ?? text, weight: Number(match?.[2] ?? 1), liking };
}

const categories: Category[] = technologyTable
  .trim()
  .split('\n')
  .map((line) => {
    const [name = '', share = '', slope = '', products = ''] = line.split('|');
    return {
      name,
      share: Number(share),
      slope: Number(slope),
      products: products.split(';').map(readProduct),
    };
  });

/** SAP is bought by the large: its weight grows with size. */
function sapFactor(employees: number): number {
  if (employees < 100) return 0.35;
  return employees < 500 ? 0.9 : employees < 2000 ? 2.6 : 3.6;
}

const pickers = new Map<string, (random: Random) => Product>();

function productPicker(category: Category, industry: string, employees: number): (random: Random) => Product {
  const factor = category.name === 'ERP' ? sapFactor(employees) : 1;
  const key = `${category.name}/${industry}/${factor}`;
  const known = pickers.get(key);
  if (known) return known;
  const made = weightedPicker(
    category.products,
    (product) => product.weight * (product.liking.get(industry) ?? 1) * (product.name === 'SAP' ? factor : 1),
  );
  pickers.set(key, made);
  return made;
}

/** What an account runs: about six products, more in large companies, one of a category at most. */
export function drawTechnologies(
  account: DemoAccount,
  random: Random,
  calendar: SeedCalendar,
): DemoTechnology[] {
  const size = Math.log10(Math.max(5, account.trueEmployees) / 100);
  const found: DemoTechnology[] = [];
  for (const category of categories) {
    if (!random.chance(Math.min(0.97, Math.max(0.03, category.share + category.slope * size)))) continue;
    const product = productPicker(category, account.market.industry, account.trueEmployees)(random);
    const isFading = random.chance(0.08);
    const lastSeenAt = isFading
      ? calendar.daysAgo(random.between(150, 700))
      : calendar.daysAgo(random.between(0.2, 75) * random.next());
    const firstSeenAt = Math.min(
      lastSeenAt,
      random.chance(0.14)
        ? calendar.daysAgo(random.between(5, 360))
        : calendar.daysAgo(random.between(400, 2000)),
    );
    found.push({
      name: product.name,
      category: category.name,
      firstSeenAt: random.chance(0.03) ? null : Math.round(firstSeenAt),
      lastSeenAt: Math.round(lastSeenAt),
    });
  }
  return found;
}
