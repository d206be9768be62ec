import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './tree.mjs';

/** Written with a class around one letter, so that this file does not find itself. */
const FORBIDDEN = [
  [/registr[y]\.[a-z0-9-]+\.[a-z]{2,}/i, 'names a package registry'],
  [/^\s*@?[\w:/-]*registr[y]\s*=/im, 'sets a package registry'],
  [/(?<![\w.~)}-])\/(?:hom[e]|User[s])\/[a-z][\w.-]*\//, 'names a folder of one machine'],
  [/(?<![\w.~)}-])\/(?:roo[t]|wor[k])\/[\w.-]/, 'names a folder of one machine'],
  [/\b[A-Z]:\\User[s]\\/, 'names a folder of one machine'],
];
const BINARY = /\.(png|jpe?g|webp|gif|ico|pdf|woff2?|zip|gz)$/;

/** Anyone must be able to build this from anywhere: no address of a registry, no path of somebody's machine. */
export function checkHosts(root) {
  return filesOf(root)
    .filter((file) => !BINARY.test(file))
    .flatMap((file) => {
      const text = readFileSync(path.join(root, file), 'utf8');
      const found = FORBIDDEN.filter(([pattern]) => pattern.test(text));
      const problems = found.map(([pattern, why]) => `${file} ${why}: ${text.match(pattern)[0].trim()}`);
      if (file.endsWith('pnpm-lock.yaml') && /https?:\/\//.test(text))
        problems.push(`${file} holds an address`);
      return problems;
    });
}
