/** What the benchmark market is made of. The first words are the ones that the benchmark segments ask for. */
export const words = {
  'account.industry': [
    ...['Manufacturing', 'Software', 'Logistics', 'Retail', 'Healthcare', 'Financial services', 'Energy'],
    ...Array.from({ length: 18 }, (_, index) => `Industry ${index}`),
  ],
  'account.subIndustry': [
    'Industrial equipment',
    'Office equipment',
    ...Array.from({ length: 118 }, (_, index) => `Branch ${index}`),
  ],
  'account.country': [
    ...['US', 'GB', 'DE', 'FR', 'CA', 'BR', 'MX', 'IN', 'NL', 'SE', 'ES', 'IT', 'JP', 'AU', 'PL', 'CH'],
  ],
  'account.needs': ['Demand planning', ...Array.from({ length: 39 }, (_, index) => `Need ${index}`)],
  'account.ownership': ['Private', 'Public', 'Public sector', 'Non-profit'],
  'account.status': ['Prospect', 'Customer', 'Former customer'],
  'technology.name': ['SAP', 'Oracle', ...Array.from({ length: 58 }, (_, index) => `Tool ${index}`)],
  'technology.category': Array.from({ length: 12 }, (_, index) => `Category ${index}`),
  'contact.jobFunction': ['operations', 'sales', 'marketing', 'finance', 'engineering', 'hr', 'it', 'legal'],
  'contact.seniority': ['c_level', 'vp', 'director', 'manager', 'senior', 'entry'],
  'signal.type': ['intent', 'hiring', 'competitor_mention', 'funding', 'web_visit', 'event'],
  'signal.topic': ['Engineering', ...Array.from({ length: 199 }, (_, index) => `Topic ${index}`)],
} as const satisfies Record<string, readonly string[]>;

export type WordField = keyof typeof words;
