import { ClientProvider } from '@heldwell/client';
import { createTestClient, type TestAnswers } from '@heldwell/client/testing';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { expect } from 'vitest';

/** Renders a view for a patient, with a client that has these answers. */
export function show(view: ReactNode, answers: TestAnswers = {}) {
  const client = createTestClient('patient', answers);
  const page = render(<ClientProvider client={client}>{view}</ClientProvider>);
  return { client, ...page };
}

/** Fails with the rule and the element for everything axe finds; colours and landmarks belong to whole pages. */
export async function expectNoViolations(element: Element): Promise<void> {
  const { violations } = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}
