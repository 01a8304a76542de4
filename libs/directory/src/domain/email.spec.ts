import { describe, expect, it } from '@jest/globals';
import {
  domainAndAbove,
  isPublicSector,
  isShared,
  isWithin,
  nameFromAddress,
  parseDomain,
  parseEmail,
} from './email.js';

const addressOf = (text: string): string | null => parseEmail(text)?.address ?? null;

describe('parseEmail', () => {
  it.each([
    ['jo.bloggs@ashbeck.gov.example', 'jo.bloggs@ashbeck.gov.example'],
    ['  Jo.Bloggs@ASHBECK.Gov.Example  ', 'jo.bloggs@ashbeck.gov.example'],
    ['jo@ashbeck.gov.example.', 'jo@ashbeck.gov.example'],
    ['jo+accede@ashbeck.gov.example', 'jo@ashbeck.gov.example'],
    ['jo+a+b@ashbeck.gov.example', 'jo@ashbeck.gov.example'],
    ["o'neill_2@mail.ashbeck.gov.example", "o'neill_2@mail.ashbeck.gov.example"],
    ['jo@xn--shbeck-4ua.gov.example', 'jo@xn--shbeck-4ua.gov.example'],
  ])('reads %s', (text, address) => {
    expect(addressOf(text)).toBe(address);
  });

  it('does not take a look-alike from another script for the domain it looks like', () => {
    const cyrillic = 'jo@\u0430shbeck.gov.example';
    expect(parseEmail(cyrillic)?.domain).toMatch(/^xn--/);
  });

  it('writes to the address that full-width letters stand for', () => {
    expect(addressOf('jo@\uff41shbeck.gov.example')).toBe('jo@ashbeck.gov.example');
  });

  it.each([
    '',
    'jo',
    '@ashbeck.gov.example',
    '+tag@ashbeck.gov.example',
    'jo@',
    'jo@localhost',
    'jo@ashbeck..gov.example',
    'jo@-ashbeck.gov.example',
    'jo@ashbeck.gov.example/evil',
    'jo@ashbeck.gov.example:25',
    'jo@[127.0.0.1]',
    'jo@127.0.0.1',
    'jo@ashbeck.gov.1',
    'jo..bloggs@ashbeck.gov.example',
    '.jo@ashbeck.gov.example',
    'jo bloggs@ashbeck.gov.example',
    '"jo bloggs"@ashbeck.gov.example',
    'jo\u0000@ashbeck.gov.example',
    'jo@ashbeck.gov.example\r\nBcc: x@evil.example',
    'jö@ashbeck.gov.example',
    `${'a'.repeat(65)}@ashbeck.gov.example`,
    `jo@${'a'.repeat(64)}.gov.example`,
    `jo@${'a.'.repeat(130)}example`,
  ])('refuses %j', (text) => {
    expect(parseEmail(text)).toBeNull();
  });

  it('takes the part after the last @ for the domain, and then refuses the rest', () => {
    expect(parseEmail('jo@ashbeck.gov.example@evil.example')).toBeNull();
  });
});

describe('domains', () => {
  it('are looked for label by label, longest first', () => {
    expect(domainAndAbove('mail.ashbeck.gov.example')).toEqual([
      'mail.ashbeck.gov.example',
      'ashbeck.gov.example',
      'gov.example',
    ]);
  });

  it.each([
    ['ashbeck.gov.example', true],
    ['mail.ashbeck.gov.example', true],
    ['evilashbeck.gov.example', false],
    ['ashbeck.gov.example.evil.com', false],
    ['gov.example', false],
  ])('%s lies within ashbeck.gov.example: %s', (domain, within) => {
    expect(isWithin(domain, 'ashbeck.gov.example')).toBe(within);
  });

  it.each([
    ['burnley.gov.uk', true],
    ['gov.uk', true],
    ['evilgov.uk', false],
    ['gov.uk.evil.com', false],
    ['example.nhs.net', true],
    ['gmail.com', false],
  ])('%s is of the public sector: %s', (domain, expected) => {
    expect(isPublicSector(domain)).toBe(expected);
  });

  it('that many share never stand for one body', () => {
    expect(['gov.uk', 'gmail.com', 'org.uk', 'sch.uk'].map(isShared)).toEqual([true, true, true, true]);
    expect(isShared('ashbeck.gov.uk')).toBe(false);
  });

  it('have two labels or more', () => {
    expect(parseDomain('uk')).toBeNull();
    expect(parseDomain('Burnley.GOV.uk.')).toBe('burnley.gov.uk');
  });
});

describe('nameFromAddress', () => {
  it.each([
    ['jo.bloggs@ashbeck.gov.example', 'Jo Bloggs'],
    ['mary-ann_smith@ashbeck.gov.example', 'Mary-Ann Smith'],
    ['finance@ashbeck.gov.example', 'Finance'],
    ['_@ashbeck.gov.example', '_'],
  ])('%s begins as %s', (address, name) => {
    const email = parseEmail(address);
    expect(email && nameFromAddress(email)).toBe(name);
  });
});
