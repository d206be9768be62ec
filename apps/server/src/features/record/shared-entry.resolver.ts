import { Arg, FieldResolver, Resolver } from 'type-graphql';
import { fromStatement } from '../../platform/graphql/statement-field.ts';
import { Grant, GrantVersion, PrivacyLabel, Receipt } from '../consent/index.ts';
import { Entry } from './entry.type.ts';
import { EntryName, EntryReader } from './shared-entry.type.ts';

const NAMED = {
  nullable: true,
  description:
    'The one entry it is for; null where it is for anything else, or the viewer does not see the entry.',
};

@Resolver(() => Grant)
export class GrantEntryResolver {
  @FieldResolver(() => EntryName, NAMED)
  entry(): EntryName {
    return fromStatement();
  }
}

@Resolver(() => GrantVersion)
export class GrantVersionEntryResolver {
  @FieldResolver(() => EntryName, NAMED)
  entry(): EntryName {
    return fromStatement();
  }
}

@Resolver(() => Receipt)
export class ReceiptEntryResolver {
  @FieldResolver(() => EntryName, NAMED)
  entry(): EntryName {
    return fromStatement();
  }
}

@Resolver(() => Entry)
export class EntryReadersResolver {
  @FieldResolver(() => [EntryReader], {
    description:
      'Who else sees this entry by a grant in force, or would under another label, by name; empty for everybody but the patient. What a team keeps because it wrote it needs no grant, and is not told here.',
  })
  readers(
    @Arg('under', () => PrivacyLabel, {
      nullable: true,
      description: 'What if it had this label; left out, as it is.',
    })
    _under?: PrivacyLabel,
  ): EntryReader[] {
    return fromStatement();
  }
}
