import { beforeEach } from 'vitest';

/** The tests of a group are steps of one story: after one that failed the rest say so and are not tried. */
export function stepByStep(): void {
  let failed: string | undefined;
  beforeEach((context) => {
    if (failed) context.skip(`the step before failed: ${failed}`);
    context.onTestFailed(() => {
      failed = context.task.name;
    });
  });
}
