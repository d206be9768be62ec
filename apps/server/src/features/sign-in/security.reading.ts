import { defineRoot } from '../../platform/reading/read.ts';
import { columns, defineReading, many, sealedWords, value } from '../../platform/reading/reading.ts';

// The views hold the rows of the viewer alone.
defineReading({
  type: 'OwnSession',
  table: 'own_session',
  fields: {
    id: value(({ row }) => `heldwell.global_id('S', ${row}.id)`),
    ...columns('app', 'startedAt', 'lastSeenAt', 'idleUntil', 'expiresAt', 'isCurrent'),
    device: sealedWords('session.device'),
  },
});

defineReading({
  type: 'Passkey',
  table: 'own_passkey',
  fields: {
    id: value(({ row }) => `heldwell.global_id('k', ${row}.id)`),
    ...columns('addedAt', 'lastUsedAt'),
    name: sealedWords('passkey.name'),
  },
});

defineReading({
  type: 'RememberedDevice',
  table: 'own_device',
  fields: {
    id: value(({ row }) => `heldwell.global_id('d', ${row}.id)`),
    ...columns('rememberedAt', 'expiresAt'),
    device: sealedWords('remembered_device.device'),
  },
});

defineReading({
  type: 'Security',
  table: 'own_security',
  fields: {
    ...columns('hasPassword', 'authenticatorSince', 'recoveryCodesLeft'),
    passkeys: many('Passkey', (_cell, it) => ({ where: 'true', orderBy: `${it}.added_at, ${it}.id` })),
    rememberedDevices: many('RememberedDevice', (_cell, it) => ({
      where: 'true',
      orderBy: `${it}.remembered_at desc, ${it}.id`,
    })),
    newEmail: sealedWords('email_change.email', ({ row }) => ({
      blob: `${row}.new_email`,
      row: `${row}.change_id`,
    })),
    oldAgreed: value(({ row }) => `coalesce(${row}.old_agreed, false)`),
    newAgreed: value(({ row }) => `coalesce(${row}.new_agreed, false)`),
  },
});

/** How the viewer signs in. */
export const ownSecurity = defineRoot<object>({
  name: 'own_security',
  of: 'Security',
  rows: () => ({ where: 'true' }),
});

/** Where the viewer is signed in, the latest used first. */
export const ownSessions = defineRoot<object>({
  name: 'own_sessions',
  of: 'OwnSession',
  rows: (it) => ({ where: 'true', orderBy: `${it}.last_seen_at desc, ${it}.id` }),
});

/** The session that asks. */
export const ownSession = defineRoot<object>({
  name: 'own_session',
  of: 'OwnSession',
  rows: (it) => ({ where: `${it}.is_current` }),
});
