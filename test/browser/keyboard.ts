import type { CDPSession } from 'playwright-core';
import type { LocalDate } from '#libs/kernel';
import { PATIENCE, type Visitor } from './visitor.js';

/** What has the focus, as assistive technology is told of it. */
interface Stop {
  readonly name: string;
  readonly role: string;
}

/** How many stops somebody passes before they give up. */
const MOST_STOPS = 60;
const OUTSIDE: Stop = { name: '(the end of the page)', role: '' };

/**
 * Whether what has the focus shows it: its outline, shadow or background is another than a moment ago, and it is on the
 * screen. GOV.UK draws the focus of a radio button or a checkbox on its label.
 */
const LOOKS = `(() => {
  const drawn = (style) => [
    style.outlineStyle === 'none' || /^rgba.*, 0\\)$/.test(style.outlineColor) ? '' : style.outline,
    style.boxShadow,
    style.backgroundColor,
  ];
  const look = (element) =>
    JSON.stringify([
      drawn(getComputedStyle(element)),
      ...[...(element.labels ?? [])].map((label) => drawn(getComputedStyle(label, '::before'))),
    ]);
  const seen = new Map();
  for (const element of document.querySelectorAll('*')) if (element.tabIndex >= 0) seen.set(element, look(element));
  window.showsItsFocus = () => {
    const element = document.activeElement;
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const isOnScreen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth && bottom - top > 1 && right - left > 1;
    return isOnScreen && seen.get(element) !== look(element);
  };
})()`;

const isCalled =
  (name: string, role?: string) =>
  (stop: Stop): boolean =>
    stop.name === name && (role === undefined || stop.role === role);

/** Somebody who uses the keyboard alone, and sees where they are: each stop has a name and shows that it has the focus. */
export class Keyboard {
  private constructor(
    private readonly visitor: Visitor,
    private readonly cdp: CDPSession,
  ) {}

  static async of(visitor: Visitor): Promise<Keyboard> {
    return new Keyboard(visitor, await visitor.page.context().newCDPSession(visitor.page));
  }

  private get keys() {
    return this.visitor.page.keyboard;
  }

  /** What has the focus now. */
  async focused(): Promise<Stop> {
    const { result } = await this.cdp.send('Runtime.evaluate', { expression: 'document.activeElement' });
    const { nodes } = await this.cdp.send('Accessibility.getPartialAXTree', {
      objectId: result.objectId ?? '',
      fetchRelatives: false,
    });
    const [node] = nodes;
    const name = String(node?.name?.value ?? '');
    return { name: name.replace(/\s+/g, ' ').trim(), role: String(node?.role?.value ?? '') };
  }

  /** Goes one stop on, or back. */
  async tab(key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Stop> {
    const { page } = this.visitor;
    await page.evaluate(LOOKS);
    await this.keys.press(key);
    // After the last stop come those of the browser itself.
    if (await page.evaluate('document.activeElement === document.body')) return OUTSIDE;
    const stop = await this.focused();
    if (stop.name === '') throw new Error(`a ${stop.role} without a name on ${page.url()}`);
    if (!(await page.evaluate('showsItsFocus()')))
      throw new Error(`${stop.role} "${stop.name}" does not show that it has the focus on ${page.url()}`);
    return stop;
  }

  /** Presses Tab until a stop of this name is reached. */
  tabTo(name: string, role?: string): Promise<Stop> {
    return this.until('Tab', `"${name}"`, isCalled(name, role));
  }

  /** Presses Shift+Tab until a stop of this name is reached. */
  backTo(name: string, role?: string): Promise<Stop> {
    return this.until('Shift+Tab', `"${name}"`, isCalled(name, role));
  }

  private async until(
    key: 'Tab' | 'Shift+Tab',
    wanted: string,
    isWanted: (stop: Stop) => boolean,
  ): Promise<Stop> {
    const passed: string[] = [];
    while (passed.length < MOST_STOPS) {
      const stop = await this.tab(key);
      if (isWanted(stop)) return stop;
      passed.push(`${stop.role} "${stop.name}"`);
    }
    throw new Error(`${key} does not reach ${wanted} on ${this.visitor.page.url()}: ${passed.join(', ')}`);
  }

  /** Presses a key that leads to another page. */
  async leaveBy(key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await Promise.all([this.visitor.page.waitForEvent('load', { timeout: PATIENCE }), this.keys.press(key)]);
  }

  async follow(name: string): Promise<void> {
    await this.tabTo(name, 'link');
    await this.leaveBy();
  }

  /** A link that looks like a button says that it is a button, and is to be pressed like one. */
  async press(name: string, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
    await this.tabTo(name, 'button');
    await this.leaveBy(key);
  }

  /** Whoever comes to a field by Tab has all of its text selected, and types over it. */
  async fill(name: string, text: string): Promise<void> {
    await this.tabTo(name, 'textbox');
    await this.keys.type(text);
  }

  async check(name: string): Promise<void> {
    await this.tabTo(name, 'checkbox');
    await this.keys.press('Space');
  }

  /** Comes to the next radio buttons by Tab, which stops at one of them only, and to the one that is meant by the arrows. */
  async choose(name: string): Promise<void> {
    await this.until('Tab', `radio buttons with "${name}"`, ({ role }) => role === 'radio');
    await this.keys.press('Space');
    const passed: string[] = [];
    for (let stop = await this.focused(); stop.name !== name; stop = await this.focused()) {
      if (passed.includes(stop.name)) throw new Error(`"${name}" is not among ${passed.join(', ')}`);
      passed.push(stop.name);
      await this.keys.press('ArrowDown');
    }
  }

  /** Fills the next three boxes, which must be those of this question. */
  async fillDate(legend: string, date: LocalDate): Promise<void> {
    const [year = '', month = '', day = ''] = date.split('-');
    await this.fill('Day', day);
    const asked = `document.activeElement.closest('fieldset').querySelector('legend').innerText`;
    if ((await this.visitor.page.evaluate(asked)) !== legend)
      throw new Error(`the next date is not "${legend}"`);
    await this.fill('Month', month);
    await this.fill('Year', year);
  }
}
