import { useThreadMessages } from '@heldwell/client';
import { aMessage, aThreadAnswer } from '@heldwell/client/testing';
import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { ThreadView } from '../threads/thread-view.tsx';

/** Uploads as a browser makes them, answered by hand. */
class Upload {
  static all: Upload[] = [];
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {};
  headers: Record<string, string> = {};
  status = 0;
  responseText = '';
  aborted = false;
  onload: () => void = () => undefined;
  onerror: () => void = () => undefined;
  onabort: () => void = () => undefined;
  constructor() {
    Upload.all.push(this);
  }
  open() {}
  send() {}
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  abort() {
    this.aborted = true;
    this.onabort();
  }
  async answers(status: number, body: object) {
    this.status = status;
    this.responseText = JSON.stringify(body);
    await act(() => Promise.resolve(this.onload()));
  }
}

beforeEach(() => {
  Upload.all = [];
  vi.stubGlobal('XMLHttpRequest', Upload);
});
afterEach(() => vi.unstubAllGlobals());

function Discussion() {
  return <ThreadView discussion={useThreadMessages('thread-1')} helpTo="/help" />;
}
const kept = { id: 'file-1', title: 'Letter.pdf', contentType: 'application/pdf', size: 12_000 };
const shown = { ...kept, path: '/files/patient/file-1' };
const sent = (attachments: object[]) => ({
  data: {
    sendMessage: {
      __typename: 'MessageSent',
      message: { ...aMessage(2, { text: 'See this' }), attachments },
    },
  },
});

async function open(sending: Parameters<typeof show>[1] = {}) {
  const opened = show(<Discussion />, {
    Thread: aThreadAnswer([aMessage(1, { attachments: [shown] })]),
    MarkThreadRead: { data: { markThreadRead: null } },
    ...sending,
  });
  await screen.findByLabelText('Write a message');
  return opened;
}
function choose(...names: string[]) {
  const input = document.querySelector('input[type=file]') as HTMLInputElement;
  fireEvent.change(input, { target: { files: names.map((name) => new File(['x'], name)) } });
}
const write = (words: string) =>
  fireEvent.change(screen.getByLabelText(/Write a message/), { target: { value: words } });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

test('a message shows its files with what they are, and the list of chosen ones passes axe', async () => {
  const { container } = await open();
  const link = screen.getByRole('link', { name: 'Open Letter.pdf' });
  expect([link.getAttribute('href'), link.parentElement?.textContent]).toEqual([
    '/files/patient/file-1',
    'Open Letter.pdf (PDF, 12 KB)',
  ]);
  choose('Letter.pdf', 'Huge.png');
  act(() => Upload.all[0]?.upload.onprogress?.({ loaded: 1, total: 4 }));
  expect(screen.getByRole('progressbar', { name: 'Uploading Letter.pdf' })).toBeTruthy();
  expect(screen.getByText('Uploading: 25%')).toBeTruthy();
  await Upload.all[1]?.answers(413, { problem: 'TOO_LARGE', mostBytes: 25_000_000 });
  expect(screen.getByText(/This file is too large. A file can be up to 25 MB./)).toBeTruthy();
  await expectNoViolations(container);
});

test('what was uploaded goes with the message, once; while it is on its way nothing is sent and nothing lost', async () => {
  const { client } = await open({ SendMessage: sent([shown]) });
  choose('Letter.pdf');
  write('See this');
  press('Send message');
  expect(screen.getAllByText('Wait until your files are uploaded, or remove them')).toHaveLength(2);
  expect(client.asked.filter(({ name }) => name === 'SendMessage')).toEqual([]);
  expect(Upload.all[0]?.headers).toMatchObject({
    'X-Heldwell-Thread': 'thread-1',
    'X-Heldwell-Name': 'Letter.pdf',
  });
  await Upload.all[0]?.answers(201, kept);
  press('Send message');
  await screen.findByText('See this', { selector: 'p' });
  const [asked] = client.asked.filter(({ name }) => name === 'SendMessage');
  expect(asked?.variables).toMatchObject({ input: { text: 'See this', attachments: ['file-1'] } });
  expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull();
});

test('a file that did not arrive can be sent again or removed, and the words stay', async () => {
  await open();
  write('See this');
  choose('Letter.pdf');
  await act(() => Promise.resolve(Upload.all[0]?.onerror()));
  expect(screen.getByText(/did not arrive/)).toBeTruthy();
  press('Try again Letter.pdf');
  expect(Upload.all[1]?.headers['X-Heldwell-Id']).toBe(Upload.all[0]?.headers['X-Heldwell-Id']);
  press('Remove Letter.pdf');
  expect(Upload.all[1]?.aborted).toBe(true);
  expect(screen.queryByRole('list', { name: 'Attached files' })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Attach files' }));
  expect(screen.getByLabelText<HTMLTextAreaElement>(/Write a message/).value).toBe('See this');
});

test('a kind that is not taken, or one too many, says so', async () => {
  await open();
  choose('Program.exe');
  await Upload.all[0]?.answers(415, { problem: 'KIND' });
  const list = screen.getByRole('list', { name: 'Attached files' });
  expect(within(list).getByText(/This kind of file cannot be attached/)).toBeTruthy();
  expect(within(list).queryByRole('button', { name: /Try again/ })).toBeNull();
  choose(...Array.from({ length: 10 }, (_, n) => `${n}.png`));
  expect(screen.getByText(/You can attach up to 10 files/)).toBeTruthy();
  expect(Upload.all).toHaveLength(1);
});

test('what was uploaded outlives a reload', async () => {
  const { unmount } = await open();
  choose('Letter.pdf');
  await Upload.all[0]?.answers(201, kept);
  unmount();
  await open();
  expect(screen.getByRole('list', { name: 'Attached files' }).textContent).toContain('Letter.pdf');
});
