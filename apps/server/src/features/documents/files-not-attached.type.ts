import { ObjectType } from 'type-graphql';
import { Problem } from '../../platform/graphql/problem.type.ts';

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description:
    'A file cannot be attached: it waited too long and was removed, was attached already, or was put up for something else.',
})
export class FilesNotAttached extends Problem {}

export const filesNotAttached = (): FilesNotAttached =>
  Object.assign(new FilesNotAttached(), {
    message: 'A file could not be attached. Remove it and choose it again. Nothing was sent.',
  });
