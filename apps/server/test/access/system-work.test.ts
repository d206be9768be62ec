import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const source = path.join(import.meta.dirname, '../../src');

/** Files that may work on nobody's behalf, across records: each with a reason a reader can check. */
const ALLOWED: Record<string, string> = {
  'features/sign-in/sign-in.service.ts': 'nobody is signed in yet',
  'features/sign-in/sessions/sessions.ts': 'a door lets somebody in whom it has proved',
  'features/sign-in/factors/complete-sign-in.service.ts': 'nobody is signed in before the second step',
  'features/sign-in/factors/own-factors.service.ts':
    'what a passkey has to sign is kept where no viewer reads it',
  'features/sign-in/step-up/confirm-sign-in.service.ts':
    'codes and challenges are judged where no viewer reads them',
  'features/sign-in/passwords/password.service.ts': 'whoever forgot a password is not signed in',
  'features/sign-in/emails/email-change.service.ts': 'an address agrees by a link, signed in or not',
  'features/sign-in/attempts.ts': 'tries are counted before anybody is signed in',
  'features/invitations/open-invitation.ts': 'a link is opened before anybody holds a grant',
  'features/invitations/accept-invitation.service.ts':
    'what an invitation is for is done before its person holds anything',
  'features/invitations/resend-invitation.service.ts':
    'who asks for a new link by an old one is not signed in',
  'features/invitations/letter.service.ts': 'a letter is opened before anybody has the record',
  'features/registration/register.service.ts': 'who registers is nobody yet',
  'features/registration/email-proof.ts': 'an address is proved before anybody signs in with it',
  'features/offices/accept-staff-invitation.ts': 'a link of staff is opened before anybody is signed in',
  'features/front-desk/register-patient.ts': 'whose record it is, no grant says yet',
  'features/front-desk/take-up.ts':
    'invitations to records and checks of identity are no part of a record that a grant opens',
  'features/front-desk/matching/settle-match.ts':
    'whose record it is, no grant says yet: judged by the cases the viewer sees, in their own transaction',
  'features/front-desk/bulk/invite-many.ts': 'whose records they are, no grant says yet',
  'features/identity-providers/confirm-at-provider.ts':
    'whose identity was shown again is known where no viewer reads it',
  'features/identity-providers/relying-party/provider.ts':
    'sign-in providers are chosen before anybody is signed in',
  'features/identity-providers/relying-party/under-way.ts':
    'a sign-in goes out and comes back before it is one',
  'features/identity-providers/national/enter-national.ts': 'somebody a provider knows is not signed in yet',
  'features/identity-providers/staff/enter-staff.ts': 'somebody a provider knows is not signed in yet',
  'features/partners/serve-partners.ts': 'a partner proves itself before it is anybody here',
  'features/partners/answer-request.service.ts': 'an app asks before it has any grant',
  'features/notifications/notice-jobs.ts': 'jobs tell people of a change after it was made: nobody asks',
  'features/mail/mail-jobs.ts': 'a mail goes out after the change it is about: nobody asks',
  'features/mail/demo-mailbox.ts': 'the mails of the demo belong to nobody who is signed in',
  'features/documents/remove-unattached.ts': 'files that nobody attached are removed when nobody asks',
  'platform/jobs.ts': 'the queue of jobs is worked off on nobody’s behalf',
};
/** Folders whose work is feeds, seeds and the command line: no person asks. */
const ALLOWED_FOLDERS = ['features/feeds/', 'database/', 'commands/', 'bench/'];

const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
  .filter((file) => file !== 'platform/as-system.ts');
const textOf = (file: string) => readFileSync(path.join(source, file), 'utf8');

describe('work as the system', () => {
  it('is done only in files listed here, each with its reason', () => {
    const users = files.filter((file) =>
      /\basSystem\w*\(|\.systemSource\b|\.urls\.system\b/.test(textOf(file)),
    );
    const own = users.filter(
      (file) => file !== 'platform/database.ts' && !ALLOWED_FOLDERS.some((folder) => file.startsWith(folder)),
    );
    expect(own.sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it('says each time why', () => {
    const calls = files.flatMap((file) => [...textOf(file).matchAll(/\basSystem\([^,]+,\s*([^,]+),/g)]);
    expect(calls.length).toBeGreaterThan(4);
    for (const [call, reason] of calls) expect(reason, call).toMatch(/^'.{10,}'$/);
  });
});
