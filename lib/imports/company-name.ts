import { foldText } from '#lib/shared/text.ts';

const suffixes = new Set(
  `INC INCORPORATED LLC LLP LP LTD LIMITED PLC CORP CORPORATION CO COMPANY GMBH MBH AG SE KG KGAA OHG SA SAS SARL SRL SPA
  BV NV AB AS ASA OY OYJ APS PTY PTE KK SDN BHD ZOO EV HOLDING HOLDINGS GROUP TECHNOLOGIES TECHNOLOGY SYSTEMS LABS
  INTERNATIONAL THE`.split(/\s+/),
);

/** Unicode's classes cost four times as much, and every name of the data is asked once per file. */
const ascii = /^[\x20-\x7e]*$/;

/**
 * A company's name without legal form and common endings, for proposing candidates that may be the same company.
 * Never used to join records. An ending is only dropped while another word is left.
 */
export function companyNameKey(name: string): string {
  const folded = foldText(name).replace(/\./g, '');
  const spaced = ascii.test(folded)
    ? folded.replace(/[^A-Z0-9]+/g, ' ')
    : folded
        .normalize('NFD')
        .replace(/\p{M}/gu, '')
        .replace(/[^\p{L}\p{N}]+/gu, ' ');
  const words = spaced.trim().split(' ');
  const kept = words.filter(
    (word, index) => !(suffixes.has(word) && words.length > 1 && (index > 0 || word === 'THE')),
  );
  return (kept.length > 0 ? kept : words).join(' ');
}
