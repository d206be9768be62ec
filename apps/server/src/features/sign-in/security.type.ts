import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DateTimeText } from '../../platform/graphql/scalars.ts';
import { App } from './viewer.type.ts';

@ObjectType({ simpleResolvers: true, description: 'Being signed in to one app on one device.' })
export class OwnSession {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => App, { description: 'The app.' })
  app!: App;

  @Field(() => String, {
    nullable: true,
    description:
      'The device in plain words, such as “Firefox on Windows”, as its browser says; null where none said.',
  })
  device!: string | null;

  @Field(() => DateTimeText, { description: 'When it began.' })
  startedAt!: string;

  @Field(() => DateTimeText, { description: 'When it was last used, to the minute.' })
  lastSeenAt!: string;

  @Field(() => DateTimeText, { description: 'When it ends if it is not used before.' })
  idleUntil!: string;

  @Field(() => DateTimeText, { description: 'When it ends however busy it is.' })
  expiresAt!: string;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  isCurrent!: boolean;
}

@ObjectType({ simpleResolvers: true, description: 'A passkey: it signs in without e-mail and password.' })
export class Passkey {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'What its person calls it.' })
  name!: string | null;

  @Field(() => DateTimeText, { description: 'When it was added.' })
  addedAt!: string;

  @Field(() => DateTimeText, {
    nullable: true,
    description: 'When it last signed in; null before the first time.',
  })
  lastUsedAt!: string | null;
}

@ObjectType({ simpleResolvers: true, description: 'A device that is spared the second step.' })
export class RememberedDevice {
  @Field(() => ID, { description: 'Opaque id.' })
  id!: string;

  @Field(() => String, { nullable: true, description: 'The device in plain words.' })
  device!: string | null;

  @Field(() => DateTimeText, { description: 'Since when.' })
  rememberedAt!: string;

  @Field(() => DateTimeText, { description: 'Until when.' })
  expiresAt!: string;
}

@ObjectType({ simpleResolvers: true, description: 'How a person signs in: told to themself alone.' })
export class Security {
  @Field(() => Boolean, { description: 'Whether there is a password.' })
  hasPassword!: boolean;

  @Field(() => DateTimeText, {
    nullable: true,
    description: 'Since when an authenticator app is asked for; null where there is none.',
  })
  authenticatorSince!: string | null;

  @Field(() => Int, { description: 'How many recovery codes are left, 0 to 10.' })
  recoveryCodesLeft!: number;

  @Field(() => [Passkey], { description: 'Passkeys, the oldest first.' })
  passkeys!: Passkey[];

  @Field(() => [RememberedDevice], { description: 'Remembered devices, the newest first.' })
  rememberedDevices!: RememberedDevice[];

  @Field(() => String, {
    nullable: true,
    description: 'Another e-mail address that is to take the place of the present one; null where none is.',
  })
  newEmail!: string | null;

  @Field(() => Boolean, { description: 'Whether the present address has agreed to that.' })
  oldAgreed!: boolean;

  @Field(() => Boolean, { description: 'Whether the new address has agreed to it.' })
  newAgreed!: boolean;
}
