import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { localDate } from '#libs/kernel';
import { newId } from '#libs/platform';
import {
  admin,
  app,
  codesOf,
  keyTerms,
  newCallOff,
  newMember,
  rowsOf,
  startMetering,
  stopMetering,
  valueOf,
} from '../../../test/metering.js';
import { CreateUsageKey, ListUsageKeys, ReadUsageKey, RevokeUsageKey } from './index.js';

beforeAll(startMetering);
afterAll(stopMetering);

/** The same secret but for its last letter. */
const altered = (token: string | null): string => `${token?.slice(0, -1)}${token?.endsWith('A') ? 'B' : 'A'}`;

describe('usage keys', () => {
  it('shows the secret once and keeps only its digest', async () => {
    const { callOff, admin: actor } = await newMember();
    const terms = keyTerms([callOff]);
    const made = valueOf(await app.get(CreateUsageKey).execute(actor, terms));
    expect(made.token).toMatch(/^auk_[0-9a-f]{8}_[A-Za-z0-9_-]{43}$/);
    const again = valueOf(await app.get(CreateUsageKey).execute(actor, terms));
    expect(again).toEqual({ usageKeyId: made.usageKeyId, token: null });
    const [row] = await rowsOf<{ row: string }>(
      'select usage_key::text as row from usage_key where id = $1',
      [made.usageKeyId],
    );
    expect(row?.row).not.toContain(made.token?.slice(13));
    const key = await app.get(ReadUsageKey).execute(made.token ?? '');
    expect(key?.callOffs).toEqual([{ tenantId: callOff.tenantId, callOffId: callOff.id }]);
    expect(await app.get(ReadUsageKey).execute(altered(made.token))).toBeNull();
    expect((await app.get(ListUsageKeys).find(actor, made.usageKeyId))?.lastUsedAt).toEqual(expect.any(Date));
  });

  it('ends at once when revoked, and when it expires', async () => {
    const { callOff, admin: actor, lead } = await newMember();
    const { token, usageKeyId } = valueOf(await app.get(CreateUsageKey).execute(actor, keyTerms([callOff])));
    expect(codesOf(await app.get(RevokeUsageKey).execute(lead, { usageKeyId }))).toEqual(['NOT_FOUND']);
    expect(await app.get(ReadUsageKey).execute(token ?? '')).not.toBeNull();
    valueOf(await app.get(RevokeUsageKey).execute(actor, { usageKeyId }));
    expect(await app.get(ReadUsageKey).execute(token ?? '')).toBeNull();
    valueOf(await app.get(RevokeUsageKey).execute(actor, { usageKeyId }));
    const audited = await rowsOf<{ action: string }>(
      'select action from tenant_audit where tenant_id = $1 and lead_id = $1 and subject_id = $2 order by seq',
      [callOff.tenantId, usageKeyId],
    );
    expect(audited.map(({ action }) => action)).toEqual(['usageKey.create', 'usageKey.revoke']);

    const short = valueOf(
      await app
        .get(CreateUsageKey)
        .execute(actor, { ...keyTerms([callOff]), expiresOn: localDate('2026-06-15') }),
    );
    expect(await app.get(ReadUsageKey).execute(short.token ?? '')).not.toBeNull();
    await admin.query("update usage_key set expires_at = '2026-06-15T11:59:59Z' where id = $1", [
      short.usageKeyId,
    ]);
    expect(await app.get(ReadUsageKey).execute(short.token ?? '')).toBeNull();
  });

  it('finds for each of many senders at once what is its own, and nothing for a secret that is not quite it', async () => {
    const members = [await newMember(), await newMember(), await newMember()];
    const keys = await Promise.all(
      members.map(async ({ callOff, admin: actor }) => ({
        actor,
        callOff,
        ...valueOf(await app.get(CreateUsageKey).execute(actor, keyTerms([callOff]))),
      })),
    );
    const [first, , revoked] = keys;
    if (!first || !revoked) throw new Error('no keys');
    valueOf(await app.get(RevokeUsageKey).execute(revoked.actor, { usageKeyId: revoked.usageKeyId }));
    const sent = Array.from({ length: 250 }, (_, i) => keys[i % 3] ?? first);
    const read = (token: string | null) => app.get(ReadUsageKey).execute(token ?? '');
    const [found, wrong] = await Promise.all([
      Promise.all(sent.map(({ token }) => read(token))),
      Promise.all(sent.map(({ token }) => read(altered(token)))),
    ]);
    expect(found.map((key) => key?.callOffs[0]?.tenantId ?? null)).toEqual(
      sent.map((key) => (key === revoked ? null : key.callOff.tenantId)),
    );
    expect(wrong).toEqual(sent.map(() => null));
    // What came while others were read for is read for after it came.
    const late = read(first.token);
    valueOf(await app.get(RevokeUsageKey).execute(first.actor, { usageKeyId: first.usageKeyId }));
    await late;
    expect(await read(first.token)).toBeNull();
  });

  it('is refused for call-offs that the person cannot see, of two lead authorities, of none, or for too long', async () => {
    const mine = await newMember();
    const theirs = await newMember();
    const make = (changes: object) =>
      app.get(CreateUsageKey).execute(mine.admin, { ...keyTerms([mine.callOff]), ...changes });
    expect(codesOf(await make({ callOffIds: [theirs.callOff.id] }))).toEqual(['NOT_FOUND']);
    expect(codesOf(await make({ callOffIds: [newId()] }))).toEqual(['NOT_FOUND']);
    const elsewhere = await newCallOff(mine.owner.tenantId, theirs.callOff.offering);
    expect(codesOf(await make({ callOffIds: [mine.callOff.id, elsewhere.id] }))).toEqual(['KEY_ONE_LEAD']);
    const wrong = { callOffIds: [], expiresOn: localDate('2027-06-16'), label: ' ', source: 'manual' };
    expect(codesOf(await make(wrong))).toEqual([
      'FIELD_REQUIRED',
      'KEY_SOURCE_FORMAT',
      'KEY_NEEDS_CALLOFF',
      'KEY_EXPIRY_TOO_LONG',
    ]);
    expect(codesOf(await make({ expiresOn: localDate('2026-06-14') }))).toEqual(['KEY_EXPIRY_PAST']);
    valueOf(await make({ expiresOn: localDate('2027-06-15') }));
    expect(await app.get(ListUsageKeys).page(mine.admin, { limit: 10, after: null })).toHaveLength(1);
    expect(await app.get(ListUsageKeys).page(theirs.admin, { limit: 10, after: null })).toEqual([]);
    expect(await app.get(ListUsageKeys).page(mine.lead, { limit: 10, after: null })).toEqual([]);
  });
});
