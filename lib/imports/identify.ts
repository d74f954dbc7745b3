import { getDomain, getHostname } from 'tldts';

/** Mail that anybody can have: such a domain says nothing about the company. */
const freeMail = new Set(
  `gmail.com googlemail.com yahoo.com yahoo.co.uk yahoo.de yahoo.fr ymail.com hotmail.com hotmail.co.uk hotmail.fr outlook.com
  live.com msn.com icloud.com me.com mac.com aol.com gmx.de gmx.net gmx.com web.de t-online.de freenet.de mail.com mail.ru
  yandex.ru yandex.com proton.me protonmail.com pm.me zoho.com fastmail.com hey.com qq.com 163.com 126.com sina.com
  naver.com daum.net orange.fr wanadoo.fr free.fr laposte.net libero.it virgilio.it tiscali.it terra.com.br uol.com.br
  bol.com.br comcast.net verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net rogers.com shaw.ca
  bigpond.com optusnet.com.au btinternet.com sky.com virginmedia.com ntlworld.com rediffmail.com`.split(
    /\s+/,
  ),
);

/** Places where many companies have a page: the domain belongs to the host. */
const hosting = new Set(
  `wordpress.com blogspot.com tumblr.com medium.com wixsite.com weebly.com squarespace.com webflow.io github.io gitlab.io
  netlify.app vercel.app herokuapp.com azurewebsites.net amazonaws.com cloudfront.net web.app firebaseapp.com pages.dev
  facebook.com linkedin.com twitter.com x.com instagram.com youtube.com google.com bit.ly linktr.ee notion.site notion.so
  angel.co crunchbase.com github.com myshopify.com shopify.com etsy.com ebay.com amazon.com jimdo.com godaddysites.com
  business.site strikingly.com carrd.co substack.com t.co goo.gl`.split(/\s+/),
);

const hostPattern = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/;

/** Web address, host or e-mail address → registrable domain in lower case, or null when it names none. */
export function registrableDomain(text: string): string | null {
  const trimmed = text.trim().toLowerCase();
  if (trimmed === '' || /\s/.test(trimmed)) return null;
  const at = trimmed.lastIndexOf('@');
  const source = at === -1 ? trimmed : trimmed.slice(at + 1);
  const host = getHostname(source);
  if (host === null) return null;
  const domain = getDomain(host);
  if (domain === null || !hostPattern.test(domain) || /^\d+$/.test(domain.slice(domain.lastIndexOf('.') + 1)))
    return null;
  return domain;
}

/** Whether a domain may say which account a record is: not free mail, not a host of many. */
export function identifiesAccount(domain: string): boolean {
  return !freeMail.has(domain) && !hosting.has(domain);
}

const emailPattern =
  /^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)+$/i;

/** Tidied e-mail address (a `mailto:` dropped, domain in lower case), or null when it is none. */
export function readEmail(text: string): string | null {
  const bare = text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/^.*<([^<>]+)>$/, '$1');
  if (!emailPattern.test(bare) || bare.includes('..')) return null;
  const at = bare.lastIndexOf('@');
  return `${bare.slice(0, at)}@${bare.slice(at + 1).toLowerCase()}`;
}

/** Telephone number as typed, when it has between 5 and 20 digits and nothing but the usual signs; else null. */
export function readPhone(text: string): string | null {
  const bare = text.trim().replace(/\s+/g, ' ');
  const digits = bare.replace(/\D/g, '').length;
  if (digits < 5 || digits > 20) return null;
  return /^[+\d\s().\-/]*(?:\s*(?:x|ext\.?|extension|#)\s*\d{1,6})?$/i.test(bare) ? bare : null;
}
