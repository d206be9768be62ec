import { codeFilesOf } from './tree.mjs';

/** Words that say nothing of what is inside, so that anything ends up there. */
const EMPTY_WORDS = new Set([
  'util',
  'utils',
  'helper',
  'helpers',
  'common',
  'misc',
  'manager',
  'data',
  'info',
  'base',
  'types',
]);

export function checkNames(root) {
  return codeFilesOf(root).flatMap((file) => {
    const words = file.split(/[/.\-_]/);
    const empty = words.find((word) => EMPTY_WORDS.has(word.toLowerCase()));
    if (empty) return [`${file}: the word “${empty}” says nothing about what is inside`];
    const parts = file.split('/').slice(-1)[0].replace(/^[_.]/, '').split('.');
    const odd = parts.find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(part));
    return odd === undefined ? [] : [`${file} is not written in kebab-case`];
  });
}
