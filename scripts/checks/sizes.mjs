import { readFileSync } from 'node:fs';
import path from 'node:path';
import { codeFilesOf } from './tree.mjs';

const MOST_LINES = 250;

/** Files longer than one sitting of reading. How long a function may be is oxlint's part. */
export function checkSizes(root) {
  return codeFilesOf(root).flatMap((file) => {
    const lines = readFileSync(path.join(root, file), 'utf8').trimEnd().split('\n').length;
    return lines > MOST_LINES ? [`${file} has ${lines} lines; ${MOST_LINES} is the most`] : [];
  });
}
