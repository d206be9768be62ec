import { createTestClient, securityStory, type TestAnswers } from '@heldwell/client/testing';
import { english } from '@heldwell/ui/i18n';
import { render } from '@testing-library/react';
import axe from 'axe-core';
import { expect } from 'vitest';
import { App } from '../app/app.tsx';
import { story } from './story.ts';

/** Opens the console at an address, with the story's answers and these in place of some. */
export function openConsole(path: string, answers: TestAnswers = {}) {
  window.history.replaceState(null, '', `/professional${path}`);
  const client = createTestClient('professional', { ...story, ...securityStory, ...answers });
  const screen = render(<App language={english} client={client} />);
  return { client, ...screen };
}

/** Fails with the rule and the element for everything axe finds; colours are judged in a browser. */
export async function expectNoViolations(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => [id, nodes.map((node) => node.html)])).toEqual([]);
}
