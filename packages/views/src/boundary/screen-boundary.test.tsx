import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ScreenBoundary } from './screen-boundary.tsx';

function Broken(): never {
  throw new Error('broken');
}

test('a screen that breaks says so with the crisis numbers, and moving on leaves it behind', () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { rerender } = render(
    <ScreenBoundary place="/broken">
      <Broken />
    </ScreenBoundary>,
  );
  expect(screen.getByRole('heading', { level: 1, name: 'This page did not load' })).toBeDefined();
  expect(screen.getByRole('link', { name: '999' }).getAttribute('href')).toBe('tel:999');
  rerender(<ScreenBoundary place="/other">words</ScreenBoundary>);
  expect(screen.getByText('words')).toBeDefined();
});
