import type { Phrase, Token } from './phrase.ts';
import { listed, phrase } from './phrase.ts';
import type { PlaceWords } from './places.ts';
import { mergePlaces } from './places.ts';

/**
 * What follows "Accounts …": each lead reads on from that noun by itself. `predicate` says the same after "that", for
 * lists of unlike clauses; `isJoined` marks one that holds an "and" of its own and needs brackets beside others.
 */
export type Clause =
  | { lead: 'in'; body: Phrase; place?: PlaceWords }
  | { lead: 'with' | 'that' | 'other'; body: Phrase; isJoined?: boolean }
  | { lead: 'whose'; subject: Phrase; body: Phrase }
  /** Said of the account that a contact belongs to. */
  | { lead: 'at'; of: Clause };

const leads = ['in', 'with', 'at', 'that', 'whose', 'other'] as const;

function article(subject: Phrase): string {
  return /^[aeiou]/i.test(subject[0]?.text ?? '') ? 'an ' : 'a ';
}

function predicate(clause: Clause): Token[] {
  switch (clause.lead) {
    case 'in':
      return phrase('are in ', clause.body);
    case 'with':
      return phrase('have ', clause.body);
    case 'that':
      return phrase(clause.body);
    case 'whose':
      return phrase('have ', article(clause.subject), clause.subject, ' that ', clause.body);
    case 'at':
      return phrase('are at accounts ', whole(clause.of));
    case 'other':
      return phrase('are none of those ', clause.body);
  }
}

function whole(clause: Clause): Token[] {
  switch (clause.lead) {
    case 'in':
    case 'with':
    case 'that':
      return phrase(`${clause.lead} `, clause.body);
    case 'whose':
      return phrase('whose ', clause.subject, ' ', clause.body);
    case 'at':
      return phrase('at accounts ', whole(clause.of));
    case 'other':
      return phrase('other than those ', clause.body);
  }
}

function bracketed(clause: Clause): Token[] {
  const isJoined = clause.lead === 'that' && clause.isJoined;
  return isJoined ? phrase('(', predicate(clause), ')') : predicate(clause);
}

/** Clauses of one lead share it: `that use SAP and have …`; places follow each other: `in Retail in Germany`. */
function shared(lead: Clause['lead'], clauses: readonly Clause[]): Token[] {
  switch (lead) {
    case 'at':
      return phrase(
        'at accounts ',
        allOf(clauses.flatMap((clause) => (clause.lead === 'at' ? [clause.of] : []))),
      );
    case 'with':
    case 'that': {
      const bodies = clauses.map((clause) => (clause.lead === lead ? clause.body : []));
      return phrase(`${lead} `, listed(bodies, 'and'));
    }
    case 'whose': {
      const bodies = clauses.map((clause) =>
        clause.lead === 'whose' ? phrase(clause.subject, ' ', clause.body) : [],
      );
      return phrase('whose ', listed(bodies, 'and'));
    }
    default:
      return clauses.reduce<Token[]>(
        (made, clause, at) => phrase(made, at === 0 ? '' : ' ', whole(clause)),
        [],
      );
  }
}

/** All of them: by kind, in the order in which English puts them. */
export function allOf(given: readonly Clause[]): Token[] {
  const clauses = mergePlaces(given, true);
  const groups = leads
    .map((lead) => ({ lead, members: clauses.filter((clause) => clause.lead === lead) }))
    .filter(({ members }) => members.length > 0);
  return groups.reduce<Token[]>((made, { lead, members }, at) => {
    const before = groups[at - 1]?.lead;
    const link =
      at === 0 ? '' : before === 'that' && lead === 'whose' ? ' and ' : lead === 'other' ? ', ' : ' ';
    return phrase(made, link, shared(lead, members));
  }, []);
}

/** Any of them, as one clause. */
export function anyOf(clauses: readonly Clause[]): Clause {
  const [first] = clauses;
  if (first && clauses.length === 1) return first;
  if (clauses.every((clause) => clause.lead === 'at')) {
    return { lead: 'at', of: anyOf(clauses.map((clause) => clause.of)) };
  }
  return { lead: 'that', body: phrase('either ', listed(clauses.map(bracketed), 'or')) };
}

/** Several that must all hold, as one clause for use inside others. */
export function bothOf(given: readonly Clause[]): Clause {
  const clauses = mergePlaces(given, false);
  const [first] = clauses;
  if (first && clauses.length === 1) return first;
  return { lead: 'that', body: listed(clauses.map(predicate), 'and'), isJoined: true };
}

/** None of them, as one clause. */
export function noneOf(clauses: readonly Clause[]): Clause {
  return { lead: 'other', body: whole(anyOf(clauses)) };
}
