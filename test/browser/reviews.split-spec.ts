import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../client.js';
import { completeAnswers, givenMove, givenTask, seeOptIn, type SeenOptIn } from '../given/membership.js';
import { wayOfToday } from '../part.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

const IMRAN = 'imran.qureshi@northmere.gov.example';
const OWEN = 'owen.pryce@calderwick.gov.example';
const QUESTION = 'Which cost centre pays for supply staff?';
const ANSWER = 'The same one, HR200.';
const reads = (text: string): string => text.replace(/[.?]/g, '\\$&');

let site: Site;

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

const wrongs = ({ page }: Visitor): Promise<string[]> =>
  page.getByRole('alert').getByRole('listitem').allInnerTexts();

/** The opt-in of the demonstration, which waits for its review. */
const waiting = async (owen: Client): Promise<string> => {
  const { optIns } = await owen.ok<{ optIns: { edges: { node: { id: string } }[] } }>(
    '{ optIns(first: 1, states: [SUBMITTED]) { edges { node { id } } } }',
  );
  return optIns.edges[0]?.node.id ?? '';
};

describe.each(wayOfToday({ script: false }, { script: true }))(
  'an opt-in under review, scripts $script',
  ({ script }) => {
    let imran: Visitor;
    let owen: Client;
    let optIn: SeenOptIn;
    const name = () => `${optIn.reference}, Calderwick District Council`;
    const now = () => seeOptIn(owen, optIn.id);

    it('is found by its stage, with its age, when its review is due and who has it', async () => {
      owen = await site.client(OWEN);
      optIn = await seeOptIn(owen, await waiting(owen));
      imran = await site.person(IMRAN, { script });
      await imran.goTo('/home');
      await imran.follow('Opt-ins');
      const row = imran.page.getByRole('row').filter({ hasText: optIn.reference });
      const cells = await row.getByRole('cell').allInnerTexts();
      expect(cells[1]).toBe('Submitted');
      expect(cells[2]).toBe('Submitted today');
      expect(cells[3]).toMatch(/^Due in \d days\s+\d+ \w+ \d{4}$/);
      expect(cells[4]).toBe('Nobody yet');
      await imran.page.selectOption('[name="stage"]', { label: 'Declined or withdrawn' });
      await imran.press('Show these');
      expect(new URL(imran.page.url()).search).toBe('?stage=ended');
      expect(await imran.text()).toContain('No opt-in was declined or withdrawn.');
      await imran.page.goBack();
      await imran.follow(name());
      expect(await imran.heading()).toBe('Opt-in of Calderwick District Council');
      expect(await imran.text()).toContain('Eligible');
    });

    it('is taken up by whoever starts the review', async () => {
      await imran.press('Start the review');
      expect(await imran.text()).toContain('The review has started.');
      expect(await imran.text()).toContain('Imran Qureshi');
      expect((await now()).state).toBe('UNDER_REVIEW');
    });

    it('is not declined without a reason, nor returned without a question', async () => {
      await imran.follow('Decline');
      await imran.press('Decline the opt-in');
      expect(await wrongs(imran)).toEqual(['Enter the reason for declining this opt-in.']);
      await imran.follow('Go back without deciding');
      await imran.follow('Return with questions');
      await imran.press('Return the opt-in');
      expect(await wrongs(imran)).toEqual(['Enter at least one question.']);
      expect((await now()).state).toBe('UNDER_REVIEW');
    });

    it('goes back with a question about one task, which its body answers', async () => {
      await imran.fill('Question about: Money', QUESTION);
      await imran.press('Return the opt-in');
      expect(await imran.text()).toContain('The opt-in is back with the member, with your questions.');
      const returned = await now();
      expect(returned.state).toBe('RETURNED');
      expect(returned.tasks.map(({ task, question }) => [task, question])).toContainEqual([
        'MONEY',
        QUESTION,
      ]);
      expect(await imran.text()).toMatch(new RegExp(`Imran Qureshi asked on .*:\\s+${reads(QUESTION)}`));
      expect(await imran.text()).toContain('Not answered yet');
      const money = { ...completeAnswers.money, costCentre: 'HR200' };
      await givenTask(owen, optIn.id, 'money', money, ANSWER);
      await imran.goTo(`/reviews/${optIn.id}`);
      expect(await imran.text()).not.toContain(ANSWER);
      await givenMove(owen, 'optInSubmit', optIn.id);
    });

    it('shows what was asked with the answer once it is submitted again', async () => {
      await imran.follow('Opt-ins');
      await imran.follow(name());
      expect(await imran.text()).toMatch(
        new RegExp(`asked on .*:\\s+${reads(QUESTION)}\\s+Owen Pryce answered on .*:\\s+${reads(ANSWER)}`),
      );
      expect(await imran.text()).not.toContain('Not answered yet');
    });

    it('is decided by nobody who has read an older one', async () => {
      await imran.follow('Opt-ins');
      await imran.follow(name());
      expect(await imran.text()).toContain('HR200');
      await imran.follow('Approve');
      expect(await imran.text()).toContain('An approval cannot be taken back.');
      // Meanwhile somebody else starts the review.
      await givenMove(await site.client(IMRAN), 'optInReviewStart', optIn.id);
      await imran.press('Approve the opt-in');
      expect((await wrongs(imran))[0]).toMatch(
        /^Someone else changed this opt-in at .* Check the latest version/,
      );
      expect((await now()).state).toBe('UNDER_REVIEW');
    });

    it('is approved', async () => {
      await imran.follow('Go back without deciding');
      await imran.follow('Approve');
      await imran.press('Approve the opt-in');
      expect(await imran.text()).toContain('The opt-in is approved.');
      expect((await now()).state).toBe('APPROVED');
      // Whoever comes too late is led to what became of it.
      await imran.goTo(`/reviews/${optIn.id}/decline`);
      expect(await imran.heading()).toBe('Opt-in of Calderwick District Council');
      await imran.follow('Members');
      expect(await imran.text()).toContain('Calderwick District Council');
      expect(imran.wrongs).toEqual([]);
    });
  },
);
