import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { aPatient } from '../../../test/builders/a-patient.ts';
import { aProfessional, aTeam, type MadeTeam } from '../../../test/builders/people.ts';
import { aServer, type TestServer } from '../../../test/harness/a-server.ts';

const OFFER = `query ($code: String!) { joinOffer(code: $code) { teamName organisationName labels joined brand { serviceName logo } } }`;
const JOIN = `mutation ($input: JoinTeamInput!) { joinTeam(input: $input) { __typename ... on TeamJoined { team
  record { sharing { grants { basis labels rights grantee { name } } undecided { id } } } } } }`;

let server: TestServer;
let team: MadeTeam;
beforeAll(async () => {
  server = await aServer();
  team = await aTeam(server.db, {
    name: 'Fern Team',
    code: 'FERN',
    defaultLabels: ['GENERAL', 'MENTAL_HEALTH'],
  });
  await server.db.rows(`update heldwell.team set self_referral_code = 'fern-2026' where id = $1`, [team.id]);
  await server.db.rows(
    `update heldwell.organisation set name = 'Fern Trust', service_name = 'Fern Record', logo = '\\x89504e47', logo_type = 'image/png'
     where id = $1`,
    [team.organisationId],
  );
});

const offer = async (code: string, client = server.asNobody('PATIENT')) =>
  (await client.graphql(OFFER, { code })).joinOffer;

describe('a join link', () => {
  it('shows its team to anybody, by its code and by the old one, and no team that takes nobody', async () => {
    const shown = await offer('FERN-2026');
    expect(shown).toMatchObject({
      ...{
        teamName: 'Fern Team',
        organisationName: 'Fern Trust',
        labels: ['GENERAL', 'MENTAL_HEALTH'],
        joined: false,
      },
      brand: { serviceName: 'Fern Record' },
    });
    expect(await offer('fern')).toEqual(shown);
    expect(await offer((await aTeam(server.db)).code)).toBeNull();
    expect(await offer('nobody')).toBeNull();
  });

  it('gives the team what the person leaves ticked, once, and is not asked about again', async () => {
    const patient = await aPatient(server.db).withEntry({ label: 'MENTAL_HEALTH' }).stored();
    const professional = await aProfessional(server.db, { team });
    const client = await server.asPerson(patient.email, 'PATIENT');
    const staff = await server.asPerson(professional.email, 'PROFESSIONAL');
    const seen = () =>
      staff.graphql('query ($id: ID!) { record(id: $id) { viewerLabels } }', { id: patient.recordId });
    expect((await seen()).record).toBeNull();
    const join = (labels: string[]) =>
      client.graphql(JOIN, { input: { id: randomUUID(), code: 'fern-2026', labels } });
    const { joinTeam } = await join(['GENERAL', 'SOCIAL_CARE']);
    expect(joinTeam.record.sharing).toEqual({
      grants: [
        {
          ...{ basis: 'DIRECT_CARE', labels: ['GENERAL'], rights: ['SEE', 'ADD', 'MESSAGE'] },
          grantee: { name: 'Fern Team' },
        },
      ],
      undecided: [],
    });
    expect((await seen()).record.viewerLabels).toEqual(['GENERAL']);
    // Joined already: nothing is widened by the link.
    expect((await join(['MENTAL_HEALTH'])).joinTeam.record.sharing).toEqual(joinTeam.record.sharing);
    expect((await offer('fern-2026', client)).joined).toBe(true);
    const refused = await server.asPerson((await aPatient(server.db).stored()).email, 'PATIENT');
    const { errors } = await refused.answer(JOIN, {
      input: { id: randomUUID(), code: 'fern-2026', labels: [] },
    });
    expect(errors?.[0]?.extensions).toMatchObject({ fields: [{ path: 'labels' }] });
  });

  it('comes from the old address too', async () => {
    const old = await fetch(`${server.url}/registerPatientStart.action?icode=FERN`, { redirect: 'manual' });
    expect([old.status, old.headers.get('location')]).toEqual([302, '/patient/join/FERN']);
    const odd = await fetch(`${server.url}/registerPatientStart.action?icode=//evil.example/&x`, {
      redirect: 'manual',
    });
    expect(odd.headers.get('location')).toBe('/patient/join/%2F%2Fevil.example%2F');
    const none = await fetch(`${server.url}/registerPatientStart.action`, { redirect: 'manual' });
    expect(none.headers.get('location')).toBe('/patient/register');
  });
});

describe('a logo', () => {
  it('is a picture and nothing else, and missing for those without one', async () => {
    const { brand } = await offer('fern-2026');
    const answer = await fetch(server.url + brand.logo);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(Buffer.from(await answer.arrayBuffer()).toString('hex')).toBe('89504e47');
    const again = await fetch(server.url + brand.logo, {
      headers: { 'if-none-match': answer.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
    expect((await fetch(`${server.url}/brands/nonsense/logo`)).status).toBe(404);
  });
});
