import { randomUUID } from 'node:crypto';
import { sourceOf } from '../given/world-business.js';
import { LEFT_OUT } from './arguments.js';
import type { Door, Naming } from './door.js';
import type { Reference } from './id-arguments.js';

type HttpDoor = Pick<Door, 'changes' | 'names' | 'request'>;

const plainGet = (path: string): HttpDoor => ({
  changes: false,
  names: new Map(),
  request: () => ({ method: 'GET', path, headers: {}, body: null }),
});

const named = (naming: Naming, path: string, reference: Reference): string => {
  const name = naming(path, [reference], true);
  if (name === LEFT_OUT) throw new Error(`${path} cannot be left out`);
  return String(name);
};

/** How each HTTP door is called. One that is not here fails the cross-tenant test by its name. */
export const httpDoors: Readonly<Record<string, HttpDoor>> = {
  'http GET /healthz': plainGet('/healthz'),
  'http GET /readyz': plainGet('/readyz'),
  'http GET /metrics': plainGet('/metrics'),
  'http GET /v1/invoices/:file': {
    changes: false,
    names: new Map([['file.id', ['invoice']]]),
    request: ({ naming }) => ({
      method: 'GET',
      path: `/v1/invoices/${encodeURIComponent(named(naming, 'file.id', 'invoice'))}.json`,
      headers: {},
      body: null,
    }),
  },
  'http POST /v1/stripe/webhook': {
    changes: true,
    names: new Map(),
    request: () => ({
      method: 'POST',
      path: '/v1/stripe/webhook',
      headers: { 'content-type': 'application/json', 'stripe-signature': `t=1,v1=${'0'.repeat(64)}` },
      body: JSON.stringify({
        id: 'evt_forged',
        object: 'event',
        type: 'invoice.paid',
        data: { object: { id: 'in_1' } },
      }),
    }),
  },
  'http POST /v1/usage': {
    changes: true,
    names: new Map([['event.calloff', ['callOff']]]),
    request: ({ naming }) => ({
      method: 'POST',
      path: '/v1/usage',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([
        {
          specversion: '1.0',
          id: randomUUID(),
          source: sourceOf('B'),
          type: 'payslips.processed',
          time: '2026-07-01T09:00:00Z',
          calloff: named(naming, 'event.calloff', 'callOff'),
          data: { quantity: '1' },
        },
      ]),
    }),
  },
};
