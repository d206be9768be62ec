import { ClientProvider } from '@heldwell/client';
import { createTestClient, type TestAnswers } from '@heldwell/client/testing';
import { fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { MemoryRouter } from 'react-router';
import { expect } from 'vitest';
import { App } from '../app/app.tsx';

/** Beside a form of sharing or the sign-in page, where a test asks for nothing of it. */
const besides: TestAnswers = {
  WouldSee: { data: { seenBy: null } },
  NationalSignIn: { data: { nationalSignIn: null } },
};

/** Opens the app at an address, with a client that has these answers. */
export function openApp(path: string, answers: TestAnswers = {}) {
  const client = createTestClient('patient', { ...besides, ...answers });
  const page = render(
    <ClientProvider client={client}>
      <MemoryRouter initialEntries={[path]}>
        <App />
      </MemoryRouter>
    </ClientProvider>,
  );
  return { client, ...page };
}

/** The answer of a screen over the record of the person signed in. */
export function recordAnswer(record: Record<string, unknown>, beside: Record<string, unknown> = {}) {
  return { data: { viewer: { record: { id: 'record-1', unreadThreadCount: 0, ...record } }, ...beside } };
}

/** One page of a list, and whether there is more. */
export function listOf(nodes: readonly unknown[], endCursor: string | null = null) {
  return { nodes, pageInfo: { hasNextPage: endCursor !== null, endCursor } };
}

/** Finds the h1 by its words, once the screen is there. */
export function findTitle(name: string | RegExp) {
  return screen.findByRole('heading', { level: 1, name }, { timeout: 5_000 });
}

/** Presses the button with this name. */
export function press(name: string | RegExp) {
  fireEvent.click(screen.getByRole('button', { name }));
}

/** Fails with the rule and the element for everything axe finds; colours need a real browser. */
export async function expectNoViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}
