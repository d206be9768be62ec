// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are pieces of code, not texts
/**
 * Faults that must never live: each names what is broken, where, and the tests that must turn red.
 * `from` stands in `file` exactly once; the runner refuses a list that has fallen behind the code.
 */
const ACCESS = 'test/access';

export const PLANTED = [
  {
    name: 'a viewer shared between requests',
    file: 'src/platform/request-scope.ts',
    from: '    this.opened ??= this.openSession();\n    return this.opened;',
    to: '    const shared = globalThis as { opened?: Promise<Viewer | null> };\n    shared.opened ??= this.openSession();\n    return shared.opened;',
    tests: ['src/features/messaging', `${ACCESS}/hidden-is-missing.test.ts`],
  },
  {
    name: 'a dropped label test in the policy of entries',
    file: 'src/database/policies/record.sql',
    from: 'and g.thread_id is null and entry.label = any (g.labels)',
    to: 'and g.thread_id is null',
    tests: [`${ACCESS}/rows-alone.test.ts`],
  },
  {
    name: 'an unfiltered count',
    file: 'src/features/record/record-lists.reading.ts',
    from: "and e.status = 'CURRENT' and e.label = any (${seenLabels(cell, 'id')})",
    to: "and e.status = 'CURRENT'",
    tests: [ACCESS],
  },
  {
    name: 'row security off on a table',
    file: 'src/database/policies/sharing.sql',
    from: 'grant select on heldwell.carer to heldwell_app;',
    to: 'grant select on heldwell.carer to heldwell_app;\nalter table heldwell.carer disable row level security;',
    tests: [ACCESS],
  },
  {
    name: 'a shield rule set to allow',
    file: 'src/access/permissions/record.ts',
    from: 'sharing: isThePatient',
    to: 'sharing: asItsParent',
    tests: [ACCESS],
  },
  {
    name: 'a grant that has run out still holds',
    file: 'src/database/functions/grants.sql',
    from: ' and (valid_until is null or valid_until > heldwell.now())',
    to: '',
    tests: [ACCESS],
  },
  {
    name: 'a grant holds before it begins',
    file: 'src/database/functions/grants.sql',
    from: 'valid_from <= heldwell.now()',
    to: 'true',
    tests: [ACCESS],
  },
  {
    name: 'a write that does not wait for a revoke',
    file: 'src/database/functions/grants.sql',
    from: '    for share;',
    to: '    limit 0;',
    tests: [`${ACCESS}/revoke-races.test.ts`],
  },
  {
    name: 'a revoke that tells nobody',
    file: 'src/features/consent/grants.ts',
    from: '  scope.publish({ channel: channels.access(patientId), ids: { patient: patientId, grantee: granteeId } });',
    to: '',
    tests: [`${ACCESS}/revocation.test.ts`],
  },
  {
    name: 'a stream whose rule is not asked when it opens',
    file: 'src/access/guard-subscriptions.ts',
    from: 'if (verdict === true) return',
    to: 'if (verdict !== undefined) return',
    tests: [ACCESS],
  },
  {
    name: 'a member who left still sees',
    file: 'src/database/functions/sessions.sql',
    from: ' and m.left_at is null',
    to: '',
    tests: [ACCESS],
  },
  {
    name: 'a session of another app is taken',
    file: 'src/database/functions/sessions.sql',
    from: 's.token_hash = cookie_hash and s.app = of_app and',
    to: 's.token_hash = cookie_hash and',
    tests: ['src/features/sign-in', ACCESS],
  },
  {
    name: 'a look that is not logged',
    file: 'src/platform/request-scope.ts',
    from: 'if (look.patients.length > 0) this.looks.push(look);',
    to: 'void look;',
    tests: [ACCESS],
  },
  {
    name: 'a trend with the values of hidden entries',
    file: 'src/features/record/trend.reading.ts',
    from: 'e.measured is not null and e.label = any (${labels}) order by',
    to: 'e.measured is not null order by',
    tests: [ACCESS],
  },
  {
    name: 'versions under labels the viewer does not hold',
    file: 'src/features/record/entry.reading.ts',
    from: "\n        and ${it}.label = any (${seenLabels(cell, 'patient_id')})`,\n      orderBy: `${it}.version desc`",
    to: '`,\n      orderBy: `${it}.version desc`',
    tests: [ACCESS, 'src/features/record'],
  },
  {
    name: 'a file opened without its entry',
    file: 'src/features/record/open-attachment.ts',
    from: " and ${maySee('e')}",
    to: '',
    tests: [ACCESS, 'src/features/record'],
  },
  {
    name: 'an invitation taken up twice',
    file: 'src/features/invitations/invitation.service.ts',
    from: 'where i.code_hash = $1 and i.accepted_at is null and',
    to: 'where i.code_hash = $1 and',
    tests: ['src/features/invitations'],
  },
  {
    name: 'the cause of an error told to whoever asked',
    file: 'src/api/format-error.ts',
    from: "message: 'Something went wrong on our side. Please try again.'",
    to: 'message: (cause as Error).message',
    tests: ['src/api', ACCESS],
  },
  {
    name: 'a thread seen without its label or grant',
    file: 'src/features/messaging/thread.reading.ts',
    from: '\n    and ((g.thread_id is null and ${it}.label = any (g.labels)) or g.thread_id = ${it}.id)`',
    to: '`',
    tests: [ACCESS],
  },
  {
    name: 'a right borrowed from another grant',
    file: 'src/database/functions/grants.sql',
    from: 'where g.patient_id = patient and wanted = any (g.rights)',
    to: 'where g.patient_id = patient',
    tests: [ACCESS],
  },
];
