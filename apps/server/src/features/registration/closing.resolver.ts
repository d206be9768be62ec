import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { readId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import { stopAllSharing } from '../sharing/index.ts';
import { CloseRecordInput } from './registration.inputs.ts';

@Resolver()
export class ClosingResolver {
  @Mutation(() => Boolean, {
    description:
      'Closes the own record: sharing stops, and it opens to nobody, its person included, until they open it again. What organisations send goes on being kept.',
  })
  async closeRecord(
    @Ctx() context: Context,
    @Arg('input', () => CloseRecordInput, { description: 'The own record.' }) input: CloseRecordInput,
  ): Promise<boolean> {
    const viewer = await context.scope.viewer();
    if (readId('RECORD', input.record) !== viewer?.patientId)
      throw badInput([{ path: 'record', code: 'NOT_YOUR_OWN' }]);
    await stopAllSharing(context, null);
    const [closed] = await context.scope.query<{ done: boolean }>({
      text: 'select heldwell.close_record() as done',
    });
    return closed?.done ?? false;
  }

  @Mutation(() => Boolean, {
    description:
      'Opens the own record again after it was closed; sharing stays stopped. False when it was not closed.',
  })
  async reopenRecord(@Ctx() context: Context): Promise<boolean> {
    const [opened] = await context.scope.query<{ done: boolean }>({
      text: 'select heldwell.reopen_record() as done',
    });
    return opened?.done ?? false;
  }
}
