import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { err, ok, refuse } from '#libs/kernel';
import { TestPlatform, until } from '../../../../test/platform.js';
import { Mailbox } from '../../../../tools/mailbox/mailbox.js';
import { Actor } from '../database/actor.js';
import { addMail } from './add-mail.js';
import { SendMail } from './send-mail.js';

let platform: TestPlatform;
let mailbox: Mailbox;
let smtpUrl: string;

beforeAll(async () => {
  mailbox = new Mailbox();
  smtpUrl = await mailbox.start();
  platform = await TestPlatform.start({ SMTP_URL: smtpUrl, MAIL_FROM: 'services@lead.example' });
});
afterAll(async () => {
  await platform.stop();
  await mailbox.stop();
});
beforeEach(() => platform.sql('delete from job'));
let stop: () => Promise<void> = () => Promise.resolve();
afterEach(() => stop());

const work = async () => {
  const runner = await platform.runJobs([platform.context.get(SendMail)]);
  stop = () => runner.stop();
};
const add = (to: string, number: string) =>
  platform.work.run(Actor.visitor(), async (tx) => {
    await addMail(tx, to, 'INVOICE_ISSUED', {
      number,
      lead: 'Examplewick Council',
      period: 'April 2026',
      gross: '£1,200.00',
      due: '31 May 2026',
    });
    return ok(null);
  });
const outboxEmpty = async () => (await platform.sql('select from job')).length === 0;

describe('the outbox', () => {
  it('sends each mail once, in the words of its code, after the commit', async () => {
    await work();
    await add('pat@examplewick.example', 'EXA-1');
    await until('the mail has left', outboxEmpty);
    expect(mailbox.mails('pat@examplewick.example')).toMatchObject([
      {
        from: 'services@lead.example',
        to: ['pat@examplewick.example'],
        subject: 'Invoice EXA-1 from Examplewick Council',
        text: `Examplewick Council issued invoice EXA-1 for April 2026.

Amount due: £1,200.00
Due on: 31 May 2026

Use EXA-1 as the reference when you pay.
`,
      },
    ]);
  });

  it('sends nothing of a unit of work that was refused', async () => {
    await work();
    await platform.work.run(Actor.visitor(), async (tx) => {
      await addMail(tx, 'sam@examplewick.example', 'SIGN_IN_CODE', { code: '123456', until: '9:10am' });
      return err(refuse('NOT_FOUND', {}, []));
    });
    await add('last@examplewick.example', 'EXA-2');
    await until('the other mail has left', outboxEmpty);
    expect(mailbox.mails('sam@examplewick.example')).toEqual([]);
    expect(mailbox.mails('last@examplewick.example')).toHaveLength(1);
  });

  it('lets no word of a mail become a header or another line of the subject', async () => {
    await work();
    await add('kim@examplewick.example', 'EXA-3\r\nBcc: thief@elsewhere.example');
    await until('the mail has left', outboxEmpty);
    expect(mailbox.mails('thief@elsewhere.example')).toEqual([]);
    expect(mailbox.mails('kim@examplewick.example')).toMatchObject([
      { subject: 'Invoice EXA-3 Bcc: thief@elsewhere.example from Examplewick Council' },
    ]);
  });

  it('keeps a mail while the mail server is away, and sends it when it is back', async () => {
    const port = Number(new URL(smtpUrl).port);
    await mailbox.stop();
    await work();
    await add('late@examplewick.example', 'EXA-4');
    const [row] = await (async () => {
      let rows: { error: string; held: boolean }[] = [];
      await until('it was tried', async () => {
        rows = await platform.sql(
          'select last_error as error, lease_token is not null as held from job where attempts = 1',
        );
        return rows.length === 1 && !rows[0]?.held;
      });
      return rows;
    })();
    expect(row?.error).toContain('ECONNREFUSED');
    mailbox = new Mailbox();
    await mailbox.start(port);
    await platform.sql('update job set run_at = now()');
    await until('the mail has left', outboxEmpty);
    expect(mailbox.mails('late@examplewick.example')).toHaveLength(1);
  });
});
