import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messageCatalogues } from '@heldwell/config/vite';
import { build } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const sourceHash = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page as one file: its script and style inside it, and a policy that lets it reach nothing else. */
async function pageText() {
  const [script] = [
    await build({
      configFile: false,
      logLevel: 'error',
      root: here('.'),
      plugins: [messageCatalogues()],
      // A page of its own has no process: without this, a library that asks for it would stop the script.
      define: { 'process.env.NODE_ENV': '"production"' },
      build: {
        write: false,
        emptyOutDir: false,
        copyPublicDir: false,
        target: ['chrome100', 'safari15.4', 'firefox100'],
        lib: { entry: here('src/log-checker/log-checker.ts'), formats: ['iife'], name: 'checker' },
      },
    }),
  ].flat();
  const code = script.output[0].code.replaceAll('</script', '<\\/script').trim();
  const style = readFileSync(here('src/log-checker/log-checker.css'), 'utf8').trim();
  const policy = `default-src 'none'; script-src ${sourceHash(code)}; style-src ${sourceHash(style)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Heldwell</title>
<style>${style}</style>
</head>
<body>
<script>${code}</script>
</body>
</html>
`;
}

/** Vite plugin: writes `check-my-log.html` beside the app, to be downloaded and used without it. */
export function logChecker() {
  return {
    name: 'heldwell-log-checker',
    apply: 'build',
    async generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'check-my-log.html', source: await pageText() });
    },
  };
}
