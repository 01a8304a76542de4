import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mayDo, permissions, type Permission, type Role } from '#libs/directory';
import { everybody, type CastMember } from '../../tools/demonstration/cast.js';
import { halfOfToday, part } from '../part.js';
import { findRoutes, type Route } from './addresses.js';
import { knownOf, type Known } from './known.js';
import { axeFindings, ownFindings } from './look-closely.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const routes = await findRoutes();
const byPath = routes.map((route) => [route.path, route] as const);
const readable = byPath.filter(([, { isFile }]) => !isFile);

let site: Site;
let known: Known;
let cases = 0;
const times: number[] = [];

beforeAll(async () => {
  site = await Site.start();
  known = await knownOf(site);
}, 240_000);
afterAll(async () => {
  console.log(
    `pages: ${routes.length} routes, ${cases} (route × role) cases, server time ${quantile(times, 0.5)} ms in the middle and ${quantile(times, 0.95)} ms at the 95th percentile`,
  );
  await site?.stop();
});

const quantile = (values: readonly number[], share: number): number =>
  Math.round([...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0);

const isPermission = (access: string): access is Permission => access in permissions;
const maySee = (person: CastMember, { access }: Route): boolean =>
  !isPermission(access) || mayDo(person.roles as readonly Role[], access);

/** Somebody of the demonstration who may look at a page: a council's own people first, for most examples are theirs. */
const somebodyFor = (route: Route): CastMember | null => {
  if (route.access === 'public') return null;
  const person = everybody.find((one) => one.roles.length > 0 && maySee(one, route));
  if (!person) throw new Error(`nobody of the demonstration may see ${route.path}`);
  return person;
};

/** Every day axe looks at pages narrow, where more can be wrong, and in depth at both widths. */
const axeLooks = (width: number): boolean => part === 'deep' || width === 320;

describe('every page, by whoever may', () => {
  const visitors = new Map<string, Visitor>();
  const visitorFor = async (route: Route): Promise<Visitor> => {
    const email = somebodyFor(route)?.email;
    const key = email ?? 'visitor';
    const visitor = visitors.get(key) ?? (await (email ? site.person(email) : site.visitor()));
    visitors.set(key, visitor);
    return visitor;
  };

  it.each(halfOfToday(readable))('%s can be read, wide and on a telephone', async (_, route) => {
    const visitor = await visitorFor(route);
    const { page } = visitor;
    visitor.wrongs.length = 0;
    await page.setViewportSize({ width: 1100, height: 900 });
    const status = await visitor.goTo(route.address(known));
    const found: string[] = [];
    for (const width of [1100, 320]) {
      await page.setViewportSize({ width, height: 900 });
      const axe = axeLooks(width) ? await axeFindings(page) : [];
      const here = [...axe, ...(await ownFindings(page))];
      found.push(...here.map((finding) => `at ${width} px: ${finding}`));
    }
    expect({ status, found, wrongs: [...visitor.wrongs] }).toEqual({ status: 200, found: [], wrongs: [] });
  });
});

/** Every day one who may and one who may not ask for a page, of each capacity; in depth everybody does. */
const askersFor = (route: Route): readonly CastMember[] => {
  if (part === 'deep') return everybody;
  const kinds = new Set<string>();
  return everybody.filter((person) => {
    const kind = `${person.roles[0]?.split('_')[0]} ${maySee(person, route)}`;
    return !kinds.has(kind) && kinds.add(kind);
  });
};

describe('every page as everybody', () => {
  it.each(halfOfToday(byPath))('%s', async (_, route) => {
    const wrong: string[] = [];
    for (const person of askersFor(route)) {
      const { status, to } = await look(person.email, route.address(known));
      const allowed = maySee(person, route) && person.roles.length > 0;
      // What is somebody else's is not found, like what is not there; whoever lacks the role is told so.
      const expected = allowed || !isPermission(route.access) ? [200, 303, 404] : [403, 404];
      if (!expected.includes(status)) wrong.push(`${person.email}: ${status} ${to ?? ''}`);
    }
    const visitor = await look(null, route.address(known));
    if (route.access === 'public' ? visitor.status >= 400 : !visitor.to?.startsWith('/sign-in'))
      wrong.push(`a visitor: ${visitor.status} ${visitor.to ?? ''}`);
    expect(wrong).toEqual([]);
  });
});

interface Look {
  readonly status: number;
  readonly to: string | null;
  /** The page without its frame. */
  readonly main: string;
}

/** Asks for an address without a browser, and notes how long the answer took. */
const look = async (email: string | null, address: string): Promise<Look> => {
  const token = email === null ? null : (await site.client(email)).token;
  const from = performance.now();
  const response = await fetch(`${site.url}${address}`, {
    redirect: 'manual',
    headers: token === null ? {} : { cookie: `accede-session=${token}` },
  });
  const html = await response.text();
  if (response.status === 200) times.push(performance.now() - from);
  cases += 1;
  return {
    status: response.status,
    to: response.headers.get('location'),
    main: /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '',
  };
};

const withIds = byPath.filter(([path, { access }]) => path.includes(':') && access !== 'public');

describe("another tenant's thing", () => {
  it.each(withIds)('%s is like nothing at all', async (_, route) => {
    const address = route.address(known);
    // What is published or of the lead authority's is no tenant's secret.
    const { frameworkId, offeringId, lotId, meterId, northmereId } = known;
    if ([frameworkId, offeringId, lotId, northmereId].some((id) => address.includes(id))) return;
    const nobodys = address.replace(/([a-z]{3,4})_[0-9a-f]{32}/g, (id, kind) =>
      id === meterId ? id : `${kind}_${'0'.repeat(32)}`,
    );
    expect(nobodys).not.toBe(address);
    const stranger = 'owen.pryce@calderwick.gov.example';
    const [theirs, nothing] = [await look(stranger, address), await look(stranger, nobodys)];
    expect(theirs.status).toBe(nothing.status);
    expect(theirs.main).toBe(nothing.main);
    expect([403, 404]).toContain(theirs.status);
  });
});
