import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { wayOfToday } from '../part.js';
import { Site } from './site.js';
import type { Visitor } from './visitor.js';

let site: Site;

jest.setTimeout(120_000);

beforeAll(async () => {
  site = await Site.start();
}, 240_000);
afterAll(() => site?.stop());

const WHO = 'Your organisation, or your work email address';
const VOLUMES = [
  'Payslips in a year',
  'Supply payslips in a year',
  'Active users in a year',
  'Contacts handled in a year',
  'Invoices processed in a year',
  'Accounts billed in a year',
];

const asksWhether = async (visitor: Visitor, who: string): Promise<string> => {
  await visitor.goTo('/');
  await visitor.press('Can we join?');
  await visitor.fill(WHO, who);
  await visitor.press('Check');
  return visitor.heading();
};

const volumesOf = (visitor: Visitor): Promise<string[]> =>
  Promise.all(VOLUMES.map((label) => visitor.page.getByLabel(label, { exact: true }).inputValue()));

const fillVolumes = async (visitor: Visitor, volumes: readonly string[]): Promise<void> => {
  for (const [place, label] of VOLUMES.entries()) await visitor.fill(label, volumes[place] ?? '');
};

describe.each(wayOfToday({ script: true }, { script: false }))(
  'without an account, scripts $script',
  (look) => {
    it('one reads what a framework is, what it offers and what that costs', async () => {
      const visitor = await site.visitor(look);
      await visitor.goTo('/');
      expect(await visitor.heading()).toBe('Shared services for public bodies');
      expect(await visitor.text()).toContain('1 member so far');
      await visitor.follow('Northmere Shared Services Framework');
      const framework = await visitor.text();
      expect(framework).toContain('Group: district councils and the fire authority in Northmere');
      expect(framework).toContain(
        '0.38% of the framework’s ceiling is committed: £180,000.00 of £47,000,000.00.',
      );
      expect(framework).toContain('Ashbeck Borough Council');
      expect(framework).toContain('Procurement Act 2023');
      await visitor.follow('ICT Service Desk');
      expect(await visitor.heading()).toBe('ICT Service Desk');
      const service = await visitor.text();
      expect(service).toContain('First 250: £9.80 each plus £150.00');
      expect(service).toContain('Example: Active users, 450 in a month');
      expect(service).toContain('£4,280.00');
      expect(service).toContain('Standard rate: 20% VAT is added to the charges.');
      expect(service).toContain('No change of the price is planned.');
      expect(visitor.wrongs).toEqual([]);
    });

    it('one is told whether one may join, why, and what to do', async () => {
      const visitor = await site.visitor(look);
      expect(await asksWhether(visitor, 'Northmere')).toBe('Which organisation is yours?');
      await visitor.follow('Northmere Fire and Rescue Authority');
      expect(await visitor.heading()).toBe('Northmere Fire and Rescue Authority can join');
      expect(await visitor.text()).toContain(
        'Northmere Fire and Rescue Authority falls in the category district councils and the fire authority in Northmere.',
      );
      expect(visitor.wrongs).toEqual([]);
    });

    it('one is led from a closed council to the one that took over its work', async () => {
      const visitor = await site.visitor(look);
      expect(await asksWhether(visitor, 'Barrow-in-Furness')).toBe(
        'Barrow-in-Furness Borough Council cannot join',
      );
      expect(await visitor.text()).toContain('Barrow-in-Furness Borough Council closed on 1 April 2023.');
      await visitor.follow('Check Westmorland and Furness Council');
      expect(await visitor.heading()).toBe('Westmorland and Furness Council cannot join');
      expect(await visitor.text()).toContain('is not named in this framework');
      expect(visitor.wrongs).toEqual([]);
    });

    it('one whose organisation is not found is told what to do, and nothing is called wrong', async () => {
      const visitor = await site.visitor(look);
      expect(await asksWhether(visitor, 'somebody@nowhere.example')).toBe(
        'We could not find your organisation',
      );
      expect(await visitor.text()).toContain('ask the framework team at Northmere County Council');
      expect(await visitor.page.getByLabel(WHO).inputValue()).toBe('somebody@nowhere.example');

      expect(await asksWhether(visitor, '')).toBe('Can we join?');
      expect(await visitor.page.title()).toBe('Can we join? – Northmere Shared Services');
      expect(visitor.wrongs).toEqual([]);
    });

    it('one works out what a year would cost, and shares it', async () => {
      const visitor = await site.visitor(look);
      expect(await asksWhether(visitor, 'a.person@ashbeck.gov.example')).toBe(
        'Ashbeck Borough Council can join',
      );
      expect(await visitor.text()).toContain('Ashbeck Borough Council has been a member since');
      await visitor.follow('Estimate the cost');
      expect(await volumesOf(visitor)).toEqual(['5058', '506', '4552', '50580', '15174', '36249']);

      await fillVolumes(visitor, ['12,000', '', '4,560']);
      await visitor.press('Work out the cost');
      expect(await visitor.heading()).toBe('Estimated cost of a year');
      const figures = [
        ['Without VAT', '£8,112.00', '£97,344.00'],
        ['VAT', '£1,622.40', '£19,468.80'],
        ['With VAT', '£9,734.40', '£116,812.80'],
      ];
      const totals = visitor.page.getByRole('table', { name: 'In total' }).getByRole('row');
      for (const [place, cells] of figures.entries())
        expect((await totals.nth(place + 1).innerText()).split(/\s*\t\s*|\n/)).toEqual(cells);
      const address = new URL(visitor.page.url());
      expect(await visitor.text()).toContain(`${address.host}${address.pathname}`);

      const colleague = await site.visitor(look);
      await colleague.goTo(address.pathname);
      expect(await colleague.text()).toContain('£116,812.80 with VAT');
      await colleague.follow('Try other figures');
      expect(await volumesOf(colleague)).toEqual(['12000', '', '4560', '', '', '']);
      expect([...visitor.wrongs, ...colleague.wrongs]).toEqual([]);
    });

    it('one is told all at once what is wrong with the figures, and they stay as they were typed', async () => {
      const visitor = await site.visitor(look);
      await visitor.goTo('/');
      await visitor.page
        .getByRole('link', { name: 'Estimate the cost of Northmere Shared Services Framework' })
        .click();
      await visitor.fill('Number of residents', '100,000');
      await visitor.press('Fill in typical figures');
      expect(await volumesOf(visitor)).toEqual(['6000', '600', '5400', '60000', '18000', '43000']);
      await fillVolumes(visitor, ['lots', '-1']);
      await visitor.press('Work out the cost');
      expect(await visitor.page.title()).toBe(
        'Error: Estimate the cost of a year – Northmere Shared Services',
      );
      expect(await visitor.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
        'Payslips in a year must be a number, like 12,000.',
        'The yearly volume of Supply payslips must be 0 or more.',
      ]);
      expect(await volumesOf(visitor)).toEqual(['lots', '-1', '', '', '', '']);
      await fillVolumes(visitor, []);
      await visitor.press('Work out the cost');
      expect(await visitor.page.getByRole('alert').getByRole('link').allInnerTexts()).toEqual([
        'Enter how much you use in a year of at least one service.',
      ]);
      expect(visitor.wrongs).toEqual([]);
    });

    it('the pages bear the name and the colour of the lead authority', async () => {
      const visitor = await site.visitor(look);
      for (const page of ['Help', 'Accessibility', 'Privacy', 'Cookies']) {
        await visitor.goTo('/');
        await visitor.page.getByRole('contentinfo').getByRole('link', { name: page, exact: true }).click();
        await visitor.page.waitForURL(({ pathname }) => pathname !== '/');
        expect(await visitor.page.title()).toMatch(/ – Northmere Shared Services$/);
      }
      expect(
        await visitor.page.evaluate(
          `getComputedStyle(document.querySelector('.app-header')).backgroundColor`,
        ),
      ).toBe('rgb(31, 78, 74)');
      expect(visitor.wrongs).toEqual([]);
    });
  },
);

describe('a first visit', () => {
  it('brings less than 60 kB over the wire, in a few requests', async () => {
    const visitor = await site.visitor();
    const sizes: Promise<number>[] = [];
    visitor.page.on('requestfinished', (request) => {
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      );
    });
    await visitor.page.goto('/', { waitUntil: 'networkidle' });
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    console.log(`first visit: ${sizes.length} requests, ${bytes} bytes`);
    expect(sizes.length).toBeGreaterThan(3);
    expect(bytes).toBeLessThan(60_000);
  });
});
