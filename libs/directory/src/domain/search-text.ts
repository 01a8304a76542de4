import { parseDomain, parseEmail } from './email.js';
import { nameKey } from './name-key.js';

/** What a person who searches may have meant, each reading ready to be compared. */
export interface SearchText {
  /** The text as a name key; empty when nothing of it is a letter or digit. */
  readonly key: string;
  readonly words: readonly string[];
  /** The text as a code or GSS code, or null when it cannot be one. */
  readonly code: string | null;
  /** The domain that the text is, or whose address it is; null when it is neither. */
  readonly domain: string | null;
}

const LONGEST = 200;
const CODE = /^[A-Z0-9][A-Z0-9-]{1,39}$/;

export const readSearchText = (text: string): SearchText => {
  const trimmed = text.slice(0, LONGEST).trim();
  const key = nameKey(trimmed);
  const code = trimmed.toUpperCase();
  return {
    key,
    words: key.split(' ').filter((word) => word !== ''),
    code: CODE.test(code) ? code : null,
    domain: domainIn(trimmed),
  };
};

const domainIn = (text: string): string | null => {
  if (text.includes('@')) return parseEmail(text)?.domain ?? parseDomain(text.replace(/^@/, ''));
  return text.includes('.') ? parseDomain(text) : null;
};

/** Where a page of results ended: how well its last entry matches (0 is exact), its name key and its id. */
export interface SearchPlace {
  readonly rank: number;
  readonly key: string;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Reads a cursor's values back; null when it is not one of ours. */
export const readPlace = (values: readonly string[]): SearchPlace | null => {
  const [rank = '', key = '', id = ''] = values;
  if (values.length !== 3 || !/^[0-3]$/.test(rank) || nameKey(key) !== key || !UUID.test(id)) return null;
  return { rank: Number.parseInt(rank, 10), key, id };
};
