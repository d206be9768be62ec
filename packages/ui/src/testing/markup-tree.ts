import type { ReactElement } from 'react';

/** A fixture of nhsuk-frontend and the same thing said with our components. */
export interface ParityCase {
  component: string;
  fixture: string;
  element: ReactElement;
}

/** Attributes that make up a component's markup; script hooks and React's own extras are left out. */
const compared = [
  'type',
  'role',
  'for',
  'id',
  'value',
  'href',
  'scope',
  'rows',
  'inputmode',
  'aria-describedby',
  'aria-controls',
  'aria-label',
  'aria-hidden',
  'disabled',
];

/** Classes that only script looks for. */
const isLook = (name: string) => !name.startsWith('nhsuk-js-');

function attributesOf(element: Element): string {
  const classes = [...element.classList].filter(isLook).sort();
  const attributes = compared
    .map((name) => [name, element.getAttribute(name)] as const)
    .filter(([name, value]) => value !== null && !(name === 'value' && value === ''))
    .map(([name, value]) => `${name}=${value}`);
  return [...classes.map((name) => `.${name}`), ...attributes].join(' ');
}

/** Writes a piece of markup as indented lines: element, classes, attributes, text. */
function markupTree(node: Node, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (node instanceof Text) {
    const words = node.data.replace(/\s+/g, ' ').trim();
    return words ? `${indent}"${words}"\n` : '';
  }
  if (!(node instanceof Element)) return '';
  const inside = (at: number) => [...node.childNodes].map((child) => markupTree(child, at)).join('');
  // `role="text"` is no ARIA role; our headings leave that wrapper out.
  if (node.getAttribute('role') === 'text') return inside(depth);
  const own = `${indent}${node.tagName.toLowerCase()} ${attributesOf(node)}`.trimEnd();
  return `${own}\n${inside(depth + 1)}`;
}

/** The tree of an HTML text with one root element. */
export function treeOfHtml(html: string): string {
  const holder = document.createElement('div');
  holder.innerHTML = html;
  return [...holder.childNodes].map((child) => markupTree(child)).join('');
}
