import { Injectable } from '@nestjs/common';
import { ok } from '#libs/kernel';
import { Actor, addMail, finishJob, UnitOfWork, type JobHandler, type TakenJob } from '#libs/platform';
import { PersonRepository } from '../persistence/person.repository.js';
import { NOTICE_QUEUE, type Notice } from './add-notice.js';

/** Turns a notice into one mail for each person who holds the role now. */
@Injectable()
export class SendNotice implements JobHandler {
  readonly queue = NOTICE_QUEUE;

  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonRepository,
  ) {}

  async handle(job: TakenJob): Promise<void> {
    const { bodyId, role, mail, words } = job.payload as Notice;
    await this.work.run(Actor.system('people'), async (tx) => {
      for (const address of await this.people.addressesOf(tx, bodyId, role))
        await addMail(tx, address, mail, words as never);
      await finishJob(tx, job);
      return ok(null);
    });
  }
}
