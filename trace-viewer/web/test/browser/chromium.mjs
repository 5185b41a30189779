// Headless Chromium for looking at the built page. Needs Debian's `chromium`; CHROMIUM names another one.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const app = new URL('../../../src/main/resources/dev/baton/view/app/', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'baton-view-'));

/** One page with all in it, as `baton view --html` writes it, under the same content security policy. */
export function htmlFile(name, ...views) {
  const script = readFileSync(new URL('viewer.js', app), 'utf8');
  const style = readFileSync(new URL('viewer.css', app), 'utf8');
  const hash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; connect-src 'self'; img-src data: blob:`;
  const data = views.map((view, i) => {
    const json = (typeof view === 'string' ? view : JSON.stringify(view)).replaceAll('<', '\\u003c');
    return `<script type="application/json" id="baton-view${i === 0 ? '' : '-2'}">${json}</script>`;
  });
  const html = readFileSync(new URL('index.html', app), 'utf8')
    .replace(
      '<meta charset="utf-8">',
      (m) => `${m}\n<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    )
    .replace('<link rel="stylesheet" href="viewer.css">', () => `<style>${style}</style>`)
    .replace('<script defer src="viewer.js"></script>', () => `<script>${script}</script>`)
    .replace('<!-- baton-view -->', () => data.join('\n'));
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

export function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** A page that shows the views; fails on what the console calls an error. */
export async function show(browser, url, { width = 1600, height = 1000, dark = false } = {}) {
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
  });
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  await page.goto(url);
  await page.waitForSelector('[data-testid=viewer][data-ready=true], [data-testid=problem]');
  return { page, errors };
}
