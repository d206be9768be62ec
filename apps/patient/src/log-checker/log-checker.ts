import { english } from '@heldwell/ui/i18n';
import { checkLog, type Earlier, type Log } from '../log-check/chain.ts';
import finding from '../log-check/finding.messages.json';
import { findingWords } from '../log-check/finding-words.ts';
import { readContent, readLogFile } from '../log-check/log-file.ts';
import messages from './log-checker.messages.json';

type Values = Record<string, string | number>;
const t = (id: keyof typeof messages, values?: Values): string => english.speak(id, messages[id], values);
const inWords = (id: keyof typeof finding, values?: Values): string => english.speak(id, finding[id], values);

function add<Name extends keyof HTMLElementTagNameMap>(
  to: HTMLElement,
  name: Name,
  text?: string,
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (text) element.textContent = text;
  to.append(element);
  return element;
}

function fileField(to: HTMLElement, { id, label }: { id: string; label: string }): HTMLInputElement {
  const words = add(to, 'label', label);
  const field = add(to, 'input');
  words.htmlFor = id;
  Object.assign(field, { id, type: 'file', accept: '.json,application/json' });
  return field;
}

async function logIn(field: HTMLInputElement): Promise<Log | undefined> {
  const file = field.files?.[0];
  return file ? readLogFile(await file.text()) : undefined;
}

/** The end of an older file, as the app remembers it between two checks. */
const earlierOf = (log: Log | undefined): Earlier | null => log?.head ?? null;

function showTable(to: HTMLElement, { places }: Log): void {
  const table = add(to, 'table');
  add(table, 'caption', t('checker.table'));
  const head = add(add(table, 'thead'), 'tr');
  for (const id of ['checker.number', 'checker.when', 'checker.who', 'checker.what'] as const) {
    add(head, 'th', t(id)).scope = 'col';
  }
  const body = add(table, 'tbody');
  for (const place of places) {
    const entry = readContent(place.position, place.content);
    const row = add(body, 'tr');
    const who = [entry.person, entry.team].filter(Boolean).join(', ');
    const what = [entry.action, ...entry.what].join(', ').toLowerCase().replaceAll('_', ' ');
    const named = [what, entry.about].filter(Boolean).join(': ');
    const when = new Date(entry.at).toLocaleString('en-GB');
    for (const cell of [String(entry.position), when, who, named]) add(row, 'td', cell);
  }
}

async function show(
  result: HTMLElement,
  files: { newest: HTMLInputElement; older: HTMLInputElement },
): Promise<void> {
  result.replaceChildren();
  if (!files.newest.files?.length) return void add(result, 'h2', t('checker.no-file'));
  const log = await logIn(files.newest);
  const older = await logIn(files.older);
  if (!log || (files.older.files?.length && !older)) return void add(result, 'h2', t('checker.not-a-log'));
  const found = findingWords(inWords, await checkLog(log, earlierOf(older)));
  result.className = found.well ? 'well' : 'wrong';
  add(result, 'h2', found.heading);
  for (const sentence of found.words) add(result, 'p', sentence);
  if (log.head) {
    add(result, 'p', t('checker.until', { date: log.head.at }));
    add(result, 'p', t('checker.key', { key: log.head.publicKey }));
  }
  showTable(result, log);
}

const main = add(document.body, 'main');
document.title = t('checker.title');
add(main, 'h1', t('checker.title'));
add(main, 'p', t('checker.intro'));
const form = add(main, 'form');
const newest = fileField(form, { id: 'newest', label: t('checker.choose') });
const older = fileField(form, { id: 'older', label: t('checker.earlier') });
add(form, 'button', t('checker.check')).type = 'submit';
const result = add(main, 'div');
result.setAttribute('role', 'status');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void show(result, { newest, older });
});
