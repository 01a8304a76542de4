import { postUsage, usageEvent } from '../given/metering.js';
import type { Lane } from './lane.js';
import type { Scenario } from './scenario.js';

interface Batch {
  readonly secret: string;
  readonly events: readonly { readonly id: string }[];
}

/** Sends a batch until it is answered, and notes what its sender need not send again: all but what was refused. */
export const send = async (lane: Lane, { secret, events }: Batch): Promise<void> => {
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  const { status, body: answer } = await lane.insist(() => postUsage(lane.url, secret, { body }));
  if (status !== 200) throw new Error(`usage was refused: ${status} ${JSON.stringify(answer)}`);
  const refused = new Set(answer.rejected.map(({ index }) => index));
  for (const [index, { id }] of events.entries()) if (!refused.has(index)) lane.acknowledged.add(id);
};

/** Usage of May by a council's own key and by one for both councils, with doubles, and with some that cannot be taken. */
export const ingest: Scenario = {
  name: 'ingest',
  apps: ['api'],
  at: '2026-05-20T09:00:00Z',
  comesTo: {
    'usage as it counts': [
      'Ashbeck Borough Council payslips.processed 2026-05-10 212.5 4',
      'Fenhollow Borough Council payslips.processed 2026-05-10 60 1',
    ],
  },
  prepare: async (_lane, { ashbeck, fenhollow, bothKey }) => {
    const own = (id: string, quantity = '70') => usageEvent({ id, quantity });
    const both = (id: string, calloff: string) =>
      usageEvent({ id, quantity: '60', source: 'service-desk', calloff });
    const first = [
      own('own-1'),
      own('own-2'),
      own('own-1'),
      usageEvent({ id: 'own-x', type: 'parcels.sent' }),
    ];
    const second = [both('both-1', ashbeck.callOff), both('both-2', fenhollow.callOff), { id: 'no event' }];
    const third = [own('own-2'), own('own-3', '12.5'), own('own-3', '12.5')];
    const batches: readonly Batch[] = [
      { secret: ashbeck.usageKey, events: first },
      { secret: bothKey, events: second },
      { secret: ashbeck.usageKey, events: third },
    ];
    return async (lane) => {
      for (const batch of batches) await send(lane, batch);
    };
  },
};
