import type { BrowserContext, Page } from 'playwright-core';
import { ofRequest, watchSubscriptions } from './sent-documents.ts';

/** What a browser did that nobody should see: requests to elsewhere, errors in the console, errors nobody caught. */
export interface Watch {
  /** One line each, in order. */
  complaints(): string[];
  /** Leaves out what a test brings about on purpose, such as answers of 500. */
  expecting(words: RegExp): void;
}

/** Watches everything a context does from now on. */
export function watch(context: BrowserContext, origin: string): Watch {
  const seen: string[] = [];
  const expected: RegExp[] = [];
  context.on('request', (request) => {
    const url = request.url();
    const stays = url.startsWith(`${origin}/`) || /^(data|blob|about):/.test(url);
    if (!stays) seen.push(`a request left the origin: ${url}`);
    const unregistered = ofRequest(request);
    if (unregistered) seen.push(unregistered);
  });
  context.on('console', (message) => {
    if (message.type() === 'error') seen.push(`console: ${message.text()} ${message.location().url}`);
  });
  context.on('weberror', (error) => seen.push(`uncaught: ${String(error.error())}`));
  context.on('page', (page) => {
    watchSockets(page, origin, seen);
    watchSubscriptions(page, (line) => seen.push(line));
  });
  return {
    complaints: () => seen.filter((line) => !expected.some((words) => words.test(line))),
    expecting: (words) => void expected.push(words),
  };
}

function watchSockets(page: Page, origin: string, seen: string[]): void {
  const own = origin.replace(/^http/, 'ws');
  page.on('websocket', (socket) => {
    if (!socket.url().startsWith(`${own}/`)) seen.push(`a socket left the origin: ${socket.url()}`);
  });
}
