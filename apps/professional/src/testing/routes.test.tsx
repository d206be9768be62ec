import { createRoutesFromElements, type RouteObject } from 'react-router';
import { expect, test } from 'vitest';
import { routeElements } from '../app/app-routes.tsx';
import { screenRoutes } from '../app/route-manifest.ts';

function pathsOf(routes: readonly RouteObject[], above = ''): string[] {
  return routes.flatMap((route) => {
    const path = route.path ? `${above}/${route.path}` : above;
    if (route.children) return pathsOf(route.children, path);
    return route.path === '*' ? [] : [path || '/'];
  });
}

test('the screens of the console are all in the manifest, by which the journeys look at each', () => {
  const listed = screenRoutes.map((route) => route.path);
  expect(pathsOf(createRoutesFromElements(routeElements)).sort()).toEqual([...listed].sort());
});
