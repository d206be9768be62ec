import { Field, InterfaceType, ObjectType } from 'type-graphql';

@InterfaceType({
  autoRegisterImplementations: true,
  description: 'An expected reason why a command was not carried out. Nothing was stored.',
})
export abstract class Problem {
  @Field(() => String, { description: 'One plain sentence for the person, in English.' })
  message!: string;
}

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'There is no such thing, or it is hidden: the two answers are the same.',
})
export class NotFound extends Problem {}

/** The answer for what is missing and what is hidden. */
export const notFound = (): NotFound =>
  Object.assign(new NotFound(), {
    message: 'We could not find this. It may have been removed, or you may not be able to see it.',
  });

@ObjectType({
  simpleResolvers: true,
  implements: Problem,
  description: 'The id was used before for something else.',
})
export class SentDifferently extends Problem {}

export const sentDifferently = (): SentDifferently =>
  Object.assign(new SentDifferently(), {
    message: 'This was sent before with other words. What was sent first is kept.',
  });
