import type { GraphQLResolveInfo } from 'graphql';
import {
  Arg,
  ArgsType,
  Ctx,
  createUnionType,
  Field,
  FieldResolver,
  Info,
  Mutation,
  ObjectType,
  Resolver,
} from 'type-graphql';
import { lookAt } from '../../../platform/access-looks.ts';
import type { Context } from '../../../platform/context.ts';
import { connectionType, PageArgs } from '../../../platform/graphql/paging.ts';
import { NotFound, notFound } from '../../../platform/graphql/problem.type.ts';
import { fromStatement } from '../../../platform/graphql/statement-field.ts';
import { readWithin } from '../../../platform/reading/read.ts';
import { AccessLogEntry } from '../access-log-entry.type.ts';
import { AnswerAccessQuestionInput, QuestionAccessInput } from './access-question.inputs.ts';
import { logEntryById, questionById } from './access-question.reading.ts';
import { answerAccessQuestion, questionAccess } from './access-question.service.ts';
import { AccessQuestion } from './access-question.type.ts';

export const AccessQuestionConnection = connectionType('AccessQuestionConnection', () => AccessQuestion);
export type AccessQuestionConnection = InstanceType<typeof AccessQuestionConnection>;

/** Which questions a desk lists. */
@ArgsType()
export class AccessQuestionsArgs extends PageArgs {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those that wait, false for those answered; left out, all.',
  })
  waiting?: boolean | null;
}

@ObjectType({ simpleResolvers: true, description: 'The question was put to the privacy officer.' })
class AccessQuestioned {
  @Field(() => AccessLogEntry, { description: 'The entry with its question.' })
  entry!: AccessLogEntry;
}

@ObjectType({ simpleResolvers: true, description: 'The question has an answer, which the patient sees.' })
class AccessQuestionAnswered {
  @Field(() => AccessQuestion, { description: 'The question with its answer: the first that was given.' })
  question!: AccessQuestion;
}

const QuestionAccessResult = createUnionType({
  name: 'QuestionAccessResult',
  description: 'What came of asking about an entry.',
  types: () => [AccessQuestioned, NotFound] as const,
});
const AnswerAccessQuestionResult = createUnionType({
  name: 'AnswerAccessQuestionResult',
  description: 'What came of answering a question.',
  types: () => [AccessQuestionAnswered, NotFound] as const,
});

@Resolver()
export class AccessQuestionResolver {
  @Mutation(() => QuestionAccessResult, {
    description:
      'Asks the privacy officer of an entry’s organisation about it: once an entry (patient only).',
  })
  async questionAccess(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => QuestionAccessInput, { description: 'The entry and the question.' })
    input: QuestionAccessInput,
  ): Promise<typeof QuestionAccessResult> {
    const reference = await questionAccess(context, input);
    if (!reference) return notFound();
    const entry = await readWithin<AccessLogEntry, typeof reference>(context.scope, info, {
      root: logEntryById,
      args: reference,
      within: { type: 'AccessQuestioned', field: 'entry' },
    });
    return Object.assign(new AccessQuestioned(), { entry });
  }

  @Mutation(() => AnswerAccessQuestionResult, {
    description: 'Answers a question, as the privacy officer it goes to. The first answer stands.',
  })
  async answerAccessQuestion(
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
    @Arg('input', () => AnswerAccessQuestionInput, { description: 'The question and its answer.' })
    input: AnswerAccessQuestionInput,
  ): Promise<typeof AnswerAccessQuestionResult> {
    const reference = await answerAccessQuestion(context, input);
    if (!reference) return notFound();
    const question = await readWithin<AccessQuestion, typeof reference>(context.scope, info, {
      root: questionById,
      args: reference,
      within: { type: 'AccessQuestionAnswered', field: 'question' },
    });
    lookAt(context, reference.patient, { what: 'QUESTION', opened: reference.row });
    return Object.assign(new AccessQuestionAnswered(), { question });
  }
}

/** What questions add to an entry of the log. */
@Resolver(() => AccessLogEntry)
export class QuestionedEntryResolver {
  @FieldResolver(() => Boolean, {
    description:
      'Whether the viewer may ask about it: the patient, once, where an organisation stands behind it.',
  })
  mayQuestion(): boolean {
    return fromStatement();
  }

  @FieldResolver(() => AccessQuestion, {
    nullable: true,
    description: 'The question about it, with what came of it; null where there is none.',
  })
  question(): AccessQuestion {
    return fromStatement();
  }
}
