import { campaignTemplates } from './templates/campaign-templates.ts';
import { modelTemplates } from './templates/model-templates.ts';
import type { Template } from './templates/template.ts';

export type { Ask, Template, TemplateContext, TemplateSegment } from './templates/template.ts';

/** Starting points for segments, in the order in which they are offered. */
export const templates: readonly Template[] = [...campaignTemplates, ...modelTemplates];

export function findTemplate(key: string): Template | null {
  return templates.find((template) => template.key === key) ?? null;
}
