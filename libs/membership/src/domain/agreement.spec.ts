import { describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import {
  countersigningFaults,
  renderAgreement,
  signingFaults,
  versionFaults,
  type Agreement,
  type SigningStatement,
} from './agreement.js';
import { decisionFaults, decisionOf, firstEffective, type Decision } from './decision.js';
import { evidenceStands } from './evidence.js';

const today = localDate('2026-06-15');
const effective = (effectiveOn: string, exemptReason: string | null = null): Decision => ({
  reference: 'CAB/26/041',
  decidedBy: 'Cabinet',
  publishedOn: localDate('2026-06-01'),
  effectiveOn: localDate(effectiveOn),
  exemptReason,
});
const sha256 = 'a'.repeat(64);
const signature = {
  at: new Date('2026-05-04T10:00:00Z'),
  personId: 'ada',
  name: 'Ada Moss',
  role: 'Director',
};

describe('renderAgreement', () => {
  it('fills in the parties and nothing else', () => {
    const words = {
      body: 'Ashbeck {lead}',
      lead: 'Northmere',
      framework: 'Shared services',
      notice: '2026/S 1',
    };
    expect(renderAgreement('{body} joins {framework} ({notice}) of {lead}. {body} $& {other} {', words)).toBe(
      'Ashbeck {lead} joins Shared services (2026/S 1) of Northmere. Ashbeck {lead} $& {other} {',
    );
  });
});

describe('versionFaults', () => {
  const codes = (version: string, latest: string | null = null, text = 'Between {body} and {lead}.') =>
    versionFaults({ version, text }, latest).map(({ code }) => code);

  it.each(['1.0', '0.1', '3.10', '999.999'])('takes %s', (version) => {
    expect(codes(version)).toEqual([]);
  });
  it.each(['', '1', '1.', '.1', '01.0', '1.00', '1.0.0', '1000.0', 'v1.0', '1.0 ', '-1.0'])(
    'refuses %j',
    (version) => {
      expect(codes(version)).toEqual(['AGREEMENT_VERSION_FORMAT']);
    },
  );
  it.each([
    ['3.2', '3.1', []],
    ['3.10', '3.9', []],
    ['4.0', '3.999', []],
    ['3.1', '3.1', ['AGREEMENT_VERSION_ORDER']],
    ['3.9', '3.10', ['AGREEMENT_VERSION_ORDER']],
    ['2.999', '3.0', ['AGREEMENT_VERSION_ORDER']],
  ])('%s after %s', (version, latest, faults) => {
    expect(codes(version, latest)).toEqual(faults);
  });
  it('refuses a text that it cannot fill in, an empty one and one that is too long', () => {
    expect(codes('1.0', null, 'For {council}.')).toEqual(['AGREEMENT_PLACEHOLDER']);
    expect(codes('1.0', null, 'For {}.')).toEqual(['AGREEMENT_PLACEHOLDER']);
    expect(codes('1.0', null, ' \n')).toEqual(['FIELD_REQUIRED']);
    expect(codes('1.0', null, 'x'.repeat(80_000))).toEqual([]);
    expect(codes('x', null, `${'x'.repeat(80_001)}{y}`)).toEqual([
      'AGREEMENT_VERSION_FORMAT',
      'TEXT_TOO_LONG',
      'AGREEMENT_PLACEHOLDER',
    ]);
  });
});

describe('signingFaults', () => {
  const said: SigningStatement = {
    version: '3.2',
    textSha256: sha256,
    role: 'Director',
    confirmsAuthority: true,
  };
  const facts = {
    agreement: { state: 'SENT', signed: null } satisfies Pick<Agreement, 'state' | 'signed'>,
    offered: { versionId: 'v', version: '3.2', publishedOn: localDate('2026-05-02'), sha256 },
    decision: effective('2026-06-15'),
    bodyName: 'Ashbeck Borough Council',
    today,
  };
  const refusals = (
    change: Partial<SigningStatement>,
    world: Partial<Parameters<typeof signingFaults>[1]> = {},
  ) =>
    signingFaults({ ...said, ...change }, { ...facts, ...world }).map(
      ({ code, message }) => `${code}: ${message}`,
    );

  it('lets a person sign what they read, from the day on which the decision has effect', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ textSha256: sha256.toUpperCase() })).toEqual([]);
  });

  it('refuses an older version before its text', () => {
    expect(refusals({ version: '3.1', textSha256: 'b' })).toEqual([
      'AGREEMENT_VERSION_OLD: You read version 3.1. Version 3.2 was published on 2 May 2026. Read the new version before you sign.',
    ]);
    expect(refusals({ textSha256: `${'a'.repeat(63)}b` })).toEqual([
      'AGREEMENT_TEXT_MISMATCH: The agreement you read is not the one that would be signed. Open it again before you sign.',
    ]);
  });

  it('refuses everything else at once', () => {
    expect(refusals({ role: '', confirmsAuthority: false, textSha256: '' }, { decision: null })).toEqual([
      'FIELD_REQUIRED: Enter your role.',
      'SIGNER_AUTHORITY: Confirm that you have authority to sign for Ashbeck Borough Council, or tell us who does.',
      'AGREEMENT_TEXT_MISMATCH: The agreement you read is not the one that would be signed. Open it again before you sign.',
      'DECISION_MISSING: Record the council decision that approves this opt-in.',
    ]);
  });

  it('waits for call-in', () => {
    expect(refusals({}, { decision: effective('2026-06-16') })).toEqual([
      'DECISION_IN_CALL_IN: The decision was published on 1 June 2026 and takes effect on 16 June 2026. You can sign from that date.',
    ]);
    expect(refusals({}, { decision: effective('2026-06-16', 'Urgent') })).toEqual([]);
  });

  it('locks what is signed', () => {
    expect(refusals({}, { agreement: { state: 'COUNTERSIGNED', signed: signature } })).toEqual([
      'AGREEMENT_LOCKED: This agreement was signed on 4 May 2026 and cannot be changed. Propose a variation instead.',
    ]);
    expect(refusals({}, { agreement: { state: 'TERMINATED', signed: null } })).toEqual([
      'STATE_NOT_ALLOWED: This agreement is terminated, so you cannot sign it.',
    ]);
  });
});

