import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { makePino } from './logger.js';

const logged = (
  level: string,
  write: (log: ReturnType<typeof makePino>) => void,
): Record<string, unknown>[] => {
  const lines: string[] = [];
  write(makePino(level, { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('logs', () => {
  it('are one JSON object a line with a time, a level in words, the fields and the message', () => {
    const [line] = logged('info', (log) => log.info({ requestId: 'r1', tenantId: 't1' }, 'request answered'));
    expect(line).toEqual({
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      level: 'info',
      requestId: 'r1',
      tenantId: 't1',
      msg: 'request answered',
    });
  });

  it('leave out what is below the level', () => {
    expect(logged('error', (log) => log.info({}, 'not here'))).toEqual([]);
  });

  it('never hold a secret, however deep it stands', () => {
    const secret = 'hunter2';
    const lines = logged('info', (log) => {
      for (const name of ['token', 'code', 'secret', 'password', 'authorization', 'cookie', 'key', 'email']) {
        log.info({ [name]: secret }, 'flat');
        log.info({ headers: { [name]: secret } }, 'one deep');
        log.info({ req: { headers: { [name]: secret } } }, 'two deep');
      }
    });
    expect(lines).toHaveLength(24);
    expect(JSON.stringify(lines)).not.toContain(secret);
  });

  it('tell of a failed statement without its parameters and without the row that it met', () => {
    const driver = Object.assign(
      new Error('duplicate key value violates unique constraint "person_contact_email_key"'),
      {
        code: '23505',
        detail: 'Key (email)=(pat@example.gov.uk) already exists.',
      },
    );
    const error = new QueryFailedError('insert into person_contact …', ['pat@example.gov.uk', 'Pat'], driver);
    const [line] = logged('info', (log) => log.error({ err: error }, 'failed'));
    expect(line?.['err']).toEqual({
      type: 'QueryFailedError',
      message: driver.message,
      state: '23505',
      stack: expect.stringContaining('QueryFailedError'),
    });
    expect(JSON.stringify(line)).not.toMatch(/pat@|Pat"/);
  });

  it('tell of what caused an error, and of what is no error at all', () => {
    const lines = logged('info', (log) => {
      log.error({ err: new Error('outer', { cause: new TypeError('inner') }) }, 'failed');
      log.error({ err: 'just words' }, 'failed');
    });
    expect(lines[0]).toMatchObject({
      err: { message: 'outer', cause: { type: 'TypeError', message: 'inner' } },
    });
    expect(lines[1]).toMatchObject({ err: { type: 'string', message: 'just words' } });
  });
});
