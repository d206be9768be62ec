import { asSystem, statementsOf } from '../../../platform/as-system.ts';
import type { Services } from '../../../platform/context.ts';
import { Sealed } from '../../../platform/sealing/sealed.ts';
import { SystemKeys } from '../../../platform/sealing/system-keys.ts';
import type { BundleReading } from '../fhir/bundle-reading.ts';
import { sourceOfText } from '../fhir/fhir-source.ts';
import { readFhirRun } from '../fhir/read-fhir.ts';
import { heldBinding } from './hold.ts';

/** Most held resources looked at again after one run; the rest wait for the next. */
const MOST_AT_ONCE = 5_000;

/** What a sender's entries were held for can be over once its Patient has come. */
async function heldEntries(services: Services, organisationId: string): Promise<object[]> {
  return asSystem(services.database, 'look again at what is held', async (manager) => {
    const keys = new SystemKeys(services.sealing, statementsOf(manager, services.sealing));
    const rows = await manager.query<{ id: string; resource: Buffer }[]>(
      `select id, resource from heldwell.held_resource where organisation_id = $1 and resource_type <> 'Patient'
       order by received_at, id limit ${MOST_AT_ONCE}`,
      [organisationId],
    );
    if (rows.length > 0) await keys.ofSystem('HELD');
    return rows.map(({ id, resource }) => keys.open<object>(new Sealed(resource, heldBinding(id))));
  });
}

/** The held entries of a sender as a source of their own; undefined when nothing is held. */
export async function readHeld(
  services: Services,
  organisationId: string,
  now: Date,
): Promise<BundleReading | undefined> {
  const held = await heldEntries(services, organisationId);
  if (held.length === 0) return undefined;
  const source = sourceOfText('held', JSON.stringify(held));
  for await (const reading of readFhirRun([source], { now })) return reading;
  return undefined;
}
