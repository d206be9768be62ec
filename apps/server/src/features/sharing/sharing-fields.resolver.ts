import type { GraphQLResolveInfo } from 'graphql';
import { Args, Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context.ts';
import { connectionType, PageArgs } from '../../platform/graphql/paging.ts';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { readOne } from '../../platform/reading/read.ts';
import { Carer, CarerInvitation, Grant, GrantVersion, Receipt, Sharing } from '../consent/index.ts';
import { Team } from '../organisations/index.ts';
import { openedRecord, PatientRecord } from '../people/index.ts';
import { grantById, receiptByGrant } from './sharing.reading.ts';
import { SharingChanged } from './sharing.results.ts';

const GrantVersionConnection = connectionType('GrantVersionConnection', () => GrantVersion);
type GrantVersionConnection = InstanceType<typeof GrantVersionConnection>;

@Resolver(() => SharingChanged)
export class SharingChangedResolver {
  @FieldResolver(() => Grant)
  grant(
    @Root() changed: SharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Grant | null> {
    return readOne(context.scope, info, { root: grantById, args: changed.reference });
  }

  @FieldResolver(() => PatientRecord)
  record(
    @Root() changed: SharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<PatientRecord | null> {
    return openedRecord(context, info, changed.reference.patient);
  }

  @FieldResolver(() => Receipt)
  receipt(
    @Root() changed: SharingChanged,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Receipt | null> {
    return readOne(context.scope, info, { root: receiptByGrant, args: changed.reference });
  }
}

@Resolver(() => PatientRecord)
export class RecordSharingResolver {
  @FieldResolver(() => Sharing, {
    nullable: true,
    description: 'Who may see what now, and what was (patient only).',
  })
  sharing(): Sharing {
    return fromStatement();
  }

  @FieldResolver(() => Int, {
    description: 'How many of `sharing.undecided` there are; 0 for everybody but the patient.',
  })
  undecidedGrantCount(): number {
    return fromStatement();
  }

  @FieldResolver(() => [Carer], {
    description: 'Carers of this record: who can be copied in (patient only).',
  })
  carers(): Carer[] {
    return fromStatement();
  }

  @FieldResolver(() => [Grant], {
    description:
      'What the viewer gave others for the patient, through a grant of their own that manages sharing.',
  })
  grantsGivenByViewer(): Grant[] {
    return fromStatement();
  }

  @FieldResolver(() => [CarerInvitation], {
    description:
      'Invitations the viewer sent for the patient, through a grant of their own that manages sharing, and nobody has answered: at most 100, oldest first.',
  })
  invitationsGivenByViewer(): CarerInvitation[] {
    return fromStatement();
  }

  @FieldResolver(() => [Team], {
    description:
      'Teams that can be given access, by name, at most 100; empty for everybody but the patient and who manages sharing. Whether they have access already is not told by it.',
  })
  teamsToShareWith(): Team[] {
    return fromStatement();
  }
}

@Resolver(() => Sharing)
export class SharingHistoryResolver {
  @FieldResolver(() => GrantVersionConnection, {
    description: 'Every version of every grant, newest first, kept for ever.',
  })
  history(@Args(() => PageArgs) _page: PageArgs): GrantVersionConnection {
    return fromStatement();
  }
}
