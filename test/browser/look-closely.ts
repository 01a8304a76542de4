import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.0, 2.1 and 2.2, levels A and AA. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

/** What axe finds on the page, a short line each. */
export const axeFindings = async (page: Page): Promise<readonly string[]> => {
  // Given to the page by the browser itself, so that the page's own content security policy stays as it is.
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axeSource);
  const { violations } = await page.evaluate<AxeResult>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`,
  );
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
};

/** What axe cannot see: a title that says where one is, one main heading, captions, nothing wider than the window, and signs of what scrolls in it. */
export const ownFindings = (page: Page): Promise<readonly string[]> =>
  page.evaluate<readonly string[]>(`(() => {
    const found = [];
    const count = (selector) => document.querySelectorAll(selector).length;
    if (count('h1') !== 1) found.push(count('h1') + ' main headings');
    if (!/ – /.test(document.title) || document.title.startsWith(' ')) found.push('the title is "' + document.title + '"');
    if (document.documentElement.lang !== 'en-GB') found.push('the language is not said');
    for (const table of document.querySelectorAll('table'))
      if (!table.caption || table.caption.textContent.trim() === '') found.push('a table without a caption');
    const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (wide > 0) found.push('wider than the window by ' + wide + ' px');
    for (const box of document.querySelectorAll('main *')) {
      const style = getComputedStyle(box);
      if (box.scrollWidth <= box.clientWidth || !['auto', 'scroll'].includes(style.overflowX)) continue;
      if (box.tabIndex !== 0 || box.getAttribute('role') !== 'region' || !box.getAttribute('aria-label'))
        found.push('scrolls sideways without a name or the focus: ' + box.className);
      if (style.backgroundAttachment !== 'local, local, scroll, scroll') found.push('scrolls sideways without a sign of it: ' + box.className);
    }
    if (/undefined|\\[object|NaN/.test(document.body.innerText)) found.push('shows ' + /\\S*(undefined|\\[object|NaN)\\S*/.exec(document.body.innerText)[0]);
    if (document.querySelector('[style], [onclick], script:not([src])')) found.push('inline style or script');
    return found;
  })()`);
