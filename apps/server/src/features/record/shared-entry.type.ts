import { Field, ID, ObjectType } from 'type-graphql';
import { Grantee } from '../consent/index.ts';
import { EntryKind } from './entry-enums.ts';

@ObjectType({
  simpleResolvers: true,
  description:
    'An entry by its name alone, where it is what somebody was given: as an `Entry` it has the same id.',
})
export class EntryName {
  @Field(() => ID, { description: 'Opaque id of the entry.' })
  id!: string;

  @Field(() => EntryKind, { description: 'What kind of thing it is.' })
  kind!: EntryKind;

  @Field(() => String, {
    nullable: true,
    description: 'The name in plain words; null only where it cannot be opened.',
  })
  title!: string | null;
}

@ObjectType({
  simpleResolvers: true,
  description: 'Who sees an entry by a grant, or would under another label.',
})
export class EntryReader {
  @Field(() => Grantee, { description: 'Who; each once, whatever the number of their grants.' })
  grantee!: Grantee;

  @Field(() => Boolean, { description: 'Whether they see it as it is.' })
  seesNow!: boolean;

  @Field(() => Boolean, { description: 'Whether they would see it under the label asked about.' })
  wouldSee!: boolean;

  @Field(() => Boolean, {
    description:
      'True where no label opens it to them, but that this one entry was shared with them by itself: under the label asked about or, where they would not see it then, as it is.',
  })
  onlyThis!: boolean;
}
