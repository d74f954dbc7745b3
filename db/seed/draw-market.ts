import type { Connection } from '../client.ts';
import { type AccountFacts, emptyFacts, noteSignal, scoreOf } from './account-facts.ts';
import { drawAccounts, fitOf } from './accounts.ts';
import { drawContacts, drawLeads } from './contacts.ts';
import { drawEpisodes } from './episodes.ts';
import { createRandom } from './random.ts';
import type { SeedCalendar } from './seed-calendar.ts';
import { lastId } from './sheet.ts';
import { drawSignals } from './signals.ts';
import { drawTechnologies } from './technologies.ts';
import type { TermCell } from './term-cells.ts';
import { contactSheet } from './write-contacts.ts';
import { signalSheet, technologySheet } from './write-events.ts';

export type SeedContext = {
  connection: Connection;
  term: TermCell;
  importId: number;
  seed: number;
  calendar: SeedCalendar;
};

export type Market = { facts: AccountFacts[] };

/**
 * Draws accounts with their people, technologies and signals, writes those rows, and keeps what later steps need.
 * The accounts themselves are written last, when it is known who became a customer.
 */
export function drawMarketData(context: SeedContext, count: number, leadOwnerIds: readonly number[]): Market {
  const { connection, term, importId, seed, calendar } = context;
  const random = {
    technologies: createRandom(seed, 'technologies'),
    contacts: createRandom(seed, 'contacts'),
    episodes: createRandom(seed, 'episodes'),
    signals: createRandom(seed, 'signals'),
  };
  const addTechnology = technologySheet(connection, term, importId);
  const addContact = contactSheet(connection, term, importId);
  const addSignal = signalSheet(connection, term, importId);
  let contactId = lastId(connection, 'contacts') + 1;
  const firstId = lastId(connection, 'accounts') + 1;
  const accounts = drawAccounts(count, firstId, createRandom(seed, 'accounts'), calendar);
  const facts = accounts.map((account) => {
    for (const technology of drawTechnologies(account, random.technologies, calendar)) {
      addTechnology(account.id, technology);
      if (technology.name === 'SAP') account.sapSinceAt = technology.firstSeenAt ?? technology.lastSeenAt;
    }
    account.fitRate = fitOf(account);
    const contacts = drawContacts(account, contactId, random.contacts, calendar);
    contactId += contacts.length;
    contacts.forEach(addContact);
    const episodes = drawEpisodes(account, random.episodes, calendar);
    const item = emptyFacts(account, contacts, episodes);
    drawSignals({ account, contacts, random: random.signals, calendar }, episodes, (signal) => {
      addSignal(account.id, signal);
      noteSignal(item, signal, calendar);
    });
    account.score = scoreOf(item);
    return item;
  });
  drawLeads(Math.ceil(count * 0.015), contactId, leadOwnerIds, createRandom(seed, 'leads'), calendar).forEach(
    addContact,
  );
  return { facts };
}
