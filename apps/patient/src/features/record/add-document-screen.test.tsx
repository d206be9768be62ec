import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectNoViolations, openApp, press, recordAnswer } from '../../testing/open-app.tsx';

/** An upload that the server keeps at once. */
class Upload {
  upload = {};
  status = 201;
  responseText = JSON.stringify({ id: 'file-1', title: 'Scan.png', contentType: 'image/png', size: 9_000 });
  onload: () => void = () => undefined;
  open() {}
  setRequestHeader() {}
  abort() {}
  send() {
    queueMicrotask(() => act(() => this.onload()));
  }
}

beforeEach(() => vi.stubGlobal('XMLHttpRequest', Upload));
afterEach(() => vi.unstubAllGlobals());

const answers = { AddDocumentForm: recordAnswer({}) };
const write = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: words } });

test('adding a document asks for a file, what it is and its label, and passes axe', async () => {
  openApp('/record/add', answers);
  await screen.findByRole('button', { name: 'Add to my record' });
  write('Day', '31');
  write('Month', '2');
  write('Year', '2026');
  press('Add to my record');
  const summary = await screen.findByRole('alert');
  expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'Choose at least one file',
    'Say what it is',
    'Enter a day, month and year that has been, or leave all three empty',
    'Choose a label',
  ]);
  await expectNoViolations();
});

test('what is sent is what was chosen, and a document that failed keeps it all', async () => {
  const { client } = openApp('/record/add', { ...answers, AddDocument: 'offline' });
  await screen.findByRole('button', { name: 'Add to my record' });
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: [new File(['x'.repeat(9_000)], 'Scan.png')] } });
  await screen.findByText('9 KB');
  write('What is it?', 'My scan');
  fireEvent.click(screen.getByLabelText('Social care'));
  press('Add to my record');
  await waitFor(() => expect(client.asked.some(({ name }) => name === 'AddDocument')).toBe(true));
  const sent = client.asked.find(({ name }) => name === 'AddDocument');
  expect(sent?.variables.input).toMatchObject({
    ...{ title: 'My scan', label: 'SOCIAL_CARE', date: null, attachments: ['file-1'] },
  });
  await screen.findByRole('alert');
  expect(screen.getByLabelText<HTMLInputElement>('What is it?').value).toBe('My scan');
  expect(screen.getByRole('button', { name: 'Remove Scan.png' })).toBeTruthy();
  press('Add to my record');
  await waitFor(() => expect(client.asked.filter(({ name }) => name === 'AddDocument')).toHaveLength(2));
  const [first, second] = client.asked.filter(({ name }) => name === 'AddDocument');
  expect(second?.variables).toEqual(first?.variables);
});
