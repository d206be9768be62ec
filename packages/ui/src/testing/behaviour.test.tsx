import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { TrendChart } from '../charts/index.ts';
import {
  Address,
  AppShell,
  Badge,
  Dialog,
  ErrorState,
  Link,
  LinkProvider,
  NotificationBanner,
  NumberLine,
  Page,
} from '../index.ts';

describe('a page', () => {
  it('sets the title by screen, section and service, and warns of errors', () => {
    const { rerender } = render(
      <Page title="Result" section="Test results">
        <p />
      </Page>,
    );
    expect(document.title).toBe('Result – Test results – Heldwell');
    rerender(
      <Page title="Result" section="Test results" hasErrors>
        <p />
      </Page>,
    );
    expect(document.title).toBe('Error: Result – Test results – Heldwell');
  });

  it('takes focus to its h1 when a person moves on inside the app', () => {
    const { rerender } = render(<Page title="One" key="1" />);
    rerender(<Page title="Two" key="2" />);
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: 'Two' }));
  });

  it('confirms in a panel that is still its one h1', () => {
    render(<Page title="Sent" panel={<p>We answer within 2 days.</p>} />);
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
    expect(screen.getByRole('heading', { level: 1 }).className).toContain('nhsuk-panel__heading');
  });
});

describe('a banner', () => {
  it('of what was just done takes focus when it appears or says something else, and leaves it else', () => {
    const page = (words: string) => (
      <>
        <button type="button">Next</button>
        <NotificationBanner success>{words}</NotificationBanner>
      </>
    );
    const { rerender } = render(page('The team has access.'));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
    screen.getByRole('button').focus();
    rerender(page('The team has access.'));
    expect(document.activeElement).toBe(screen.getByRole('button'));
    rerender(page('The team has no access.'));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });

  it('of other news leaves focus where it is', () => {
    render(<NotificationBanner>News</NotificationBanner>);
    expect(document.activeElement).toBe(document.body);
  });
});

describe('the shell', () => {
  it('skips to main without touching the address', () => {
    render(<AppShell header={<header />}>words</AppShell>);
    fireEvent.click(screen.getByText('Skip to main content'));
    expect(document.activeElement).toBe(screen.getByRole('main'));
    expect(window.location.hash).toBe('');
  });

  it('says when the network goes and is quiet when it comes back', () => {
    const online = vi.spyOn(navigator, 'onLine', 'get');
    render(<AppShell header={<header />}>words</AppShell>);
    expect(screen.queryByText(/You are offline/)).toBeNull();
    online.mockReturnValue(false);
    act(() => void window.dispatchEvent(new Event('offline')));
    expect(screen.getByText(/You are offline/)).toBeDefined();
    online.mockReturnValue(true);
    act(() => void window.dispatchEvent(new Event('online')));
    expect(screen.queryByText(/You are offline/)).toBeNull();
  });

  it('sends links inside the app through the router and others past it', () => {
    render(
      <LinkProvider link={({ to, ...rest }) => <a data-routed="yes" href={`/patient${to}`} {...rest} />}>
        <Link to="/messages">Messages</Link>
        <Link to="tel:111">Call 111</Link>
      </LinkProvider>,
    );
    expect(screen.getByText('Messages').getAttribute('href')).toBe('/patient/messages');
    expect(screen.getByText('Call 111').dataset.routed).toBeUndefined();
  });
});

describe('small parts', () => {
  it('count to nine and say what they count', () => {
    const { container, rerender } = render(<Badge count={9} label="9 unread messages" />);
    expect(container.textContent).toBe('9 (9 unread messages)');
    rerender(<Badge count={10} label="10 unread messages" />);
    expect(container.textContent).toBe('9+ (10 unread messages)');
    rerender(<Badge count={0} />);
    expect(container.innerHTML).toBe('');
  });

  it('try again once more and then say there is still a problem', () => {
    const retry = vi.fn();
    render(<ErrorState what="We could not load your messages." retry={retry} />);
    fireEvent.click(screen.getByText('Try again'));
    expect(retry).toHaveBeenCalledOnce();
    expect(screen.getByText('There is still a problem')).toBeDefined();
  });

  it('give focus back when a dialog closes', async () => {
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
      this.querySelector('button')?.focus();
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
    };
    const { rerender } = render(<DialogStory open={false} />);
    screen.getByText('Open').focus();
    rerender(<DialogStory open />);
    expect(document.activeElement).toBe(screen.getByText('Keep'));
    rerender(<DialogStory open={false} />);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByText('Open')));
  });

  it('say a value on its range in words, and never guess a range', () => {
    const { rerender, container } = render(<NumberLine value={5.4} unit="mmol/L" low={3.5} high={5.3} />);
    expect(screen.getByText(/is above the usual range of 3.5 to 5.3/)).toBeDefined();
    rerender(<NumberLine value={5.4} unit="mmol/L" />);
    expect(container.textContent).toBe('No usual range given.');
  });
});

function DialogStory({ open }: { open: boolean }) {
  return (
    <>
      <button type="button">Open</button>
      <Dialog open={open} onClose={() => undefined} heading="Stop?">
        <button type="button">Keep</button>
      </Dialog>
    </>
  );
}

describe('a trend', () => {
  const points = [
    { id: 'b', at: '2026-03-01', value: 5.6 },
    { id: 'a', at: '2025-03-01', value: 4.1 },
    { id: 'c', at: '2026-06-01', value: 4.4 },
  ];

  it('says itself, and holds the same values in a table, newest first', () => {
    render(<TrendChart name="Potassium" unit="mmol/L" points={points} low={3.5} high={5.3} />);
    expect(
      screen.getByText(/Potassium went up from 4.1.mmol\/L to 4.4.mmol\/L\. These are 3 results/),
    ).toBeDefined();
    const headers = [...document.querySelectorAll('tbody th')].map((cell) => cell.textContent);
    expect(headers).toEqual(['Date 1 June 2026', 'Date 1 March 2026', 'Date 1 March 2025']);
  });

  it('is one stop of the Tab key whose points answer the arrow keys', () => {
    render(<TrendChart name="Potassium" unit="mmol/L" points={points} low={3.5} high={5.3} />);
    const marks = screen.getAllByRole('img');
    expect(marks.map((mark) => mark.getAttribute('tabindex'))).toEqual(['-1', '-1', '0']);
    act(() => marks[2]?.focus());
    fireEvent.keyDown(marks[2] as Element, { key: 'ArrowLeft' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(
      /^1 March 2026: 5.6.mmol\/L, above the usual range$/,
    );
    fireEvent.keyDown(document.activeElement as Element, { key: 'Home' });
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^1 March 2025/);
  });

  it('draws a single point and draws nothing without points', () => {
    const { container, rerender } = render(<TrendChart name="Potassium" points={points.slice(0, 1)} />);
    expect(container.querySelector('figcaption')?.textContent).toBe('One result: 5.6 on 1 March 2026.');
    expect(container.innerHTML).not.toContain('NaN');
    rerender(<TrendChart name="Potassium" points={[]} />);
    expect(container.innerHTML).toBe('');
  });
});

it('an address reads as its line and breaks between its parts alone', () => {
  const { container } = render(<Address line="8 Chapel Terrace, Heldford, ZZ9 5ET" />);
  expect(container.textContent).toBe('8 Chapel Terrace, Heldford, ZZ9 5ET');
  expect([...container.children].map((part) => part.textContent)).toEqual([
    '8 Chapel Terrace,',
    'Heldford,',
    'ZZ9 5ET',
  ]);
});
