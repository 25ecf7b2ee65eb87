import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type Locator, type Page, chromium } from 'playwright-core';
import { addressOf } from '../../support/province';

const WIDE = { width: 1280, height: 800 };
const PHONE = { width: 360, height: 740 };
/** Longest that a person would wait for a page or a button. */
const PATIENCE_MS = 30_000;
const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeFinding {
  readonly id: string;
  readonly nodes: readonly { readonly target: readonly unknown[] }[];
}

let browser: Browser | undefined;

/** The suite's browser, started once per file of tests. */
async function theBrowser(): Promise<Browser> {
  browser ??= await chromium.launch({
    executablePath: addressOf('HOPTAC_BROWSER'),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  return browser;
}

export async function closeBrowser(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

export interface VisitorOptions {
  /** Width of the screen people work with; every page is looked at in both widths all the same. */
  readonly screen?: 'wide' | 'phone';
  readonly withoutScript?: boolean;
}

/** A person before a screen: presses are counted, every page looked at is examined by axe, anything the browser complains about is kept. */
export class Visitor {
  pressed = 0;
  /** Fields typed into. */
  typed = 0;
  /** Addresses of pages in the order in which they were opened; the same one in a row counts once. */
  readonly pages: string[] = [];
  readonly complaints: string[] = [];
  private pictures = 0;

  private constructor(
    private tab: Page,
    private readonly context: BrowserContext,
    private readonly screen: 'wide' | 'phone',
  ) {}

  static async arrives({ screen = 'wide', withoutScript = false }: VisitorOptions = {}): Promise<Visitor> {
    const context = await (
      await theBrowser()
    ).newContext({
      baseURL: addressOf('HOPTAC_API_URL'),
      locale: 'vi-VN',
      timezoneId: 'Asia/Ho_Chi_Minh',
      javaScriptEnabled: !withoutScript,
      viewport: screen === 'wide' ? WIDE : PHONE,
    });
    const page = await context.newPage();
    const visitor = new Visitor(page, context, screen);
    visitor.keepsEyesOn(page);
    return visitor;
  }

  /** The tab is killed without warning; a new one of the same browser takes its place. */
  async losesTheTab(): Promise<void> {
    await this.page.close();
    this.tab = await this.context.newPage();
    this.keepsEyesOn(this.tab);
  }

  private keepsEyesOn(page: Page): void {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.complaints.push(error.message));
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.complaints.push(message.text());
    });
    page.on('framenavigated', (frame) => {
      const { pathname } = new URL(frame.url());
      if (frame === page.mainFrame() && pathname !== this.pages.at(-1)) this.pages.push(pathname);
    });
  }

  /** Signs in by the identity page's button of that person, and lands where work begins. */
  async signsIn(account: string): Promise<void> {
    await this.page.goto('/');
    await this.page.getByRole('link', { name: 'Đăng nhập', exact: true }).click();
    await this.page.locator(`button[value="${account}"]`).click();
    await this.page.waitForURL(/\/(work|fund|ho-so-cua-toi|admin)/);
  }

  async opens(path: string): Promise<void> {
    await this.page.goto(path);
  }

  get page(): Page {
    return this.tab;
  }

  /** Fills one field, counted. */
  async types(into: Locator, text: string): Promise<void> {
    this.typed += 1;
    await into.fill(text);
  }

  /** One click or tap, counted. */
  async press(what: Locator): Promise<void> {
    this.pressed += 1;
    await what.click();
  }

  /** Enter, counted. */
  async enters(): Promise<void> {
    this.pressed += 1;
    await this.page.keyboard.press('Enter');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, level: 1 });
  }

  link(name: string | RegExp): Locator {
    return this.page.getByRole('link', { name });
  }

  /** Waits for words on the page. */
  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).first().waitFor();
  }

  /** What axe finds on the page as it is, in both widths, and what does not fit; nothing is expected. */
  async examined(): Promise<string[]> {
    const found: string[] = [];
    for (const size of [WIDE, PHONE]) {
      await this.page.setViewportSize(size);
      await this.page.evaluate(AXE);
      const { violations } = await this.page.evaluate<{ violations: readonly AxeFinding[] }>('axe.run()');
      const width = `${new URL(this.page.url()).pathname} at ${String(size.width)}`;
      for (const { id, nodes } of violations)
        found.push(`${width}: ${id} ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
      const over = await this.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
      await this.pictured(size.width);
      if (over > 0) found.push(`${width}: ${String(over)} px too wide`);
    }
    await this.page.setViewportSize(this.screen === 'wide' ? WIDE : PHONE);
    return found;
  }

  /** Keeps a picture of the page in the folder `HOPTAC_PICTURES`, where somebody wants to look at what was examined. */
  private async pictured(width: number): Promise<void> {
    const folder = process.env['HOPTAC_PICTURES'];
    if (folder === undefined) return;
    this.pictures += 1;
    const name = new URL(this.page.url()).pathname.split('/').at(-1) ?? '';
    const path = join(folder, `${String(this.pictures).padStart(3, '0')}-${String(width)}-${name}.png`);
    await this.page.screenshot({ path, fullPage: true });
  }

  async leaves(): Promise<void> {
    await this.context.close();
  }
}
