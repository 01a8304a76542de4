import { Controller, HttpCode, Post, Req, Res, UseGuards } from '@nestjs/common';
import type { Request, Response } from 'express';
import { toPublicId } from '#libs/kernel';
import { IngestUsage, type EventNote, type IngestAnswer, type UsageReceipt } from '#libs/metering';
import { requestIdOf } from '../auth/caller.js';
import { RequiresUsageKey } from '../auth/permission.js';
import { HttpRefusal } from '../http/http-refusal.js';
import { formOf, parseEvents } from './parse-events.js';
import { readBody } from './read-body.js';
import { orUnavailable } from './unavailable.js';
import { UsageKeyGuard, usageKeyOf } from './usage-key.guard.js';

/** What a batch is answered with. */
interface UsageAnswer {
  /** The receipt's number; null when several members are concerned, each with its own in `receipts`. */
  readonly number: number | null;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly rejected: readonly EventNote[];
  readonly digest: string;
  /** Why each quarantined event is held. */
  readonly held: readonly EventNote[];
  readonly receipts: readonly object[];
}

@Controller('v1/usage')
export class UsageController {
  constructor(private readonly ingest: IngestUsage) {}

  /** Bulk usage. An event that is at fault keeps no other out, so a batch that could be read is always answered 200. */
  @Post()
  @HttpCode(200)
  @RequiresUsageKey()
  @UseGuards(UsageKeyGuard)
  async send(@Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<UsageAnswer> {
    const form = formOf(req.headers['content-type']);
    const events = parseEvents(await readBody(req), form);
    const result = await orUnavailable(res, () =>
      this.ingest.execute(usageKeyOf(req), events, requestIdOf(req)),
    );
    if (result.ok) return toAnswer(result.value);
    const message = result.refusals.map((refusal) => refusal.message).join(' ');
    throw new HttpRefusal(400, { code: 'BAD_REQUEST', message });
  }
}

const toAnswer = (answer: IngestAnswer): UsageAnswer => {
  const [only, ...others] = answer.receipts;
  return {
    number: only && others.length === 0 ? Number(only.number) : null,
    accepted: answer.accepted,
    duplicate: answer.duplicate,
    quarantined: answer.quarantined.length,
    rejected: answer.rejected,
    digest: answer.digest.toString('hex'),
    held: answer.quarantined,
    receipts: answer.receipts.map(toReceipt),
  };
};

const toReceipt = (receipt: UsageReceipt): object => ({
  member: toPublicId('body', receipt.tenantId),
  lead: toPublicId('body', receipt.leadId),
  number: Number(receipt.number),
  accepted: receipt.accepted,
  duplicate: receipt.duplicate,
  quarantined: receipt.quarantined,
  rejected: receipt.rejected,
  digest: receipt.digest.toString('hex'),
});
