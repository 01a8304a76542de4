import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ChainCheck,
  FIRST_HASH,
  linkHash,
  type AuditLink,
  type ChainFault,
  type StoredLink,
} from './audit-chain.js';

const seed = Number(process.env['ACCEDE_TEST_SEED'] ?? Date.now() % 2_147_483_647);

const linkAt = (seq: bigint): AuditLink => ({
  tenantId: '00000000-0000-4000-8000-00000000000c',
  leadId: '00000000-0000-4000-8000-00000000000a',
  seq,
  at: new Date(Date.UTC(2026, 3, 1) + Number(seq) * 60_000),
  personId: '00000000-0000-4000-8000-000000000001',
  actor: 'person',
  action: 'invoice.issue',
  subjectKind: 'invoice',
  subjectId: `00000000-0000-4000-8000-${seq.toString().padStart(12, '0')}`,
  details: { gross: '120.00', number: `EXA/2026/${seq}` },
  requestId: `r${seq}`,
});

const seal = (link: AuditLink, prevHash: Buffer): StoredLink => ({
  ...link,
  prevHash,
  hash: linkHash(prevHash, link),
});

const chainOf = (length: number): StoredLink[] => {
  const links: StoredLink[] = [];
  for (let i = 1; i <= length; i += 1) links.push(seal(linkAt(BigInt(i)), links.at(-1)?.hash ?? FIRST_HASH));
  return links;
};

const headOf = (links: readonly StoredLink[]) => ({
  seq: BigInt(links.length),
  hash: links.at(-1)?.hash ?? FIRST_HASH,
});

const check = (
  links: readonly StoredLink[],
  head: { seq: bigint; hash: Buffer } | null,
): ChainFault | null => {
  const checking = new ChainCheck();
  for (const link of links) checking.follow(link);
  return checking.end(head);
};

/** A change of every field that a link has, each to something that is well formed. */
const edits: { [K in keyof AuditLink]: (link: AuditLink) => AuditLink[K] } = {
  tenantId: () => '00000000-0000-4000-8000-00000000000f',
  leadId: () => null,
  seq: (link) => link.seq + 1000n,
  at: (link) => new Date(link.at.getTime() + 1),
  personId: () => null,
  actor: () => 'system',
  action: () => 'invoice.void',
  subjectKind: () => 'credit_note',
  subjectId: () => null,
  details: () => ({ gross: '1.00' }),
  requestId: () => null,
};
const fields = Object.keys(edits) as (keyof AuditLink)[];

