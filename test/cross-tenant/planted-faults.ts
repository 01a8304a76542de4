import { GraphQLError } from 'graphql';
import { ReadCallOffs, type CallOff } from '#libs/calloffs';
import { ListPeople, RevokeSession } from '#libs/directory';
import { fromPublicId } from '#libs/kernel';
import { RejectQuarantine } from '#libs/metering';
import type { Tx } from '#libs/platform';
import type { World } from '../given/world.js';
import type { Service } from '../host/service.js';

/** A hole in the wall, and what must find it. */
export interface PlantedFault {
  readonly name: string;
  /** Makes the hole; answers how to close it again. */
  readonly plant: () => Promise<() => Promise<void>>;
  /** The door that must turn red, the side that must see it, and what must be said. */
  readonly door: string;
  readonly side: 'B' | 'M';
  readonly says: RegExp;
}

const uuid = (kind: 'body' | 'callOff', publicId: string): string => fromPublicId(kind, publicId) ?? '';

/** Replaces one method of a part of an action for a while. */
const patched = <T extends object, K extends keyof T>(
  target: T,
  method: K,
  replacement: T[K],
): (() => Promise<void>) => {
  const real = Object.getOwnPropertyDescriptor(target, method);
  target[method] = replacement;
  return () => {
    if (real) Object.defineProperty(target, method, real);
    else Reflect.deleteProperty(target, method);
    return Promise.resolve();
  };
};

/** The repository behind an action, which only its own lib may import. */
const repositoryOf = <R>(action: object, field: string): R => {
  const found = (action as Record<string, unknown>)[field];
  if (typeof found !== 'object' || found === null)
    throw new Error(`${action.constructor.name} has no ${field}`);
  return found as R;
};

interface CallOffs {
  find: (tx: Tx, id: string) => Promise<CallOff | null>;
}
interface People {
  colleagues: (tx: Tx, bodyId: string, ...rest: readonly unknown[]) => Promise<readonly unknown[]>;
}
interface Sessions {
  revoke: (tx: Tx, id: string, personId: string) => Promise<boolean>;
}
interface Quarantine {
  find: (tx: Tx, leadId: string, id: string) => Promise<unknown>;
}