describe('countersigningFaults', () => {
  const codes = (state: Agreement['state'], personId: string, role = 'Head of Legal') =>
    countersigningFaults({ role }, { state, signed: state === 'SENT' ? null : signature }, personId).map(
      ({ code }) => code,
    );

  it('needs a signature, a role and another person', () => {
    expect(codes('SIGNED', 'bo')).toEqual([]);
    expect(codes('SIGNED', 'ada', ' ')).toEqual(['FIELD_REQUIRED', 'AGREEMENT_SAME_PERSON']);
    for (const state of ['SENT', 'ON_HOLD', 'COUNTERSIGNED', 'SUPERSEDED', 'TERMINATED'] as const)
      expect(codes(state, 'bo')).toEqual(['STATE_NOT_ALLOWED']);
  });
});

describe('decisions', () => {
  const made = {
    decision: 'MADE',
    reference: 'CAB/26/041',
    decidedBy: 'Cabinet',
    publishedOn: '2026-06-01',
    effectiveOn: '2026-06-09',
    callIn: 'APPLIES',
    exemptReason: null,
  } as const;

  it('are read from the answers once they are made', () => {
    expect(decisionOf(made)).toEqual(effective('2026-06-09'));
    expect(decisionOf({ ...made, decision: 'TO_FOLLOW' })).toBeNull();
    expect(decisionOf({ ...made, effectiveOn: null })).toBeNull();
    expect(decisionOf({})).toBeNull();
    expect(decisionFaults(null, today).map(({ code }) => code)).toEqual(['DECISION_MISSING']);
  });

  it('sign from the first of several', () => {
    const [early, late, exempt] = [
      effective('2026-06-20'),
      effective('2026-07-01'),
      effective('2026-08-01', 'Urgent'),
    ];
    expect(firstEffective([late, early])).toBe(early);
    expect(firstEffective([late, exempt, early])).toBe(exempt);
    expect(firstEffective([])).toBeNull();
  });

  it('stand once they have effect, as an accepted schedule does', () => {
    const authority = (answers: object) =>
      evidenceStands({ task: 'AUTHORITY', answers: { ...made, ...answers } }, today);
    expect(authority({})).toBe(true);
    expect(authority({ effectiveOn: '2026-06-16' })).toBe(false);
    expect(authority({ decision: 'TO_FOLLOW' })).toBe(false);
    expect(evidenceStands({ task: 'INFORMATION', answers: { schedule: 'ACCEPTED' } }, today)).toBe(true);
    expect(evidenceStands({ task: 'INFORMATION', answers: { schedule: 'TO_FOLLOW' } }, today)).toBe(false);
    expect(evidenceStands({ task: 'MONEY', answers: {} }, today)).toBe(false);
  });
});
