import { domainToASCII } from 'node:url';

/** A mailbox: small letters, without a `+tag`, its domain in ASCII. */
export interface Email {
  readonly address: string;
  readonly domain: string;
}

const LOCAL = /^[a-z0-9!#$%&'*/=?^_{|}~-]+(\.[a-z0-9!#$%&'*/=?^_{|}~-]+)*$/;
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const MAX_LOCAL = 64;
const MAX_ADDRESS = 254;

/** A host name of at least two labels in ASCII small letters, without the root's dot; null when it is none. */
export const parseDomain = (text: string): string | null => {
  if (text.length > MAX_ADDRESS || /[\s%/\\:@?#[\]]/.test(text)) return null;
  const ascii = domainToASCII(text.replace(/\.$/, '')).toLowerCase();
  const labels = ascii.split('.');
  const top = labels.at(-1) ?? '';
  const sound = labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(top);
  return sound && ascii.length <= 253 ? ascii : null;
};

/**
 * The mailbox that an address names, or null when it is not an address we can write to. `Jo.Bloggs+accede@…` and
 * `jo.bloggs@…` are one mailbox: the code goes to the mailbox itself, so that nobody is two people who approve each
 * other's work. Domains in other scripts become their ASCII form (`xn--…`), so that look-alikes are not alike.
 */
export const parseEmail = (text: string): Email | null => {
  const trimmed = text.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1) return null;
  const local = (trimmed.slice(0, at).toLowerCase().split('+')[0] ?? '').normalize();
  const domain = parseDomain(trimmed.slice(at + 1));
  if (domain === null || local.length > MAX_LOCAL || !LOCAL.test(local)) return null;
  const address = `${local}@${domain}`;
  return address.length <= MAX_ADDRESS ? { address, domain } : null;
};

/** The domain and those above it, longest first, down to two labels: where a label ends, and nowhere else. */
export const domainAndAbove = (domain: string): readonly string[] => {
  const labels = domain.split('.');
  return labels.slice(0, -1).map((_, i) => labels.slice(i).join('.'));
};

/** Whether the domain is `suffix` or lies below it: `evilgov.uk` does not lie below `gov.uk`. */
export const isWithin = (domain: string, suffix: string): boolean =>
  domain === suffix || domain.endsWith(`.${suffix}`);

/** Names below these are given to public bodies only: they prove a public body, and not which. */
const PUBLIC_SECTOR = [
  'gov.uk',
  'gov.scot',
  'gov.wales',
  'llyw.cymru',
  'nhs.uk',
  'nhs.net',
  'nhs.scot',
  'police.uk',
  'mod.uk',
  'parliament.uk',
] as const;

export const isPublicSector = (domain: string): boolean =>
  PUBLIC_SECTOR.some((suffix) => isWithin(domain, suffix));

/** Domains under which anyone, or many bodies, have addresses: they can never stand for one body. */
const SHARED = new Set<string>([
  ...PUBLIC_SECTOR,
  ...['ac.uk', 'co.uk', 'judiciary.uk', 'ltd.uk', 'me.uk', 'net.uk', 'org.uk', 'plc.uk', 'sch.uk'],
  ...[
    'gmail.com',
    'googlemail.com',
    'outlook.com',
    'hotmail.com',
    'hotmail.co.uk',
    'live.com',
    'live.co.uk',
    'msn.com',
  ],
  ...['yahoo.com', 'yahoo.co.uk', 'icloud.com', 'me.com', 'mac.com', 'aol.com', 'btinternet.com', 'sky.com'],
  ...[
    'proton.me',
    'protonmail.com',
    'virginmedia.com',
    'talktalk.net',
    'mail.com',
    'gmx.com',
    'gmx.co.uk',
    'zoho.com',
  ],
  ...['onmicrosoft.com', 'gov.example'],
]);

export const isShared = (domain: string): boolean => SHARED.has(domain);

/** A name to begin with for a person who gave none: `jo.o-neill@…` → `Jo O-Neill`. Never empty. */
export const nameFromAddress = ({ address }: Email): string => {
  const local = address.slice(0, address.lastIndexOf('@'));
  const parts = local.split(/[._]+/).filter((part) => part !== '');
  const name = parts
    .map((part) =>
      part.replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase()),
    )
    .join(' ');
  return name === '' ? local : name;
};
