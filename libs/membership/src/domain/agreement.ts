import { formatLongDate, londonDateOf, refuse, textFaults, type LocalDate, type Refusal } from '#libs/kernel';
import type { Decision } from './decision.js';
import { decisionFaults } from './decision.js';
import type { AgreementState } from './states.js';
import { agreementStateWords } from './words.js';

/** A framework's access agreement as the lead authority words it; it never changes once published. */
export interface AgreementVersion {
  readonly leadId: string;
  readonly id: string;
  readonly frameworkId: string;
  /** '3.1' */
  readonly version: string;
  readonly text: string;
  readonly publishedOn: LocalDate;
  readonly createdAt: Date;
}

export interface Signature {
  readonly at: Date;
  readonly personId: string;
  readonly name: string;
  readonly role: string;
}

/** What binds one body to one framework's terms. */
export interface Agreement {
  readonly tenantId: string;
  readonly leadId: string;
  readonly id: string;
  readonly frameworkId: string;
  /** The version that the stored text is of. */
  readonly versionId: string;
  readonly state: AgreementState;
  readonly documentId: string;
  /** Hex. */
  readonly textSha256: string;
  readonly sentAt: Date;
  readonly signed: Signature | null;
  readonly countersigned: Signature | null;
}

export const agreementPlaceholders = ['body', 'lead', 'framework', 'notice'] as const;
export type AgreementWords = { readonly [K in (typeof agreementPlaceholders)[number]]: string };

const PLACEHOLDER = /\{([^{}]*)\}/g;

/** The text for one body. */
export const renderAgreement = (text: string, words: AgreementWords): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => (isPlaceholder(name) ? words[name] : whole));

const isPlaceholder = (name: string): name is keyof AgreementWords =>
  (agreementPlaceholders as readonly string[]).includes(name);

const VERSION = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})$/;
/** 80,000 characters are some 40 pages. */
const MAX_TEXT = 80_000;

/** Everything that is wrong with a new version; `latest` is the newest one that the framework has. */
export const versionFaults = (
  version: { readonly version: string; readonly text: string },
  latest: string | null,
): readonly Refusal[] => [
  ...numberFaults(version.version, latest),
  ...textFaults(version.text, { field: 'the text of the agreement', path: ['text'], max: MAX_TEXT }),
  ...placeholderFaults(version.text),
];

const numberFaults = (version: string, latest: string | null): readonly Refusal[] => {
  if (!VERSION.test(version)) return [refuse('AGREEMENT_VERSION_FORMAT', {}, ['version'])];
  if (latest === null || rank(version) > rank(latest)) return [];
  return [refuse('AGREEMENT_VERSION_ORDER', { version, latest }, ['version'])];
};

/** A text that sorts as versions do: '3.10' comes after '3.9'. */
const rank = (version: string): string =>
  version
    .split('.')
    .map((number) => number.padStart(3, '0'))
    .join('.');

const placeholderFaults = (text: string): readonly Refusal[] => {
  const unknown = [...text.matchAll(PLACEHOLDER)].map(([whole, name = '']) =>
    isPlaceholder(name) ? null : whole,
  );
  const first = unknown.find((name) => name !== null);
  const allowed = agreementPlaceholders.map((name) => `{${name}}`).join(', ');
  return first === undefined || first === null
    ? []
    : [refuse('AGREEMENT_PLACEHOLDER', { placeholder: first.slice(0, 60), allowed }, ['text'])];
};

/** What a signatory says. */
export interface SigningStatement {
  readonly version: string;
  /** Hex: the digest of the text that was read. */
  readonly textSha256: string;
  /** The role in which the person signs, such as 'Director of Resources'. */
  readonly role: string;
  readonly confirmsAuthority: boolean;
}

/** The text that can be signed now. */
export interface OfferedText {
  readonly versionId: string;
  readonly version: string;
  readonly publishedOn: LocalDate;
  /** Hex. */
  readonly sha256: string;
}

/** Everything that keeps a person from signing. */
export const signingFaults = (
  said: SigningStatement,
  facts: {
    readonly agreement: Pick<Agreement, 'state' | 'signed'>;
    readonly offered: OfferedText;
    readonly decision: Decision | null;
    readonly bodyName: string;
    readonly today: LocalDate;
  },
): readonly Refusal[] => {
  const { agreement, offered, decision, bodyName, today } = facts;
  if (agreement.state !== 'SENT') return [lockedOrGone(agreement)];
  return [
    ...roleFaults(said.role),
    ...(said.confirmsAuthority
      ? []
      : [refuse('SIGNER_AUTHORITY', { body: bodyName }, ['confirmsAuthority'])]),
    ...readFaults(said, offered),
    ...decisionFaults(decision, today),
  ];
};

const lockedOrGone = ({ state, signed }: Pick<Agreement, 'state' | 'signed'>): Refusal =>
  signed !== null
    ? refuse('AGREEMENT_LOCKED', { date: formatLongDate(londonDateOf(signed.at)) })
    : refuse('STATE_NOT_ALLOWED', { thing: 'agreement', state: agreementStateWords[state], action: 'sign' });

const readFaults = ({ version, textSha256 }: SigningStatement, offered: OfferedText): readonly Refusal[] => {
  if (version !== offered.version) {
    const date = formatLongDate(offered.publishedOn);
    return [
      refuse('AGREEMENT_VERSION_OLD', { read: version.slice(0, 20), current: offered.version, date }, [
        'version',
      ]),
    ];
  }
  return textSha256.toLowerCase() === offered.sha256
    ? []
    : [refuse('AGREEMENT_TEXT_MISMATCH', {}, ['textSha256'])];
};

const roleFaults = (role: string): readonly Refusal[] =>
  textFaults(role, { field: 'your role', path: ['role'] });

/** Everything that keeps a person of the lead authority from countersigning. */
export const countersigningFaults = (
  said: { readonly role: string },
  { state, signed }: Pick<Agreement, 'state' | 'signed'>,
  personId: string,
): readonly Refusal[] => {
  if (state !== 'SIGNED')
    return [
      refuse('STATE_NOT_ALLOWED', {
        thing: 'agreement',
        state: agreementStateWords[state],
        action: 'countersign',
      }),
    ];
  return [
    ...roleFaults(said.role),
    ...(signed?.personId === personId ? [refuse('AGREEMENT_SAME_PERSON')] : []),
  ];
};
