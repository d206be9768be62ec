// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of code, not texts
/**
 * Faults that must never live: each names what is broken, where, and the tests that must turn red. A rule that is held in
 * two places (the statement and the policy beneath it) is broken in both: in one alone nothing leaks.
 * `from` stands in `file` exactly once; the runner refuses a list that has fallen behind the code.
 */
const ACCESS = 'test/access';
const MATRIX = `${ACCESS}/matrix.test.ts`;
const ROWS = `${ACCESS}/rows-alone.test.ts`;
const HIDDEN = `${ACCESS}/hidden-is-missing.test.ts`;
const GRANTS = 'src/database/functions/grants.sql';

export const PLANTED = [
  {
    name: 'a viewer shared between requests',
    breaks: [
      {
        file: 'src/platform/request-scope.ts',
        from: '    this.opened ??= this.openSession();\n    return this.opened;',
        to: '    const shared = globalThis as { opened?: Promise<Viewer | null> };\n    shared.opened ??= this.openSession();\n    return shared.opened;',
      },
    ],
    tests: [HIDDEN],
  },
  {
    name: 'a dropped label test in the policy of entries',
    breaks: [
      {
        file: 'src/database/functions/entries.sql',
        from: '(of_label = any (g.labels) or g.entry_id = entry or',
        to: '(true or',
      },
    ],
    tests: [ROWS],
  },
  {
    name: 'an unfiltered count',
    breaks: [
      {
        file: 'src/features/messaging/inbox.reading.ts',
        from: ' and i.closes_at > heldwell.now()',
        to: '',
      },
    ],
    tests: ['src/features/sharing/stop-all.api.test.ts'],
  },
  {
    name: 'row security off on a table',
    breaks: [
      {
        file: 'src/database/policies/sharing.sql',
        from: 'grant select on heldwell.carer to heldwell_app;',
        to: 'grant select on heldwell.carer to heldwell_app;\nalter table heldwell.carer disable row level security;',
      },
    ],
    tests: [`${ACCESS}/database-coverage.test.ts`],
  },
  {
    name: 'a shield rule set to allow',
    breaks: [
      {
        file: 'src/access/permissions/sharing.ts',
        from: 'stopAllSharing: isThePatientFreshly',
        to: 'stopAllSharing: isSignedIn',
      },
    ],
    tests: ['src/features/sharing/stop-all.api.test.ts'],
  },
  {
    name: 'a grant that has run out still holds',
    breaks: [
      {
        file: GRANTS,
        from: ' and (valid_until is null or valid_until > heldwell.now())',
        to: '',
      },
    ],
    tests: [ROWS],
  },
  {
    name: 'a grant holds before it begins',
    breaks: [
      {
        file: GRANTS,
        from: 'valid_from <= heldwell.now()',
        to: 'true',
      },
    ],
    tests: [ROWS],
  },
  {
    name: 'a write that does not wait for a revoke',
    breaks: [
      {
        file: GRANTS,
        from: '    for share;',
        to: '    limit 0;',
      },
    ],
    tests: [`${ACCESS}/revoke-races.test.ts`],
  },
  {
    name: 'a revoke that tells nobody',
    breaks: [
      {
        file: 'src/features/consent/grants.ts',
        from: '  scope.publish({ channel: channels.access(patientId), ids: { patient: patientId, grantee: granteeId } });',
        to: '',
      },
    ],
    tests: [`${ACCESS}/revocation.test.ts`],
  },
  {
    name: 'a stream whose rule is not asked when it opens',
    breaks: [
      {
        file: 'src/access/guard-subscriptions.ts',
        from: 'if (verdict === true) return',
        to: 'if (verdict !== undefined) return',
      },
    ],
    tests: ['src/access', ACCESS],
  },
  {
    name: 'a member who left still sees',
    breaks: [
      {
        file: 'src/database/functions/sessions.sql',
        from: ' and m.left_at is null',
        to: '',
      },
    ],
    tests: [ROWS],
  },
  {
    name: 'a session of another app is taken',
    breaks: [
      {
        file: 'src/database/functions/sessions.sql',
        from: 's.token_hash = cookie_hash and s.app = of_app and',
        to: 's.token_hash = cookie_hash and',
      },
    ],
    tests: ['src/features/sign-in', ROWS],
  },
  {
    name: 'a look that is not logged',
    breaks: [
      {
        file: 'src/platform/at-commit.ts',
        from: 'if (look.patients.length > 0) this.looks.push(look);',
        to: 'void look;',
      },
    ],
    tests: ['src/features/audit/access-log.api.test.ts'],
  },
  {
    name: 'versions under labels the viewer does not hold',
    breaks: [
      {
        file: 'src/features/record/entry.reading.ts',
        from: "\n        and (${it}.label = ${cell.row}.label or ${it}.label = any (${seenLabels(cell, 'patient_id')}))",
        to: '',
      },
    ],
    tests: ['src/features/record/versions.api.test.ts'],
  },
  {
    name: 'a forged grant row taken for a signed one',
    breaks: [
      {
        file: 'src/platform/sealing/grant-mac.ts',
        from: "return timingSafeEqual(this.of(grant), Buffer.from(mac, 'hex'));",
        to: 'return this.of(grant).length > 0;',
      },
    ],
    tests: ['test/sealing'],
  },
  {
    name: 'what was said after access ended',
    breaks: [
      {
        file: 'src/database/functions/kept.sql',
        from: ' and m.sent_at <= access.ended_at',
        to: '',
      },
    ],
    tests: ['src/features/sharing/stop-all.api.test.ts', MATRIX],
  },
  {
    name: 'an invitation taken up twice',
    breaks: [
      {
        file: 'src/features/invitations/open-invitation.ts',
        from: "and i.sent_by <> 'LETTER' and i.accepted_at is null and",
        to: "and i.sent_by <> 'LETTER' and",
      },
      {
        file: 'src/features/invitations/accept-invitation.service.ts',
        from: 'where patient_id = $1 and id = $2 and accepted_at is null and',
        to: 'where patient_id = $1 and id = $2 and',
      },
    ],
    tests: ['src/features/invitations'],
  },
  {
    name: 'the cause of an error told to whoever asked',
    breaks: [
      {
        file: 'src/api/format-error.ts',
        from: "message: 'Something went wrong on our side. Please try again.'",
        to: 'message: (cause as Error).message',
      },
    ],
    tests: ['test/sealing/tampering.test.ts'],
  },
  {
    name: 'sharing that is stopped and goes on for what is given since',
    breaks: [
      {
        file: GRANTS,
        from: 'new.suspended_at := heldwell.held_back_since(new.patient_id, new.basis);',
        to: 'new.suspended_at := null;',
      },
    ],
    tests: ['src/features/sharing/stop-all.api.test.ts'],
  },
  {
    name: 'a right borrowed from another grant',
    breaks: [
      {
        file: GRANTS,
        from: 'where g.patient_id = patient and wanted = any (g.rights)',
        to: 'where g.patient_id = patient',
      },
    ],
    tests: ['src/features/messaging/rights.api.test.ts'],
  },
];
