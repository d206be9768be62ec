import { uuidv7 } from 'uuidv7';
import type { Context } from '../../platform/context.ts';
import { readId, readRowId } from '../../platform/global-id.ts';
import { badInput } from '../../platform/problems.ts';
import type { Reads } from '../../platform/reading/read.ts';
import type { RequestScope } from '../../platform/request-scope.ts';
import type { GranteeKind, PrivacyLabel, Right } from '../consent/index.ts';
import {
  changeSharing,
  shareRecord,
  shareWithOrganisation,
  shareWithTeam,
  stopSharing,
} from '../sharing/index.ts';
import type { SeenByInput } from './sight.inputs.ts';

/** Somebody the patient looks as. */
export interface Onlooker {
  kind: GranteeKind;
  /** The team, organisation or person. */
  id: string;
  name: string;
  /** What would first be changed. */
  supposed: Supposed | null;
}

/** A change of sharing that is made to look at, and taken back. */
type Supposed = (context: Context) => Promise<unknown>;

/** When what is seen is judged: as it is, or after the supposed change. */
export type Moment = 'NOW' | 'AFTER';

/**
 * Who is meant; null where that is nobody the patient could look as.
 * @throws BAD_USER_INPUT for none or several, and for somebody unknown without labels.
 */
export async function onlookerOf(context: Context, input: SeenByInput): Promise<Onlooker | null> {
  const named = [input.grant, input.team, input.organisation, input.invited].filter(Boolean);
  if (named.length !== 1) throw badInput([{ path: 'by', code: 'NAME_EXACTLY_ONE' }]);
  const viewer = await context.scope.viewer();
  if (!viewer?.patientId) return null;
  if (input.invited) return stranger(viewer.patientId, input);
  const grantee = await known(context.scope, input);
  return grantee && { ...grantee, supposed: changeOf(input) };
}

type Grantee = Pick<Onlooker, 'kind' | 'id' | 'name'>;

async function known(scope: RequestScope, input: SeenByInput): Promise<Grantee | null> {
  const find = async (text: string, values: unknown[]): Promise<Grantee | null> =>
    (await scope.query<Grantee>({ text, values }))[0] ?? null;
  if (input.team) {
    const text = `select 'TEAM' as kind, id, name from heldwell.team where id = $1`;
    return find(text, [readId('TEAM', input.team)]);
  }
  if (input.organisation) {
    const text = `select 'ORGANISATION' as kind, id, name from heldwell.organisation where id = $1`;
    return find(text, [readId('ORGANISATION', input.organisation)]);
  }
  const { patient, row } = readRowId('GRANT', input.grant as string);
  return find(
    `select grantee_kind as kind, grantee_id as id, grantee_name as name from heldwell.consent_grant
      where patient_id = $1 and id = $2 and superseded_at is null and grantee_kind <> 'APP'`,
    [patient, row],
  );
}

/** The command that would change it; what it answers is not asked: what it did is seen. */
function changeOf({ grant, team, organisation, labels, rights }: SeenByInput): Supposed | null {
  if (!labels) return null;
  const terms = { labels, rights: rights ?? RIGHTS };
  if (grant) {
    return labels.length === 0
      ? (context) => stopSharing(context, { grant })
      : (context) => changeSharing(context, { grant, labels, rights: rights ?? null });
  }
  if (labels.length === 0) return null;
  if (team) return (context) => shareWithTeam(context, { id: uuidv7(), team, ...terms });
  return (context) =>
    shareWithOrganisation(context, { id: uuidv7(), organisation: organisation as string, ...terms });
}

const RIGHTS: Right[] = ['SEE', 'MESSAGE'];

/** Somebody to be invited: a person nobody is yet, who is given what they would be. */
function stranger(patient: string, input: SeenByInput): Onlooker {
  const kind = input.invited as GranteeKind;
  if (kind !== 'CARER' && kind !== 'PROFESSIONAL')
    throw badInput([{ path: 'invited', code: 'NOT_A_PERSON' }]);
  const labels: PrivacyLabel[] = input.labels ?? [];
  const id = uuidv7();
  const grantee = { grantee_kind: kind, grantee_id: id, grantee_name: '' };
  const given: Supposed = async (context) => {
    const viewer = await context.scope.viewer();
    if (!viewer) return;
    const giving = { viewer, patientId: patient, isPatient: true };
    await shareRecord(context, giving, { id: uuidv7(), labels, rights: input.rights ?? RIGHTS, grantee });
  };
  return { kind, id, name: '', supposed: labels.length === 0 ? null : given };
}

/**
 * Reads as the onlooker would: each statement by itself, under their grants and in a role that reads this one record and
 * writes nothing; then that, and what was changed for it, is taken back. What is sealed is opened with the patient's keys.
 */
export function readsOf(context: Context, onlooker: Onlooker, moment: Moment): Reads {
  const { scope } = context;
  return {
    sealing: scope.sealing,
    keys: scope.keys,
    query: <Row>({ text, values }: Parameters<Reads['query']>[0]) =>
      scope.suppose(async (inside) => {
        if (moment === 'AFTER') await onlooker.supposed?.({ ...context, scope: inside });
        const standIn = {
          text: 'select heldwell.stand_in($1, $2)',
          values: [onlooker.kind, onlooker.id],
        };
        const [, , rows] = await Promise.all([
          inside.query({ text: 'set local role heldwell_seen' }),
          inside.query(standIn),
          // Without a name: a prepared statement is planned for one role.
          inside.query<Row>({ text, ...(values && { values }) }),
        ]);
        return rows;
      }),
  };
}
