import { Field, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { PrivacyLabel, Right } from '../consent/index.ts';
import { Brand } from '../organisations/index.ts';
import { InvitationKind } from './invitation-kind.ts';

@ObjectType({ simpleResolvers: true, description: 'What an invitation link is for, before signing in.' })
export class Invitation {
  @Field(() => InvitationKind, { description: 'What it is for.' })
  kind!: InvitationKind;

  @Field(() => String, { description: 'Who it is for, as the inviter wrote it.' })
  name!: string;

  @Field(() => String, { description: 'The e-mail it was sent to, partly hidden: `a•••@example.org`.' })
  emailHint!: string;

  @Field(() => String, { nullable: true, description: 'Carer invitations: whose record.' })
  patientName!: string | null;

  @Field(() => String, { nullable: true, description: 'Who invites, where it is an organisation.' })
  organisationName!: string | null;

  @Field(() => [PrivacyLabel], { description: 'Carer invitations: what they will see.' })
  labels!: PrivacyLabel[];

  @Field(() => [Right], { description: 'Carer invitations: what they will be able to do.' })
  rights!: Right[];

  @Field(() => DateTimeText, { description: 'Until when it can be used.' })
  expiresAt!: string;

  @Field(() => Brand, {
    description: 'How the inviting organisation greets people; the service’s own where none invites.',
  })
  brand!: Brand;

  @Field(() => Boolean, {
    description:
      'Record invitations: whether staff have checked who the person is. Where not, they begin a record of their own, and say their birth date.',
  })
  isVouched!: boolean;
}
