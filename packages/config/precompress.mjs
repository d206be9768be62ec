import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const worthIt = /\.(?:html|js|css|svg|json)$/;
const smallest = 1_024;

/** Writes a .gz and a .br beside each built text file, so that the server sends it small without work of its own. */
export function precompress() {
  let folder = '';
  return {
    name: 'heldwell-precompress',
    apply: 'build',
    configResolved(config) {
      folder = resolve(config.root, config.build.outDir);
    },
    closeBundle() {
      for (const entry of readdirSync(folder, { recursive: true })) {
        const file = join(folder, String(entry));
        if (!worthIt.test(file) || statSync(file).size < smallest) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
      }
    },
  };
}
