import type { Locator } from 'playwright-core';
import type { Visitor } from './visitor';

/** Farther than this nobody tabs; a page that needs more has no way in. */
const MOST_TABS = 90;
/** Whether what has the focus is seen to have it, and lies under nothing that sticks to the screen. */
const IS_SEEN = `(() => {
  const focused = document.activeElement;
  const { left, top, width, height } = focused.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const above = document.elementFromPoint(x, y);
  const ringed = getComputedStyle(focused).outlineStyle !== 'none';
  return ringed && (above === null || above.contains(focused) || focused.contains(above) || above.tagName === 'LABEL');
})()`;

/** Goes to a button, link or field by Tab alone; the focus must be visible there. @throws Error when Tab does not lead to it. */
export async function tabsTo({ page }: Visitor, target: Locator): Promise<void> {
  await target.first().waitFor();
  const focused = target.first().and(page.locator(':focus'));
  for (let tabs = 0; tabs <= MOST_TABS; tabs += 1) {
    if ((await focused.count()) > 0) {
      if (!(await page.evaluate<boolean>(IS_SEEN))) throw new Error(`The focus is not seen on ${target.toString()}`);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${target.toString()}`);
}

/** Goes there by Tab and presses Enter, counted. */
export async function entersOn(visitor: Visitor, target: Locator): Promise<void> {
  await tabsTo(visitor, target);
  await visitor.enters();
}
