type Close = () => unknown;

const closes: Close[] = [];

/**
 * Has this run after the test file, the last asked for first. Unlike vitest's own `afterAll` it may be asked for from
 * anywhere, also from within a hook or a test.
 */
export function afterFile(close: Close): void {
  closes.push(close);
}

/** Closes everything the test file opened. What cannot be closed does not keep the rest open. */
export async function closeOpened(): Promise<void> {
  const failures: unknown[] = [];
  for (let close = closes.pop(); close; close = closes.pop()) {
    await Promise.resolve(close()).catch((error: unknown) => failures.push(error));
  }
  if (failures.length > 0) throw failures[0];
}
