import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../../engine/index.ts';
import { reportOn, sheetsOf } from '../../../reports/index.ts';
import {
  type Browser,
  barriers,
  browserIn,
  type OpenPage,
  showAll,
  startBrowser,
} from '../../support/browser.ts';
import { PAGE_TEXTS } from '../../support/page-texts.ts';
import { someResults } from '../../support/results.ts';
import { bytesOf } from '../../support/workbook.ts';

const results = someResults({ scenarios: 3, measures: 2, trajectories: 1, steps: 4 });
const wordy = someResults({ copies: 8 });
let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(() => browser?.close());

const openReport = (of: Results, width?: number) =>
  browser.open(bytesOf(reportOn(of).page()), width);

test('a browser that is missing is a failure that says what to do', () => {
  expect(() => browserIn('/nowhere:/no/folder')).toThrow('apt-get install chromium');
});

describe('a page in a browser', () => {
  let open: OpenPage;
  let page: Page;
  beforeAll(async () => {
    open = await openReport(results);
    page = open.page;
  });

  test('asks for nothing and says nothing', () => {
    expect(open).toMatchObject({ requests: [], messages: [] });
  });

  test('would be caught asking, running or complaining', async () => {
    const caught = await browser.open(
      new TextEncoder().encode(
        '<img src="https://example.invalid/x"><script>ran=1;nothing()</script>',
      ),
    );
    await caught.page.waitForLoadState('load');
    expect(caught.requests).toEqual(['https://example.invalid/x']);
    expect(caught.messages.join()).toMatch(/nothing is not defined/);
    expect(await caught.page.evaluate('window.ran')).toBe(1);
  });

  test('holds every sheet with its table, and leads to each', async () => {
    const sheets = sheetsOf(results);
    const found = await page.locator('section').evaluateAll((sections) =>
      sections.map((section) => ({
        title: section.querySelector('h1,h2')!.lastChild!.textContent!.trim(),
        rows: section.querySelectorAll('tbody tr').length,
      })),
    );
    expect(found.map(({ title }) => title)).toEqual(sheets.map(({ title }) => title));
    const empty = sheets.filter((_, at) => found[at]!.rows === 0);
    expect(empty.every(({ stream }) => stream !== null)).toBe(true);
    expect(await page.locator('nav a').count()).toBe(sheets.length);
  });

  test('draws the charts of the dashboard, each with words for those who cannot see it', async () => {
    const dashboard = sheetsOf(results).find(({ name }) => name === 'Dashboard')!;
    const drawn = await page.locator('#dashboard > .charts svg').evaluateAll((all) =>
      all.map((svg) => ({
        about: String(svg.getAttribute('aria-label')),
        role: String(svg.getAttribute('role')),
        size: Math.min(svg.clientWidth, svg.clientHeight),
        shapes: Number(svg.querySelectorAll('polyline,polygon,circle').length),
      })),
    );
    expect(drawn.map(({ about }) => about)).toEqual(
      dashboard.charts.map(({ chart }) => chart.about),
    );
    expect(drawn.length).toBeGreaterThan(4);
    for (const { role, size, shapes } of drawn) {
      expect(role).toBe('img');
      expect(size).toBeGreaterThan(200);
      expect(shapes).toBeGreaterThan(2);
    }
  });

  test('opens the charts of every other measure and scenario', async () => {
    const { measures, scenarios } = results.study;
    const choices = page.locator('#dashboard > details:has(.charts)');
    expect(await choices.count()).toBe(measures.length + scenarios.length - 2);
    expect(await choices.first().locator('svg').first().isVisible()).toBe(false);
    await choices.first().locator('summary').click();
    expect(await choices.first().locator('svg').first().isVisible()).toBe(true);
    expect(await choices.first().locator('summary').textContent()).toContain(measures[1]!.title);
  });

  test('has links that lead somewhere, to web addresses without handing itself over', async () => {
    const links = await page.locator('a').evaluateAll((all) =>
      all.map((link) => ({
        href: String(link.getAttribute('href')),
        rel: String(link.getAttribute('rel')),
        isInside:
          link.hash !== '' &&
          link.ownerDocument.getElementById(decodeURIComponent(link.hash.slice(1))) !== null,
      })),
    );
    const outside = links.filter(({ isInside }) => !isInside);
    expect(links.length - outside.length).toBeGreaterThan(50);
    expect(outside.length).toBeGreaterThan(0);
    for (const { href, rel } of outside) {
      expect(href).toMatch(/^https?:\/\//);
      expect(rel).toContain('noopener');
    }
  });

  test('has tables with captions, and heads for columns and rows', async () => {
    const tables = await page.locator('table').evaluateAll((all) =>
      all.map((table) => ({
        caption: String(table.caption?.textContent),
        heads: Number(table.querySelectorAll('thead th:not([scope^=col])').length),
        rows: [...table.querySelectorAll('tbody tr')].filter(
          (row) => row.querySelector('th[scope]') === null,
        ).length,
      })),
    );
    expect(new Set(tables.map(({ caption }) => caption)).size).toBe(tables.length);
    expect(tables.every(({ heads }) => heads === 0)).toBe(true);
    expect(tables.reduce((sum, { rows }) => sum + rows, 0)).toBeLessThan(10);
  });

  test('leads to a row that can be seen below the head of its table', async () => {
    const link = page.locator('#drivers td a, #drivers th a').last();
    await link.click();
    const target = page.locator(':target');
    expect(await target.textContent()).not.toBe('');
    const isSeen = await target.evaluate((cell) => {
      const { left, top, bottom } = cell.getBoundingClientRect();
      const seen = cell.ownerDocument.elementFromPoint(left + 5, (top + bottom) / 2);
      return cell.contains(seen);
    });
    expect(isSeen).toBe(true);
  });

  test('lets those who use the keyboard skip the list of sheets', async () => {
    const { page: fresh } = await openReport(results);
    await fresh.keyboard.press('Tab');
    expect(await fresh.locator(':focus').getAttribute('class')).toBe('skip');
    await fresh.keyboard.press('Enter');
    await fresh.keyboard.press('Tab');
    expect(await fresh.locator('main :focus').count()).toBe(1);
  });

  test('keeps nobody out', async () => {
    expect(await barriers(page)).toEqual([]);
  });
});

describe('a page on a phone', () => {
  test('does not move sideways: tables and charts do, each for itself', async () => {
    const { page } = await openReport(results, 360);
    await showAll(page);
    const wide = await page.locator('main *').evaluateAll((all) =>
      all
        .filter((one) => one.closest('.scroll *, caption, .skip') === null)
        .filter((one) => one.getBoundingClientRect().right > 360)
        .map((one) => String(one.outerHTML).slice(0, 80)),
    );
    expect(wide).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(await page.locator('.scroll').first().isVisible()).toBe(true);
  });
});

describe('a page of hostile texts', () => {
  /** Puts another of the texts in the place of every text of the study. */
  const saying = (texts: readonly string[]): Results => {
    let said = 0;
    const next = () => texts[said++ % texts.length]!;
    const study = JSON.parse(
      JSON.stringify(wordy.study, (key, value) =>
        TEXTS.has(key) && typeof value === 'string' ? next() : value,
      ),
    );
    if (said < PAGE_TEXTS.length) throw new Error(`The study has ${said} texts only`);
    return { ...wordy, study: { ...study, translations: wordy.study.translations } };
  };

  /** How many there are of each element and attribute; charts break long texts, so theirs are not counted. */
  const anatomy = (page: Page) =>
    page.locator('*').evaluateAll((all) => {
      const counts: Record<string, number> = {};
      const count = (name: string) => {
        counts[name] = (counts[name] ?? 0) + 1;
      };
      for (const one of all) {
        const isOfChart = one.localName === 'text';
        const names = [...one.attributes].map(({ name }) => String(name));
        if (isOfChart) for (const name of names) counts[`text ${name}`] = 1;
        else for (const name of [one.localName, ...names]) if (name !== 'dir') count(name);
      }
      return counts;
    });

  test('is the page of other texts, to the last element, and shows each text as it is', async () => {
    const tame = await openReport(saying(PAGE_TEXTS.map((_, index) => `text ${index}`)));
    const hostile = await openReport(saying(PAGE_TEXTS));
    expect(hostile).toMatchObject({ requests: [], messages: [] });
    expect(await hostile.page.evaluate('window.ran')).toBeUndefined();
    expect(await anatomy(hostile.page)).toEqual(await anatomy(tame.page));
    const shown = await hostile.page
      .locator('td,th')
      .evaluateAll((all) => all.map((one) => String(one.textContent)));
    const all = new Set(shown);
    expect(PAGE_TEXTS.filter((text) => !all.has(readable(text)))).toEqual([]);
  });
});

const TEXTS = new Set([
  'title',
  'question',
  'about',
  'why',
  'note',
  'publisher',
  'address',
  'formula',
  'unit',
  'notModelled',
]);

/** What cannot be shown is shown as a mark. */
function readable(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu, '\uFFFD');
}
