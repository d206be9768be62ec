import { screen, waitFor } from '@testing-library/react';
import { createRoutesFromElements, type RouteObject } from 'react-router';
import { describe, expect, test } from 'vitest';
import { routeElements } from '../app/app-routes.tsx';
import { screenRoutes } from '../app/route-manifest.ts';
import { expectNoViolations, openConsole } from './open-console.tsx';

function pathsOf(routes: readonly RouteObject[], above = ''): string[] {
  return routes.flatMap((route) => {
    const path = route.path ? `${above}/${route.path}` : above;
    if (route.children) return pathsOf(route.children, path);
    return route.path === '*' ? [] : [path || '/'];
  });
}

const ids: Record<string, string> = {
  ':team': 'team-1',
  ':thread': 'thread-1',
  ':record': 'record-1',
  ':entry': 'entry-1',
  ':kind': 'condition',
  ':organisation': 'organisation-1',
  ':person': 'person-2',
  ':registration': 'registration-1',
  ':match': 'match-1',
  ':closed': 'closed-1',
};

const addressOf = (path: string) => path.replace(/:\w+/g, (name) => ids[name] ?? name);

describe('the screens of the console', () => {
  test('are all in the manifest', () => {
    const listed = screenRoutes.map((route) => route.path);
    expect(pathsOf(createRoutesFromElements(routeElements)).sort()).toEqual([...listed].sort());
  });

  test.each(screenRoutes.map(({ name, path }) => [name, path] as const))(
    '%s has one h1, a title of its own, and nothing axe objects to',
    async (_name, path) => {
      openConsole(addressOf(path));
      await screen.findByText(/Patients decide what your team sees/);
      await waitFor(() => {
        const headings = screen.getAllByRole('heading', { level: 1 }).map((heading) => heading.textContent);
        expect(headings).toEqual([document.title.split(' – ')[0]]);
      });
      await expectNoViolations();
    },
  );
});
