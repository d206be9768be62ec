import { graphql, useCommand } from '@heldwell/client';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { expectNoViolations, show } from '../testing/show.tsx';
import { SessionCare } from './session-care.tsx';
import { SignInAgainPage } from './sign-in-again-page.tsx';

// jsdom has no dialogs: they open and close, and that is all.
HTMLDialogElement.prototype.showModal = function showModal() {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close() {
  this.open = false;
};

// It really closes its only window.
window.close = vi.fn();

const Stop = graphql(`mutation Stop { endOtherSessions }`);

/** A weighty act, and what became of it. */
function Weighty({ onDone }: { onDone: (what: string) => void }) {
  const { run } = useCommand(Stop);
  return (
    <button
      type="button"
      onClick={() => void run({}).then(({ data, problem }) => onDone(problem?.kind ?? String(data)))}
    >
      Do it
    </button>
  );
}

/** The server wants to know first, and once it does, carries it out. */
function open(security: object, linkedProviders: object[] = []) {
  const onDone = vi.fn();
  let fresh = false;
  const shown = show(
    <>
      <Weighty onDone={onDone} />
      <SessionCare onSignedOut={() => undefined} />
    </>,
    { ConfirmWays: { data: { viewer: { security, linkedProviders } } } },
  );
  shown.client.answer('Stop', () =>
    fresh ? { data: { endOtherSessions: 1 } } : { code: 'FRESH_SIGN_IN_NEEDED' },
  );
  shown.client.answer('BeginSignInAgain', {
    data: { beginSignInAgain: { __typename: 'SignInAgain', address: 'https://fernside.example/authorize' } },
  });
  const becomesFresh = () => {
    fresh = true;
  };
  shown.client.answer('ConfirmSignIn', ({ input }) => {
    const said = input as { password?: string; code?: string };
    fresh = said.password === 'right' || said.code !== undefined;
    return { data: { confirmSignIn: { __typename: fresh ? 'SignInConfirmed' : 'SignInRefused' } } };
  });
  return { onDone, becomesFresh, ...shown };
}
const withPassword = { hasPassword: true, authenticatorSince: null, passkeys: [] };
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, words: string) =>
  fireEvent.change(screen.getByLabelText(label, { selector: 'input' }), { target: { value: words } });

async function begin(security: object, linkedProviders: object[] = []) {
  const shown = open(security, linkedProviders);
  press('Do it');
  await screen.findByRole('heading', { name: 'Show that it is you' });
  return shown;
}

test('a weighty act asks who it is, says when that is wrong, and is then done without another press', async () => {
  const { onDone, container } = await begin(withPassword);
  await screen.findByLabelText('Your password', { selector: 'input' });
  await expectNoViolations(container);
  press('Continue');
  expect(screen.getAllByText('Enter your password')).toHaveLength(2);
  type('Your password', 'wrong');
  press('Continue');
  await screen.findAllByText(/This is not your password/);
  expect(onDone).not.toHaveBeenCalled();
  type('Your password', 'right');
  press('Continue');
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('[object Object]'));
  expect(screen.queryByRole('heading', { name: 'Show that it is you' })).toBeNull();
});

test('whoever turns away has done nothing', async () => {
  const { onDone } = await begin(withPassword);
  await screen.findByLabelText('Your password', { selector: 'input' });
  press('Cancel');
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('confirmFirst'));
});

test('a code will do where there is an authenticator app', async () => {
  const { onDone } = await begin({ ...withPassword, authenticatorSince: '2026-08-20T09:00:00+00:00' });
  fireEvent.click(await screen.findByRole('button', { name: /Use a code/ }));
  type('Code from your authenticator app', '123456');
  press('Continue');
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('[object Object]'));
});

test('whoever has nothing to show is told what to do', async () => {
  const { onDone } = await begin({ ...withPassword, hasPassword: false });
  await screen.findByText(/Sign out and in again/);
  press('Close');
  await waitFor(() => expect(onDone).toHaveBeenCalledWith('confirmFirst'));
});

describe('whoever comes by another sign-in', () => {
  const noPassword = { ...withPassword, hasPassword: false };
  const fernside = { id: 'f', name: 'Fernside' };
  const other = { closed: false, location: { replace: vi.fn() }, close: vi.fn() };
  beforeEach(() => {
    other.location.replace.mockClear();
    vi.spyOn(window, 'open').mockReturnValue(other as unknown as Window);
  });
  afterEach(() => vi.restoreAllMocks());

  test('signs in again there in another window, and it goes on here', async () => {
    const { onDone, becomesFresh, container } = await begin(noPassword, [fernside]);
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in again with Fernside' }));
    await screen.findByText(/Sign in in the other window/);
    expect(other.location.replace).toHaveBeenCalledWith('https://fernside.example/authorize');
    await expectNoViolations(container);
    becomesFresh();
    show(<SignInAgainPage word="done" />);
    await waitFor(() => expect(onDone).toHaveBeenCalledWith('[object Object]'));
    // Heard, it closes.
    await waitFor(() => expect(window.close).toHaveBeenCalled());
  });

  test('is told why it did not work, in both windows, and tries again', async () => {
    const { onDone } = await begin(noPassword, [fernside]);
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in again with Fernside' }));
    await screen.findByText(/Sign in in the other window/);
    show(<SignInAgainPage word="not-you" />);
    await waitFor(() => expect(screen.getAllByText(/as somebody else than you are here/)).toHaveLength(2));
    screen.getByRole('heading', { name: 'We could not make sure that it is you' });
    expect(onDone).not.toHaveBeenCalled();
    screen.getByRole('button', { name: 'Sign in again with Fernside' });
  });

  test('has a link where no window opens, and says by themself that they are back', async () => {
    vi.mocked(window.open).mockReturnValue(null);
    const { onDone, becomesFresh } = await begin({ ...withPassword }, [fernside]);
    fireEvent.click(await screen.findByRole('button', { name: 'Sign in again with Fernside instead' }));
    press('Sign in again with Fernside');
    const link = await screen.findByRole('link', { name: 'Sign in again with Fernside, in a new window' });
    expect(link.getAttribute('href')).toBe('https://fernside.example/authorize');
    becomesFresh();
    press('I have signed in there');
    await waitFor(() => expect(onDone).toHaveBeenCalledWith('[object Object]'));
  });
});
