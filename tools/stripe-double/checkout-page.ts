import type { IncomingMessage, ServerResponse } from 'node:http';
import type { StripeDouble } from './stripe-double.js';

const page = (title: string, body: string): string => `<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

/** Where a mandate is given in the demonstration: Stripe's own page asks for the bank account, this one does not. */
export const checkoutPage = (
  double: StripeDouble,
  req: IncomingMessage,
  path: string,
  res: ServerResponse,
): void => {
  const session = double.store.find(path.slice('/checkout/'.length));
  const answer = (status: number, body: string): void => {
    res
      .writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
      .end(body);
  };
  if (session?.object !== 'checkout.session' || session['status'] !== 'open')
    return answer(404, page('This page has ended', '<p>The mandate was given, or the page ran out.</p>'));
  if (req.method !== 'POST')
    return answer(
      200,
      page(
        'Direct debit mandate (demonstration)',
        '<p>This stands in the place of a page of Stripe’s. No bank account is asked for, and no money moves.</p><form method="post"><button>Give the mandate</button></form>',
      ),
    );
  double.giveMandate(session.id);
  res.writeHead(303, { location: session['success_url'] as string }).end();
};
