// How long frames take while 10,000 steps are scrolled, stepped through and played: `npm run frames`.
import { long } from '../generate.mjs';
import { htmlFile, launch, show } from './chromium.mjs';

const browser = await launch();
const started = performance.now();
const { page, errors } = await show(browser, htmlFile('frames', long(Number(process.argv[2] ?? 10_000))));
console.log(`shown after ${Math.round(performance.now() - started)} ms`);

/** Runs something once a frame, and tells the times between frames. */
async function measure(name, body) {
  const times = await page.evaluate(async (source) => {
    const act = new Function('i', source);
    const found = [];
    let last = performance.now();
    for (let i = 0; i < 200; i++) {
      act(i);
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = performance.now();
      found.push(now - last);
      last = now;
    }
    return found.sort((a, b) => a - b);
  }, body);
  const at = (share) => times[Math.floor(share * (times.length - 1))].toFixed(1);
  console.log(`${name}: median ${at(0.5)} ms, 95th ${at(0.95)} ms, longest ${at(1)} ms`);
}
const scroller = "document.querySelector('[data-testid=steps]')";
await measure('scrolling by 120 px', `${scroller}.scrollTop += 120`);
await measure('scrolling by 1,300 px', `${scroller}.scrollTop += 1300`);
await measure('jumping about', `${scroller}.scrollTop = (i * 7919 % 10000) * 28`);
const key = (name) =>
  `document.dispatchEvent(new KeyboardEvent('keydown', { key: '${name}', bubbles: true }))`;
await measure('stepping', key('ArrowRight'));
await measure('ten steps at a time', key('PageDown'));
const nodes = await page.evaluate(() => document.querySelectorAll('*').length);
console.log(`${nodes} elements in the page`, errors);
await browser.close();
