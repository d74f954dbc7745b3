import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, open } from './test.ts';

/** Real files beside the project; they are never part of it. */
const maven = join(import.meta.dirname, '..', '..', '..', 'shared', 'data', 'maven-crm');
export const hasMaven = existsSync(maven);

/** Sends one of the maven files through the page and waits for its dry run. */
export async function upload(page: Page, file: string): Promise<void> {
  await open(page, '/data');
  await page.getByLabel('Drop a CSV file here, or choose one').setInputFiles(join(maven, file));
  await expect(page).toHaveURL(/\/data\/imp_\w+$/);
  await expect(page.getByRole('heading', { level: 1, name: file })).toBeVisible();
  await expect(page.getByText('Ready to apply', { exact: true })).toBeVisible();
}

/** A figure of the dry run or of the summary, as it stands there. */
export async function figure(page: Page, label: string): Promise<string> {
  const row = page.getByRole('term').filter({ hasText: label }).locator('..');
  return (await row.getByRole('definition').first().textContent()) ?? '';
}

/** What each column feeds, by the words of its choice. */
export function choiceOf(page: Page, column: string) {
  return page.getByRole('button', { name: new RegExp(`^Field for ${column}:`) });
}

/** Applies what the button promises and waits for the summary. */
export async function apply(page: Page, promise: RegExp): Promise<void> {
  await page.getByRole('button', { name: promise }).click();
  await expect(page.getByText('Completed', { exact: true })).toBeVisible({ timeout: 60_000 });
}

/** Takes the import on the page back. */
export async function takeBack(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('This import was taken back.')).toBeVisible({ timeout: 60_000 });
}
