import { Controller, HttpCode, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { ReceiveStripeEvent } from '#libs/payments';
import { requestIdOf } from '../auth/caller.js';
import { SignedByStripe } from '../auth/permission.js';
import { HttpRefusal } from '../http/http-refusal.js';

/** What Stripe tells us. Who sends it is proved by its signature over the body as it came, and by nothing else. */
@Controller('v1/stripe/webhook')
export class StripeWebhookController {
  constructor(private readonly receive: ReceiveStripeEvent) {}

  /** Answered before anything is done about it, and the same when it was told before. */
  @Post()
  @HttpCode(200)
  @SignedByStripe()
  async tell(@Req() req: Request): Promise<{ received: true }> {
    const body: unknown = req.body;
    const signature = req.headers['stripe-signature'];
    const result = await this.receive.execute(
      Buffer.isBuffer(body) ? body : Buffer.alloc(0),
      typeof signature === 'string' ? signature : '',
      requestIdOf(req),
    );
    const [refusal] = result.ok ? [] : result.refusals;
    if (refusal) throw new HttpRefusal(400, refusal);
    return { received: true };
  }
}
