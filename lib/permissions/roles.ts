/** Application roles, from most to least. A role that is not in the table may do nothing. */
export const roles = ['admin', 'revops', 'leader', 'rep', 'viewer'] as const;
export type Role = (typeof roles)[number];

export const roleLabels: Record<Role, string> = {
  admin: 'Admin',
  revops: 'RevOps',
  leader: 'Leader',
  rep: 'Rep',
  viewer: 'Viewer',
};

const everyone: readonly Role[] = roles;
const operations: readonly Role[] = ['admin', 'revops'];
const planners: readonly Role[] = ['admin', 'revops', 'leader'];
/** Where a leader approves plans, RevOps prepares and asks. */
const approvers: readonly Role[] = ['admin', 'leader'];
const sellers: readonly Role[] = ['admin', 'revops', 'leader', 'rep'];
const admins: readonly Role[] = ['admin'];

/**
 * The one permission table: what each action means and who may do it. Verbs check it, buttons mirror it,
 * the documentation is generated from it. Which records an action reaches is decided by `scope`.
 */
export const actions = {
  'accounts.read': { roles: everyone, label: 'See accounts, contacts, deals, signals and activities' },
  'accounts.edit': { roles: sellers, label: 'Edit accounts and contacts' },
  'accounts.create': { roles: operations, label: 'Create, archive and restore accounts' },
  'accounts.export': { roles: sellers, label: 'Export accounts and contacts' },
  'activities.log': { roles: sellers, label: 'Log touches, replies, meetings and notes' },
  'signals.create': { roles: operations, label: 'Send signals' },
  'imports.run': { roles: operations, label: 'Import, apply and undo files' },
  'imports.reps': { roles: planners, label: 'Import reps' },
  'fields.manage': { roles: operations, label: 'Create custom fields' },
  'stages.manage': { roles: operations, label: 'Edit stages and products' },
  'segments.read': { roles: everyone, label: 'See segments and their members' },
  'segments.preview': { roles: everyone, label: 'Preview a rule' },
  'segments.edit': { roles: planners, label: 'Create and edit segment drafts' },
  'segments.publish': { roles: operations, label: 'Publish, retire and restore segments' },
  'tiers.read': { roles: everyone, label: 'See tiers' },
  'tiers.edit': { roles: operations, label: 'Edit tiers and give them to segments' },
  'tiers.assign': { roles: planners, label: 'Give a tier to single accounts' },
  'plans.read': { roles: sellers, label: 'See territories and their balance' },
  'plans.review': {
    roles: planners,
    label: 'See versions of a plan, approvals and what was said about them',
  },
  'plans.edit': { roles: planners, label: 'Edit territories, move and lock accounts' },
  'plans.publish': { roles: planners, label: 'Publish a territory plan' },
  'plans.approve': { roles: approvers, label: 'Approve a territory plan' },
  'requests.ask': { roles: sellers, label: 'Ask for a change of who holds an account' },
  'requests.decide': { roles: planners, label: 'Decide what others ask for' },
  'reps.edit': { roles: operations, label: 'Edit reps, pools and quotas' },
  'results.read': { roles: everyone, label: 'See results' },
  'views.own': { roles: everyone, label: 'Save own views' },
  'views.share': { roles: planners, label: 'Share views' },
  'tokens.own': { roles: sellers, label: 'Create own API tokens' },
  'settings.read': { roles: everyone, label: 'See workspace settings' },
  'settings.edit': { roles: operations, label: 'Edit workspace settings' },
  'users.manage': { roles: admins, label: 'Invite people, set roles, end sessions, revoke tokens' },
  'audit.read': { roles: operations, label: 'Read the audit log' },
  'demo.remove': { roles: admins, label: 'Remove the demo data' },
} as const satisfies Record<string, { roles: readonly Role[]; label: string }>;

export type Action = keyof typeof actions;
