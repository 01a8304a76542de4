import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import { localDate } from '#libs/kernel';
import type { Tx } from '#libs/platform';
import type { OptIn, OptInOffering } from '../domain/opt-in.js';
import type { OptInQuestion } from '../domain/questions.js';
import type { OptInState } from '../domain/states.js';
import { taskNames, type OptInTask } from '../domain/tasks.js';
import { OptInOfferingRow, OptInQuestionRow, OptInRow, OptInTaskRow } from './opt-in.entity.js';
import { takePage, type Page } from './page.js';
import { ownRows } from './side.js';

/** Names one opt-in wholly. */
export type OptInKey = Pick<OptIn, 'tenantId' | 'leadId' | 'id'>;

/** What a move changes of an opt-in. */
export type OptInChange = Partial<
  Pick<
    OptIn,
    | 'submittedAt'
    | 'submittedBy'
    | 'reviewStartedBy'
    | 'contentSha256'
    | 'decidedAt'
    | 'decidedBy'
    | 'decisionReason'
  >
> & { readonly state: OptInState };

@Injectable()
export class OptInRepository {
  /** A new one, about which nothing was asked yet. */
  async insert(tx: Tx, optIn: Omit<OptIn, 'questions'>): Promise<void> {
    const { offerings, tasks, contentSha256, ...row } = optIn;
    const key = { tenantId: row.tenantId, leadId: row.leadId, optInId: row.id };
    await tx.manager.insert(OptInRow, { ...row, contentSha256: toBytes(contentSha256) });
    await tx.manager.insert(
      OptInOfferingRow,
      offerings.map((offering) => ({ ...key, ...offering })),
    );
    await tx.manager.insert(
      OptInTaskRow,
      tasks.map((task) => ({ ...key, ...task })),
    );
  }

  async find(tx: Tx, id: string): Promise<OptIn | null> {
    const row = await tx.manager.findOneBy(OptInRow, { ...ownRows(tx), id });
    return row && this.whole(tx, row);
  }

  /** Locked until the transaction ends. */
  async lock(tx: Tx, id: string): Promise<OptIn | null> {
    const row = await tx.manager.findOne(OptInRow, {
      where: { ...ownRows(tx), id },
      lock: { mode: 'pessimistic_write' },
    });
    return row && this.whole(tx, row);
  }

  /** Newest first: the tenant's own, or those of the lead authority's members; in these states only, when given. */
  async page(tx: Tx, states: readonly OptInState[] | null, page: Page): Promise<OptIn[]> {
    const query = tx.manager.createQueryBuilder(OptInRow, 'opt_in').where(ownRows(tx));
    if (states !== null) query.andWhere('opt_in.state = any (:states)', { states });
    return this.wholes(tx, await takePage(query, 'startedAt', page));
  }

  /** The tenant's newest opt-ins that chose an offering, newest first. */
  async choosing(tx: Tx, key: { tenantId: string; leadId: string; offeringId: string }): Promise<OptIn[]> {
    const rows = await tx.manager
      .createQueryBuilder(OptInRow, 'opt_in')
      .innerJoin(
        OptInOfferingRow,
        'chosen',
        'chosen.tenantId = opt_in.tenantId and chosen.leadId = opt_in.leadId and chosen.optInId = opt_in.id',
      )
      .where(
        'opt_in.tenantId = :tenantId and opt_in.leadId = :leadId and chosen.offeringId = :offeringId',
        key,
      )
      .orderBy('opt_in.startedAt', 'DESC')
      .addOrderBy('opt_in.id', 'DESC')
      .getMany();
    return this.wholes(tx, rows);
  }

  /** The opt-ins of one tenant to one framework that were approved. */
  async approved(tx: Tx, key: { tenantId: string; leadId: string; frameworkId: string }): Promise<OptIn[]> {
    const rows = await tx.manager.find(OptInRow, {
      where: { ...key, state: In(['APPROVED', 'CONVERTED']) },
      order: { startedAt: 'asc', id: 'asc' },
    });
    return this.wholes(tx, rows);
  }

  /** The tenant's newest opt-in, to whichever framework. */
  async newestOf(tx: Tx, tenantId: string): Promise<OptIn | null> {
    const [row] = await tx.manager.find(OptInRow, {
      where: { tenantId },
      order: { startedAt: 'desc', id: 'desc' },
      take: 1,
    });
    return row ? this.whole(tx, row) : null;
  }

  async change(tx: Tx, optIn: OptIn, { contentSha256, ...change }: OptInChange): Promise<void> {
    await tx.manager.update(OptInRow, keyOf(optIn), {
      ...change,
      ...(contentSha256 === undefined ? {} : { contentSha256: toBytes(contentSha256) }),
      version: optIn.version + 1,
      changedAt: tx.now,
    });
  }

