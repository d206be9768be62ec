import { Ctx, FieldResolver, Resolver } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { Organisation } from '../organisations/index.ts';
import { PatientRecord } from '../people/index.ts';
import { Viewer } from '../sign-in/index.ts';
import { IdentityCheck, RecordState } from './record-state.type.ts';

@Resolver(() => PatientRecord)
export class RecordStateResolver {
  @FieldResolver(() => RecordState, {
    nullable: true,
    description: 'How far it has come to its person; null for carers.',
  })
  state(): RecordState | null {
    return fromStatement();
  }

  @FieldResolver(() => [IdentityCheck], {
    description: 'Who made sure who the person is, newest first; empty for everybody but themself.',
  })
  identityChecks(): IdentityCheck[] {
    return fromStatement();
  }

  @FieldResolver(() => [Organisation], {
    description:
      'Organisations with access that show the person nothing they sent before a check of their own; empty for everybody but themself.',
  })
  checksAskedBy(): Organisation[] {
    return fromStatement();
  }
}

@Resolver(() => Viewer)
export class ViewerStateResolver {
  @FieldResolver(() => RecordState, {
    nullable: true,
    description:
      'State of the own record (patient app), also where it is closed and `record` therefore null; null without one.',
  })
  async recordState(@Ctx() context: Context): Promise<RecordState | null> {
    const [row] = await context.scope.query<{ state: RecordState | null }>({
      name: 'viewer_record_state',
      text: 'select heldwell.viewer_record_state() as state',
    });
    return row?.state ?? null;
  }
}
