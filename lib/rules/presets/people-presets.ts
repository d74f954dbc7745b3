import type { Preset } from './preset.ts';
import type { Rows } from './make-rules.ts';
import { rows } from './make-rules.ts';

function people(key: string, label: string, keywords: readonly string[], more: Omit<Rows, 'entity'>): Preset {
  return {
    key,
    label,
    group: 'people',
    keywords: ['contact', 'buying committee', ...keywords],
    build: (newId, root) => rows(newId, root, { entity: 'contact', ...more }),
  };
}

function reachable(persona: string, key: string): Preset {
  return people(key, `Reachable ${persona}`, ['persona', 'coverage', 'decision maker'], {
    where: [
      ['persona', 'in', [persona]],
      ['reachable', 'isTrue'],
    ],
  });
}

export const peoplePresets: readonly Preset[] = [
  people('reachableVp', 'Has a reachable VP in…', ['vice president', 'seniority', 'function', 'executive'], {
    where: [
      ['seniority', 'in', ['vp']],
      ['jobFunction', 'in'],
      ['reachable', 'isTrue'],
    ],
  }),
  people(
    'reachableExecutive',
    'Has a reachable C-level contact',
    ['ceo', 'cfo', 'cio', 'executive', 'chief'],
    {
      where: [
        ['seniority', 'in', ['c_level']],
        ['reachable', 'isTrue'],
      ],
    },
  ),
  reachable('economic buyer', 'reachableEconomicBuyer'),
  reachable('champion', 'reachableChampion'),
  reachable('technical evaluator', 'reachableTechnicalEvaluator'),
  people('titleContains', 'Has a contact whose title contains…', ['job title', 'role', 'position'], {
    where: [['jobTitle', 'contains']],
  }),
  people('threeReachable', 'Has at least 3 reachable contacts', ['multi-threaded', 'coverage'], {
    where: [['reachable', 'isTrue']],
    value: 3,
  }),
  people('nobodyReachable', 'Has nobody reachable', ['no contacts', 'missing', 'gap', 'coverage'], {
    where: [['reachable', 'isTrue']],
    operator: 'eq',
    value: 0,
  }),
];