describe('an audit chain', () => {
  it('is whole when nobody touched it, whatever its length', () => {
    for (const length of [0, 1, 2, 50]) {
      const links = chainOf(length);
      expect(check(links, headOf(links))).toBeNull();
    }
    expect(check([], null)).toBeNull();
  });

  it.each(fields.filter((field) => field !== 'seq'))('shows an edited %s', (field) => {
    const links = chainOf(5);
    links[2] = { ...links[2]!, [field]: edits[field](links[2]!) };
    expect(check(links, headOf(chainOf(5)))).toEqual({ seq: 3n, why: 'record 3 was changed' });
  });

  it('shows an edit whose own hash was made again, at the record after it', () => {
    const links = chainOf(5);
    links[2] = seal({ ...linkAt(3n), action: 'invoice.void' }, links[2]!.prevHash);
    expect(check(links, headOf(chainOf(5)))).toEqual({ seq: 4n, why: 'record 4 does not follow record 3' });
  });

  it('shows every later hash made again, at the head', () => {
    const honest = chainOf(5);
    const links = honest.slice(0, 2);
    links.push(seal({ ...linkAt(3n), action: 'invoice.void' }, links[1]!.hash));
    for (const seq of [4n, 5n]) links.push(seal(linkAt(seq), links.at(-1)!.hash));
    expect(check(links, headOf(honest))).toEqual({ seq: 5n, why: 'the head does not match record 5' });
  });

  it('shows a record taken out, first, in the middle or last', () => {
    const links = chainOf(5);
    const without = (seq: bigint) => links.filter((link) => link.seq !== seq);
    expect(check(without(1n), headOf(links))).toEqual({ seq: 1n, why: 'record 1 is missing' });
    expect(check(without(3n), headOf(links))).toEqual({ seq: 3n, why: 'record 3 is missing' });
    expect(check(without(5n), headOf(links))).toEqual({
      seq: 5n,
      why: 'the chain ends at record 4 and its head says 5',
    });
  });

  it('shows a record taken out and the later ones numbered again', () => {
    const links = chainOf(5);
    const closed = [links[0]!, links[1]!, { ...links[3]!, seq: 3n }, { ...links[4]!, seq: 4n }];
    expect(check(closed, headOf(links))).toEqual({ seq: 3n, why: 'record 3 does not follow record 2' });
  });

  it('shows two records that changed places', () => {
    const links = chainOf(5);
    const [a, b] = [links[1]!, links[3]!];
    links[1] = { ...b, seq: a.seq };
    links[3] = { ...a, seq: b.seq };
    expect(check(links, headOf(chainOf(5)))).toEqual({ seq: 2n, why: 'record 2 does not follow record 1' });
  });

  it('shows a record put in from another chain', () => {
    const links = chainOf(5);
    links[2] = seal({ ...linkAt(3n), tenantId: null }, FIRST_HASH);
    expect(check(links, headOf(chainOf(5)))).toEqual({ seq: 3n, why: 'record 3 does not follow record 2' });
  });

  it('shows a tail cut off, a head set back, and a head taken away', () => {
    const links = chainOf(5);
    expect(check(links.slice(0, 2), headOf(links))).toEqual({
      seq: 3n,
      why: 'the chain ends at record 2 and its head says 5',
    });
    expect(check(links, headOf(links.slice(0, 2)))).toEqual({
      seq: 3n,
      why: 'the chain goes on to record 5 and its head says 2',
    });
    expect(check(links, { seq: 5n, hash: FIRST_HASH })).toEqual({
      seq: 5n,
      why: 'the head does not match record 5',
    });
    expect(check(links, null)).toEqual({ seq: 5n, why: 'the chain has 5 records and no head' });
    expect(check([], headOf(links))).toEqual({
      seq: 1n,
      why: 'the chain ends at record 0 and its head says 5',
    });
  });

  const tampering = fc.oneof(
    fc.record({ way: fc.constant('edit' as const), at: fc.nat(), field: fc.constantFrom(...fields) }),
    fc.record({
      way: fc.constant('edit and re-hash' as const),
      at: fc.nat(),
      field: fc.constantFrom(...fields),
    }),
    fc.record({ way: fc.constant('delete' as const), at: fc.nat() }),
    fc.record({ way: fc.constant('swap' as const), at: fc.nat(), with: fc.nat() }),
    fc.record({ way: fc.constant('cut' as const), at: fc.nat() }),
    fc.record({ way: fc.constant('flip a bit of a hash' as const), at: fc.nat(), bit: fc.nat(255) }),
  );

  it(`names the first broken record of 1,000 tampered chains (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), tampering, (length, how) => {
        const honest = chainOf(length);
        const at = how.at % length;
        const links = [...honest];
        let first = at + 1;
        const link = honest[at]!;
        if (how.way === 'edit') links[at] = { ...link, [how.field]: edits[how.field](link) };
        if (how.way === 'edit and re-hash') {
          links[at] = seal({ ...link, [how.field]: edits[how.field](link) }, link.prevHash);
          // The record itself hangs together, unless its number is what was changed: the next one shows it, or the head.
          if (how.field !== 'seq') first = Math.min(at + 2, length);
        }
        if (how.way === 'delete') links.splice(at, 1);
        if (how.way === 'swap') {
          const other = (at + 1 + (how.with % (length - 1))) % length;
          links[at] = { ...honest[other]!, seq: link.seq };
          links[other] = { ...link, seq: honest[other]!.seq };
          first = Math.min(at, other) + 1;
        }
        if (how.way === 'cut') links.length = at;
        if (how.way === 'flip a bit of a hash') {
          const hash = Buffer.from(link.hash);
          hash[how.bit >> 3] = hash[how.bit >> 3]! ^ (1 << (how.bit & 7));
          links[at] = { ...link, hash };
        }
        expect(check(links, headOf(honest))?.seq).toBe(BigInt(first));
      }),
      { seed, numRuns: 1_000 },
    );
  });
});
