/** How a person of a test signs in: with a passkey and an authenticator app, here and on a phone. */
export const securityStory = {
  Security: {
    data: {
      viewer: {
        person: { email: 'amara.nwosu@example.org' },
        security: {
          hasPassword: true,
          authenticatorSince: '2026-08-01T09:00:00+00:00',
          recoveryCodesLeft: 9,
          passkeys: [
            { id: 'passkey-1', name: 'My phone', addedAt: '2026-08-01T09:00:00+00:00', lastUsedAt: null },
          ],
          rememberedDevices: [
            {
              id: 'device-1',
              device: 'Firefox on Windows',
              rememberedAt: '2026-08-01T09:00:00+00:00',
              expiresAt: '2026-08-31T09:00:00+00:00',
            },
          ],
          newEmail: null,
          oldAgreed: false,
          newAgreed: false,
        },
        sessions: [
          {
            id: 'session-1',
            app: 'PATIENT',
            device: 'Safari on iPhone',
            startedAt: '2026-08-05T09:00:00+00:00',
            lastSeenAt: '2026-08-05T09:30:00+00:00',
            isCurrent: true,
          },
          {
            id: 'session-2',
            app: 'CARER',
            device: null,
            startedAt: '2026-08-04T09:00:00+00:00',
            lastSeenAt: '2026-08-04T09:30:00+00:00',
            isCurrent: false,
          },
        ],
      },
    },
  },
  PasswordReset: { data: { passwordReset: { expiresAt: '2026-08-05T10:00:00+00:00' } } },
};
