import { readFileSync } from 'node:fs';
import { defineConfig, type Plugin } from 'vite';

const licensed = ['preact', '@preact/signals', '@preact/signals-core', 'valibot'];

/** The licences of what is bundled, as a comment that minifiers keep. */
function licences(): string {
  const texts = licensed.map((name) => {
    const folder = new URL(`node_modules/${name}/`, import.meta.url);
    const { version } = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
    const file = name === 'valibot' ? 'LICENSE.md' : 'LICENSE';
    return `${name} ${version}\n\n${readFileSync(new URL(file, folder), 'utf8').replaceAll('\r', '').trim()}`;
  });
  return `/*! Baton's trace viewer. Built by trace-viewer/web from its sources; do not edit.\n\nIt contains:\n\n${texts.join('\n\n---\n\n')}\n*/`;
}

/** Puts the page beside the script, and refuses a bundle that could not be inlined into it. */
function page(): Plugin {
  return {
    name: 'baton-page',
    apply: 'build',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        const text = file.type === 'chunk' ? file.code : String(file.source);
        const bad = (file.type === 'chunk' ? /<\/script|<!--|\r/i : /<\/style|\r/i).exec(text);
        if (bad !== null) {
          const around = JSON.stringify(text.slice(Math.max(0, bad.index - 30), bad.index + 30));
          this.error(`${file.fileName} can't be inlined: ${around}`);
        }
      }
      const source = readFileSync(new URL('page.html', import.meta.url), 'utf8');
      this.emitFile({ type: 'asset', fileName: 'index.html', source });
    },
  };
}

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [page()],
  build: {
    target: 'es2022',
    // these know light-dark(), so that each colour is written once
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    outDir: '../src/main/resources/dev/baton/view/app',
    emptyOutDir: true,
    copyPublicDir: false,
    cssCodeSplit: false,
    lib: { entry: 'src/main.tsx', name: 'batonViewer', formats: ['iife'], cssFileName: 'viewer' },
    rolldownOptions: {
      output: { entryFileNames: 'viewer.js', assetFileNames: 'viewer[extname]', postBanner: licences() },
    },
  },
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  test: { include: ['test/**/*.test.ts'] },
} as Parameters<typeof defineConfig>[0]);
