import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];

/** No request leaves: not the browser's own either. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What a page did while it was open. */
export interface OpenPage {
  readonly page: Page;
  /** Addresses that it asked for, itself left out. */
  readonly requests: readonly string[];
  /** Messages on the console, errors, and dialogs. */
  readonly messages: readonly string[];
}

/** A browser that opens pages from files. */
export interface Browser {
  readonly open: (html: Uint8Array, width?: number) => Promise<OpenPage>;
  readonly close: () => Promise<void>;
}

/**
 * Finds a browser in a list of folders.
 *
 * Errors: throws where there is none, and says how to have one: a test without a browser must fail.
 */
export function browserIn(path: string): string {
  const folders = path.split(delimiter);
  const paths = PROGRAMS.flatMap((name) => folders.map((folder) => join(folder, name)));
  const found = paths.find((program) => existsSync(program));
  if (found === undefined) {
    throw new Error(
      'Tests of pages need Chromium: bash .ci/install-system-packages, or apt-get install chromium',
    );
  }
  return found;
}

/**
 * Starts a headless browser with an empty profile.
 *
 * Errors: throws where there is none.
 */
export async function startBrowser(): Promise<Browser> {
  const program = browserIn(process.env.PATH ?? '');
  const folder = mkdtempSync(join(tmpdir(), 'parley-browser-'));
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    executablePath: program,
    headless: true,
    args: FLAGS,
  });
  let opened = 0;
  return {
    open: (html, width = 1280) => {
      opened += 1;
      const file = join(folder, `${opened}.html`);
      writeFileSync(file, html);
      return openFile(context, pathToFileURL(file).href, width);
    },
    close: async () => {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openFile(
  context: BrowserContext,
  address: string,
  width: number,
): Promise<OpenPage> {
  const page = await context.newPage();
  const requests: string[] = [];
  const messages: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== address) requests.push(request.url());
  });
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  page.on('dialog', (dialog) => {
    messages.push(dialog.message());
    void dialog.dismiss();
  });
  await page.setViewportSize({ width, height: 800 });
  await page.goto(address);
  return { page, requests, messages };
}

/** Draws what is far below too, which a browser leaves until someone scrolls there. */
export async function showAll(page: Page): Promise<void> {
  await page.addStyleTag({ content: 'section{content-visibility:visible!important}' });
}

/** Names what keeps people from using a page: rule by rule, with the first place. */
export async function barriers(page: Page): Promise<string[]> {
  await showAll(page);
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return violations.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html}`);
}
