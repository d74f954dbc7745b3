import { foldText } from '#lib/shared/text.ts';

/** What a title says about a person; null where it says nothing. Values are the shipped ones of the catalog. */
export type TitleFacts = { seniority: string | null; jobFunction: string | null };

const seniorityWords: readonly (readonly [string, RegExp])[] = [
  [
    'c_level',
    /\b(?:CHIEF|C[EFTIOMSRPD]O|CISO|CRO|CHRO|PRESIDENT|FOUNDER|CO-?FOUNDER|OWNER|MANAGING DIRECTOR|GENERAL MANAGER)\b/,
  ],
  ['vp', /\b(?:VP|SVP|EVP|AVP|VICE PRESIDENT|HEAD OF)\b/],
  ['director', /\bDIRECTOR\b/],
  ['manager', /\b(?:MANAGER|LEAD|SUPERVISOR|TEAM LEADER)\b/],
];

const functionWords: readonly (readonly [string, RegExp])[] = [
  ['security', /\b(?:SECURITY|CISO|INFOSEC)\b/],
  ['finance', /\b(?:FINANCE|FINANCIAL|CFO|CONTROLLER|TREASUR\w*|ACCOUNTING|ACCOUNTANT)\b/],
  ['procurement', /\b(?:PROCUREMENT|PURCHASING|SOURCING|BUYER)\b/],
  ['human resources', /\b(?:HR|HUMAN RESOURCES|PEOPLE|TALENT|RECRUIT\w*|CHRO)\b/],
  ['legal', /\b(?:LEGAL|COUNSEL|COMPLIANCE)\b/],
  ['customer success', /\b(?:CUSTOMER SUCCESS|CUSTOMER EXPERIENCE|SUPPORT)\b/],
  ['marketing', /\b(?:MARKETING|CMO|BRAND|DEMAND GENERATION|GROWTH)\b/],
  ['sales', /\b(?:SALES|CRO|REVENUE|ACCOUNT EXECUTIVE|BUSINESS DEVELOPMENT)\b/],
  ['product', /\b(?:PRODUCT|CPO)\b/],
  ['engineering', /\b(?:ENGINEER\w*|CTO|DEVELOPER|SOFTWARE|ARCHITECT|DEVOPS)\b/],
  ['it', /\b(?:IT|CIO|INFORMATION TECHNOLOGY|INFORMATION SYSTEMS|SYSTEMS ADMINISTRATOR|INFRASTRUCTURE)\b/],
  ['research', /\b(?:RESEARCH|R&D|SCIENTIST)\b/],
  ['operations', /\b(?:OPERATIONS|COO|SUPPLY CHAIN|LOGISTICS|PLANT|MANUFACTURING|PRODUCTION|QUALITY)\b/],
  [
    'general management',
    /\b(?:CEO|PRESIDENT|FOUNDER|OWNER|MANAGING DIRECTOR|GENERAL MANAGER|CHIEF EXECUTIVE)\b/,
  ],
];

/** Seniority and function by the words of a job title; the first row of each table that fits decides. A title without rank is staff. */
export function readTitle(title: string): TitleFacts {
  const text = foldText(title);
  const isVicePresident = /\bVICE PRESIDENT\b/.test(text);
  const rank = seniorityWords.find(
    ([name, words]) => words.test(text) && !(name === 'c_level' && isVicePresident),
  );
  const area = functionWords.find(
    ([name, words]) => words.test(text) && !(name === 'general management' && isVicePresident),
  );
  return { seniority: rank?.[0] ?? 'staff', jobFunction: area?.[0] ?? null };
}

/**
 * Persona by seniority and function, as `fields.md` defines it: economic buyer, champion, technical evaluator, influencer, end user.
 * `soldTo` are the functions that the workspace sells to.
 */
export function personaOf(
  seniority: string | null,
  jobFunction: string | null,
  soldTo: readonly string[],
): string | null {
  if (seniority === null) return null;
  const isSoldTo = jobFunction !== null && soldTo.includes(jobFunction);
  const isTop = seniority === 'c_level' || seniority === 'vp';
  if (isTop && (jobFunction === 'finance' || jobFunction === 'general management')) return 'economic buyer';
  if (isSoldTo && (seniority === 'director' || seniority === 'manager')) return 'champion';
  const isTechnical = jobFunction === 'it' || jobFunction === 'engineering' || jobFunction === 'security';
  if (isTechnical && !isTop) return 'technical evaluator';
  if (isSoldTo && seniority !== 'staff') return 'influencer';
  return seniority === 'staff' ? 'end user' : null;
}

/** A valid, not bounced e-mail address or a phone; opted out is never reachable. */
export function isReachable(person: {
  email: string | null;
  phone: string | null;
  mobile: string | null;
  bounced: number | null;
  optedOut: number | null;
}): boolean {
  if (person.optedOut === 1) return false;
  return (person.email !== null && person.bounced !== 1) || person.phone !== null || person.mobile !== null;
}
