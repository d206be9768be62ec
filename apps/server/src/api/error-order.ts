import type { ApolloServerPlugin } from '@apollo/server';
import type { Context } from '../platform/context.ts';

type Path = readonly (string | number)[];

/**
 * The errors of an answer by where they stand in it. Fields are refused in whichever order their rules come to an end, which
 * may hang on how much was read: what is not shown must not be told by the order either.
 */
export const inOrder = <E extends { path?: Path | undefined }>(errors: readonly E[]): E[] =>
  [...errors].sort((one, other) => compare(one.path ?? [], other.path ?? []));

/** The same for what Apollo answers. */
export const errorsInOrder: ApolloServerPlugin<Context> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body } }) => {
        if (body.kind === 'single' && body.singleResult.errors)
          body.singleResult.errors = inOrder(body.singleResult.errors);
        return Promise.resolve();
      },
    }),
};

function compare(one: Path, other: Path): number {
  for (const [at, step] of one.entries()) {
    const against = other[at];
    if (against === undefined) return 1;
    if (step !== against) return step < against ? -1 : 1;
  }
  return one.length - other.length;
}
