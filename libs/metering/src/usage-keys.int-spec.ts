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
    const key = await app.get(ReadUsageKey).execute(made.token ?? '', null);
    expect(key?.callOffs).toEqual([{ tenantId: callOff.tenantId, callOffId: callOff.id }]);
    expect(
      await app
        .get(ReadUsageKey)
        .execute(`${made.token?.slice(0, -1)}${made.token?.endsWith('A') ? 'B' : 'A'}`, null),
    ).toBeNull();
    expect((await app.get(ListUsageKeys).find(actor, made.usageKeyId))?.lastUsedAt).toEqual(expect.any(Date));
  });

  it('ends at once when revoked, and when it expires', async () => {
    const { callOff, admin: actor, lead } = await newMember();
    const { token, usageKeyId } = valueOf(await app.get(CreateUsageKey).execute(actor, keyTerms([callOff])));
    expect(codesOf(await app.get(RevokeUsageKey).execute(lead, { usageKeyId }))).toEqual(['NOT_FOUND']);
    expect(await app.get(ReadUsageKey).execute(token ?? '', null)).not.toBeNull();
    valueOf(await app.get(RevokeUsageKey).execute(actor, { usageKeyId }));
    expect(await app.get(ReadUsageKey).execute(token ?? '', null)).toBeNull();
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
    expect(await app.get(ReadUsageKey).execute(short.token ?? '', null)).not.toBeNull();
    await admin.query("update usage_key set expires_at = '2026-06-15T11:59:59Z' where id = $1", [
      short.usageKeyId,
    ]);
    expect(await app.get(ReadUsageKey).execute(short.token ?? '', null)).toBeNull();
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