  async changeTask(tx: Tx, optIn: OptIn, { task, ...change }: OptInTask): Promise<void> {
    const { tenantId, leadId, id } = optIn;
    await tx.manager.update(OptInTaskRow, { tenantId, leadId, optInId: id, task }, change);
  }

  async insertQuestion(tx: Tx, { tenantId, leadId, id }: OptInKey, question: OptInQuestion): Promise<void> {
    await tx.manager.insert(OptInQuestionRow, { tenantId, leadId, optInId: id, ...question });
  }

  /** Keeps what the body has answered. What was asked stays as it is. */
  async answerQuestion(tx: Tx, { tenantId, leadId, id }: OptInKey, question: OptInQuestion): Promise<void> {
    const { task, number, answer, answeredAt, answeredBy } = question;
    await tx.manager.update(
      OptInQuestionRow,
      { tenantId, leadId, optInId: id, task, number },
      { answer, answeredAt, answeredBy },
    );
  }

  /** The answers go to the lead authority with the opt-in. */
  async submitAnswers(tx: Tx, { tenantId, leadId, id }: OptInKey): Promise<void> {
    await tx.manager.update(
      OptInQuestionRow,
      { tenantId, leadId, optInId: id, submittedAt: IsNull() },
      { submittedAt: tx.now },
    );
  }

  /** Lets the services be chosen again: of the whole opt-in, or of one offering. */
  async close(tx: Tx, { tenantId, leadId, id }: OptInKey, offeringId?: string): Promise<void> {
    const one = offeringId === undefined ? {} : { offeringId };
    await tx.manager.update(OptInOfferingRow, { tenantId, leadId, optInId: id, ...one }, { open: false });
  }

  private async whole(tx: Tx, row: OptInRow): Promise<OptIn> {
    const [optIn] = await this.wholes(tx, [row]);
    if (optIn === undefined) throw new Error('an opt-in has its own row');
    return optIn;
  }

  private async wholes(tx: Tx, rows: readonly OptInRow[]): Promise<OptIn[]> {
    if (rows.length === 0) return [];
    const where = {
      tenantId: In([...new Set(rows.map(({ tenantId }) => tenantId))]),
      leadId: In([...new Set(rows.map(({ leadId }) => leadId))]),
      optInId: In(rows.map(({ id }) => id)),
    };
    const offerings = await tx.manager.find(OptInOfferingRow, { where, order: { offeringId: 'asc' } });
    const tasks = await tx.manager.findBy(OptInTaskRow, where);
    const questions = await tx.manager.find(OptInQuestionRow, { where, order: { number: 'asc' } });
    return rows.map((row) =>
      toOptIn(row, {
        offerings: offerings.filter(({ optInId }) => optInId === row.id),
        tasks: tasks.filter(({ optInId }) => optInId === row.id),
        questions: questions.filter(({ optInId }) => optInId === row.id),
      }),
    );
  }
}

const keyOf = ({ tenantId, leadId, id }: OptInKey): OptInKey => ({ tenantId, leadId, id });
const toBytes = (hex: string | null): Buffer | null => (hex === null ? null : Buffer.from(hex, 'hex'));

interface Parts {
  readonly offerings: readonly OptInOfferingRow[];
  readonly tasks: readonly OptInTaskRow[];
  readonly questions: readonly OptInQuestionRow[];
}

const toOptIn = (row: OptInRow, { offerings, tasks, questions }: Parts): OptIn => ({
  ...row,
  targetStartOn: row.targetStartOn === null ? null : localDate(row.targetStartOn),
  contentSha256: row.contentSha256?.toString('hex') ?? null,
  offerings: offerings.map(({ offeringId, open }): OptInOffering => ({ offeringId, open })),
  tasks: taskNames.flatMap((name) => tasks.filter(({ task }) => task === name).map(toTask)),
  questions: taskNames.flatMap((name) => questions.filter(({ task }) => task === name).map(toQuestion)),
});

const toTask = ({
  task,
  state,
  answers,
  version,
  changedAt,
  completedAt,
  completedBy,
}: OptInTaskRow): OptInTask => ({
  task,
  state,
  answers,
  version,
  changedAt,
  completedAt,
  completedBy,
});

const toQuestion = ({
  task,
  number,
  question,
  askedAt,
  askedBy,
  answer,
  answeredAt,
  answeredBy,
  submittedAt,
}: OptInQuestionRow): OptInQuestion => ({
  task,
  number,
  question,
  askedAt,
  askedBy,
  answer,
  answeredAt,
  answeredBy,
  submittedAt,
});
