import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Site } from './site.js';

let site: Site;

beforeAll(async () => {
  site = await Site.start();
}, 180_000);
afterAll(() => site?.stop());

describe.each([
  { script: true, email: 'nadia.rahman@ashbeck.gov.example' },
  { script: false, email: 'sunita.patel@ashbeck.gov.example' },
])('signing in, scripts $script', ({ email, ...look }) => {
  it('asks for an address and a code, and comes back to the page that was wanted', async () => {
    const visitor = await site.visitor(look);
    await visitor.goTo('/account');
    expect(new URL(visitor.page.url()).pathname).toBe('/sign-in');
    const since = new Date();
    await visitor.fill('Your work email address', email);
    await visitor.press('Send me a code');
    const mail = await site.stack.mailbox.next(email, /sign-in code/, since);
    await visitor.fill('Code', /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
    await visitor.press('Sign in');
    expect(await visitor.heading()).toBe('Your account');
    expect(visitor.wrongs).toEqual([]);
  });

  it('says what is wrong at the top and beside the field, and keeps what was typed', async () => {
    const visitor = await site.visitor(look);
    await visitor.goTo('/sign-in');
    await visitor.fill('Your work email address', 'not an address');
    await visitor.press('Send me a code');
    expect(await visitor.page.title()).toBe('Error: Sign in – Northmere Shared Services');
    expect(await visitor.page.getByLabel('Your work email address').inputValue()).toBe('not an address');
    await visitor.page.getByRole('alert').getByRole('link').click();
    expect(await visitor.page.evaluate('document.activeElement.name')).toBe('email');
  });

  it('keeps what was typed when the session has ended meanwhile', async () => {
    const visitor = await site.person(email, look);
    await visitor.goTo('/account');
    await visitor.page.context().clearCookies({ name: 'accede-session' });
    await visitor.press('Change');
    expect(await visitor.heading()).toBe('You need to sign in again');
    const since = new Date();
    await visitor.fill('Your work email address', email);
    await visitor.press('Send me a code');
    const mail = await site.stack.mailbox.next(email, /sign-in code/, since);
    await visitor.fill('Code', /\b\d{6}\b/.exec(mail.subject)?.[0] ?? '');
    await visitor.press('Sign in');
    await visitor.press('Send it now');
    expect(await visitor.text()).toContain('You now act for the organisation that you chose.');
  });
});

describe('a page that needs another role', () => {
  it('says which, who has it and who can give it, and nothing of what it would show', async () => {
    const nadia = await site.client('nadia.rahman@ashbeck.gov.example');
    const { usageKeys } = await nadia.ok<{ usageKeys: { edges: { node: { id: string } }[] } }>(
      '{ usageKeys(first: 1) { edges { node { id } } } }',
    );
    const sunita = await site.person('sunita.patel@ashbeck.gov.example', { script: false });
    expect(await sunita.goTo('/audit')).toBe(403);
    expect(await sunita.text()).toContain(
      'You need the role Administrator or Auditor for it: at Ashbeck Borough Council Gareth Owen and Nadia Rahman have it, and Nadia Rahman can give it to you.',
    );
    expect(await sunita.goTo(`/usage-keys/${usageKeys.edges[0]?.node.id}/revoke`)).toBe(403);
    const ofOurs = await sunita.text();
    expect(await sunita.goTo(`/usage-keys/key_${'0'.repeat(32)}/revoke`)).toBe(403);
    expect(await sunita.text()).toBe(ofOurs);
    expect(await sunita.goTo('/billing')).toBe(403);
    expect(await sunita.text()).toContain(
      'No role opens it while you act for Ashbeck Borough Council as a member.',
    );
  });
});
