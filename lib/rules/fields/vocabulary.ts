/** Values of the closed lists that ship, as stored. Their labels are made by `valueLabel`. */
export { activityChannels, activityOutcomes, activityTypes } from '#lib/shared/activity-words.ts';

export const ownerships = [
  'public',
  'private',
  'subsidiary',
  'government',
  'nonprofit',
  'cooperative',
] as const;

export const fundingStages = [
  'bootstrapped',
  'angel',
  'pre-seed',
  'seed',
  'series-a',
  'series-b',
  'series-c',
  'series-d',
  'series-e+',
  'venture',
  'private-equity',
  'debt',
  'grant',
  'post-ipo',
] as const;

export const accountStatuses = ['operating', 'acquired', 'closed', 'ipo'] as const;
export const accountTypes = ['prospect', 'customer', 'partner', 'competitor'] as const;
export const journeyStages = ['unaware', 'aware', 'engaged', 'evaluating', 'customer', 'former'] as const;
export const regions = ['NA', 'LATAM', 'EMEA', 'APAC'] as const;

export const needs = [
  'cost reduction',
  'supply-chain visibility',
  'regulatory compliance',
  'data quality',
  'process automation',
  'legacy modernization',
  'customer retention',
  'faster growth',
  'security and risk',
  'sustainability',
  'talent shortage',
  'system integration',
] as const;

export const technologyCategories = [
  'Analytics',
  'Cloud',
  'Collaboration',
  'CRM',
  'Customer support',
  'Data warehouse',
  'Database',
  'Developer tools',
  'E-commerce',
  'ERP',
  'HR',
  'Marketing automation',
  'Payments',
  'Security',
  'Supply chain',
] as const;

export const seniorities = ['c_level', 'vp', 'director', 'manager', 'staff'] as const;

export const jobFunctions = [
  'finance',
  'general management',
  'operations',
  'sales',
  'marketing',
  'it',
  'engineering',
  'security',
  'product',
  'human resources',
  'legal',
  'customer success',
  'procurement',
  'research',
] as const;

export const personas = [
  'economic buyer',
  'champion',
  'technical evaluator',
  'influencer',
  'end user',
] as const;

export const leadStatuses = ['new', 'working', 'nurturing', 'qualified', 'unqualified'] as const;

/** What an account or its people did with us. */
export const behaviouralSignals = [
  'website_visit',
  'content_download',
  'webinar',
  'event',
  'demo_request',
  'pricing_view',
  'trial_signup',
  'product_usage',
  'email_engagement',
] as const;

/** Third-party research and news about an account. */
export const triggerSignals = [
  'intent',
  'funding_round',
  'leadership_change',
  'hiring',
  'technology_change',
  'expansion',
  'acquisition',
  'competitor_mention',
] as const;

export const signalTypes = [...behaviouralSignals, ...triggerSignals] as const;

export const opportunityTypes = ['new', 'renewal', 'expansion'] as const;
export const outcomes = ['open', 'won', 'lost'] as const;
export const forecastCategories = ['pipeline', 'best_case', 'commit', 'closed', 'omitted'] as const;

export const repRoles = ['sdr', 'ae', 'am', 'csm', 'manager', 'overlay'] as const;
