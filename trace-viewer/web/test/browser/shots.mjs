// Pictures of the examples, to look at: `npm run shots -- FOLDER`.
import { buffers, faults, hostile, ipi, lasso, long, repaired } from '../generate.mjs';
import { htmlFile, launch, show } from './chromium.mjs';

const folder = process.argv[2] ?? 'shots';
const only = process.argv[3];
const browser = await launch();
const shots = [
  ['ipi', [ipi()], { width: 1600, height: 1000 }, ['v']],
  ['ipi-small-dark', [ipi()], { width: 1000, height: 720, dark: true }, ['End', '4', 's']],
  ['faults', [faults()], { width: 1600, height: 900 }, ['v']],
  ['faults-dark', [faults()], { width: 1280, height: 800, dark: true }, ['End', '2']],
  ['buffers', [buffers()], { width: 1280, height: 800 }, ['j', 'j', 'j', 'j']],
  ['lasso', [lasso()], { width: 1280, height: 800 }, ['End', 'j', 'j']],
  ['hostile', [hostile()], { width: 1400, height: 900 }, ['j', 'j', 'j', 'j', 'j']],
  ['long', [long(10_000)], { width: 1600, height: 1000 }, ['PageDown', 'PageDown', 'PageDown', 'PageDown']],
  ['two', [ipi(), repaired()], { width: 1600, height: 900 }, ['j', 'j', 'j', 'j', 'j']],
  ['keys', [ipi()], { width: 1000, height: 800 }, ['?']],
  ['broken', ['{"format": "baton-view", "version": 1}'], { width: 1000, height: 500 }, []],
];
for (const [name, views, size, keys] of shots) {
  if (only !== undefined && !name.startsWith(only)) {
    continue;
  }
  const { page, errors } = await show(browser, htmlFile(name, ...views), size);
  for (const key of keys) {
    await page.keyboard.press(key);
  }
  await page.waitForTimeout(150);
  await page.screenshot({ path: `${folder}/${name}.png` });
  if (errors.length > 0) {
    console.log(name, errors);
  }
  await page.close();
}
await browser.close();