/** The faults; each needs the hole alone, so that they are planted one after the other. */
export const plantedFaults = ({ stack, a, l }: World, { api }: Service): readonly PlantedFault[] => {
  const policy = async (
    table: string,
    name: 'reads' | 'writes',
    to: string,
  ): Promise<() => Promise<void>> => {
    const [was] = await stack.sql<{ seen: string; made: string | null }>(
      `select pg_get_expr(polqual, polrelid) as seen, pg_get_expr(polwithcheck, polrelid) as made
       from pg_policy where polrelid = $1::regclass and polname = $2`,
      [table, name],
    );
    if (!was) throw new Error(`${table} has no policy ${name}`);
    await stack.sql(`alter policy ${name} on ${table} ${to}`);
    return async () => {
      const check = was.made === null ? '' : ` with check (${was.made})`;
      await stack.sql(`alter policy ${name} on ${table} using (${was.seen})${check}`);
    };
  };
  const both =
    (...closes: readonly (() => Promise<void>)[]) =>
    async (): Promise<void> => {
      for (const close of closes) await close();
    };
  const policies = async (
    tables: readonly string[],
    name: 'reads' | 'writes',
    to: string,
  ): Promise<() => Promise<void>> => {
    const closes: (() => Promise<void>)[] = [];
    for (const table of tables) closes.push(await policy(table, name, to));
    return both(...closes);
  };
  const callOffs = repositoryOf<CallOffs>(api.get(ReadCallOffs), 'callOffs');
  const people = repositoryOf<People>(api.get(ListPeople), 'people');
  const sessions = repositoryOf<Sessions>(api.get(RevokeSession), 'sessions');
  const quarantine = repositoryOf<Quarantine>(api.get(RejectQuarantine), 'quarantine');
  /** The application's own filter of call-offs, gone: whoever asks is taken for A. */
  const forgetWhoAsks = (): (() => Promise<void>) => {
    const find = callOffs.find.bind(callOffs);
    const settings = { tenantIds: [uuid('body', a.member.bodyId)], memberLeadId: null };
    return patched(callOffs, 'find', (tx, id) =>
      find(Object.create(tx, { actor: { value: { ...tx.actor, settings } } }) as Tx, id),
    );
  };
  return [
    {
      name: 'the policies of some tables let everyone read everything',
      plant: () =>
        policies(['framework', 'framework_ceiling', 'lot', 'offering', 'meter'], 'reads', 'using (true)'),
      door: 'query frameworks',
      side: 'M',
      says: /shows CANARY-L-/,
    },
    {
      name: 'row security is off for a table',
      plant: async () => {
        await stack.sql('alter table offering disable row level security');
        const close = await policies(
          ['framework', 'framework_ceiling', 'lot', 'meter', 'price_version'],
          'reads',
          'using (true)',
        );
        return both(
          close,
          async () => void (await stack.sql('alter table offering enable row level security')),
        );
      },
      door: 'query offering',
      side: 'B',
      says: /shows off_\w+ of |shows CANARY-[LM]-/,
    },
    {
      name: "the policy is gone and so is the application's own filter",
      plant: async () =>
        both(forgetWhoAsks(), await policies(['call_off', 'usage_total'], 'reads', 'using (true)')),
      door: 'query usageByDay',
      side: 'B',
      says: /shows \d+\.\d+/,
    },
    {
      name: 'the narrow policy of writing is gone and an action looks up what is not its own',
      plant: async () => {
        const find = quarantine.find.bind(quarantine);
        const lead = uuid('body', l.lead.bodyId);
        return both(
          patched(quarantine, 'find', (tx, _leadId, id) => find(tx, lead, id)),
          await policies(
            ['usage_quarantine', 'tenant_audit', 'tenant_audit_head'],
            'writes',
            'using (true) with check (true)',
          ),
        );
      },
      door: 'mutation quarantineReject',
      side: 'M',
      says: /change[sd] .*A\.usage_quarantine/,
    },
    {
      name: 'an action lists the people of whichever body',
      plant: () => {
        const colleagues = people.colleagues.bind(people);
        return Promise.resolve(
          patched(people, 'colleagues', (tx, _bodyId, ...rest) =>
            colleagues(tx, uuid('body', a.member.bodyId), ...rest),
          ),
        );
      },
      door: 'query people',
      side: 'B',
      says: /shows per_\w+ of A/,
    },
    {
      name: 'an action ends whosever session',
      plant: () =>
        Promise.resolve(
          patched(sessions, 'revoke', async (tx, id) => {
            await tx.manager.query('update session set revoked_at = $2 where id = $1', [id, tx.now]);
            return true;
          }),
        ),
      door: 'mutation sessionRevoke',
      side: 'B',
      says: /change[sd] .*A\.session/,
    },
    {
      name: 'what is there and not theirs is refused in other words than what is not there',
      plant: () => {
        const find = callOffs.find.bind(callOffs);
        return Promise.resolve(
          patched(callOffs, 'find', (tx, id) => {
            if (id === uuid('callOff', a.callOff.id))
              throw new GraphQLError('This is not yours.', { extensions: { code: 'FORBIDDEN' } });
            return find(tx, id);
          }),
        );
      },
      door: 'query callOff',
      side: 'B',
      says: /answers FORBIDDEN and not as for random/,
    },
    {
      name: 'a door fails when it is asked for what is not theirs',
      plant: () =>
        Promise.resolve(
          patched(callOffs, 'find', (_tx, id) =>
            id === uuid('callOff', a.callOff.id)
              ? Promise.reject(new Error('invalid input syntax'))
              : Promise.resolve(null),
          ),
        ),
      door: 'query callOff',
      side: 'B',
      says: /answered INTERNAL/,
    },
  ];
};
