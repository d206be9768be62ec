import { Field, ID, InputType } from 'type-graphql';
import { GranteeKind, PrivacyLabel, Right } from '../consent/index.ts';

@InputType({
  description:
    'As whom the patient looks: exactly one of a grant, a team, an organisation and somebody to be invited.',
})
export class SeenByInput {
  @Field(() => ID, { nullable: true, description: 'Whoever this grant is, or was, for.' })
  grant?: string | null;

  @Field(() => ID, { nullable: true, description: 'A team, with a grant or without.' })
  team?: string | null;

  @Field(() => ID, { nullable: true, description: 'An organisation, with a grant or without.' })
  organisation?: string | null;

  @Field(() => GranteeKind, {
    nullable: true,
    description: 'CARER or PROFESSIONAL: somebody who is not known yet.',
  })
  invited?: GranteeKind | null;

  @Field(() => [PrivacyLabel], {
    nullable: true,
    description: 'What if they had these labels; none, what if access were ended. Left out, as it is.',
  })
  labels?: PrivacyLabel[] | null;

  @Field(() => [Right], {
    nullable: true,
    description: 'Beside the labels: what they could do; left out, as before.',
  })
  rights?: Right[] | null;
}
