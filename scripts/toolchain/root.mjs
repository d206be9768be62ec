import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's root folder. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

export const rootPackage = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** A relative DATA_DIR belongs to the checkout, wherever the command was typed. */
export const dataDir = () => path.resolve(ROOT, process.env.DATA_DIR || '.data');
