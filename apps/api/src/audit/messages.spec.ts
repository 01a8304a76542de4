import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#libs/platform';
import { auditSentence, auditSentences, rolesTold } from './messages.js';
import { readSubject, subjectKinds, toSubjectId } from './subject.js';

/** The sources of the libs without their tests. */
const sources = readdirSync(join(projectRoot(), 'libs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.endsWith('spec.ts') && !name.endsWith('.d.ts'))
  .map((name) => readFileSync(join(projectRoot(), 'libs', name), 'utf8'))
  .join('\n');
const found = (pattern: RegExp): string[] =>
  [...new Set([...sources.matchAll(pattern)].map(([, name]) => name ?? ''))].sort();

describe('the words of the audit trail', () => {
  it('tell of every action that is recorded, and of no other', () => {
    const lines = sources.split('\n').filter((line) => /\baction: /.test(line));
    const actions = lines.flatMap((line) => [...line.matchAll(/'([a-z][A-Za-z-]*\.[a-z][A-Za-z-]*)'/g)]);
    expect(Object.keys(auditSentences).sort()).toEqual(
      [...new Set(actions.map(([, action]) => action ?? ''))].sort(),
    );
  });

  it('know what every record is about', () => {
    expect(Object.keys(subjectKinds).sort()).toEqual(found(/subjectKind: '([\w-]+)'/g));
  });

  it('name whoever did it', () => {
    expect(auditSentence('invoice.issue', 'Grace Oduya', 'person')).toBe('Grace Oduya issued the invoice.');
    expect(auditSentence('invoice.draft', null, 'job')).toBe('The service drafted the invoice.');
    expect(auditSentence('usage.record', null, 'usage-key')).toBe('A usage key recorded usage by hand.');
    expect(auditSentence('invoice.issue', '$& {who}', 'person')).toBe('$& {who} issued the invoice.');
    expect(auditSentence('thing.newlyDone', 'Grace Oduya', 'person')).toBe(
      'Grace Oduya did thing.newlyDone.',
    );
  });

  it('name whom it was done to, and the roles', () => {
    const to = { person: 'Kim {who}', roles: ['TENANT_FINANCE', 'TENANT_AUDITOR'] } as const;
    expect(auditSentence('person.add', 'Ada Admin', 'system', to)).toBe(
      'Ada Admin added Kim {who} as finance staff and an auditor.',
    );
    expect(auditSentence('role.revoke', 'Ada Admin', 'system', { ...to, roles: ['TENANT_FINANCE'] })).toBe(
      'Ada Admin took a role from Kim {who}: finance staff.',
    );
    expect(auditSentence('role.grant', null, 'system')).toBe(
      'The service gave a person a role: somebody with a role.',
    );
    expect(rolesTold({ roles: ['TENANT_DPO', 'toString', 7] })).toEqual(['TENANT_DPO']);
    expect([rolesTold(null), rolesTold({ roles: 'TENANT_DPO' })]).toEqual([[], []]);
  });
});

describe('what a record is about', () => {
  const id = '0190a5d2-1111-7222-8333-444455556666';

  it('is named by a public id, there and back', () => {
    for (const kind of Object.keys(subjectKinds))
      expect(readSubject(toSubjectId(kind, id) ?? '')).toEqual({ kind, id });
  });

  it('is null where it is nothing, or unknown', () => {
    expect([toSubjectId('invoice', null), toSubjectId('unheard-of', id)]).toEqual([null, null]);
    expect([readSubject('xyz_00000000000000000000000000000000'), readSubject('inv_1')]).toEqual([null, null]);
  });
});
