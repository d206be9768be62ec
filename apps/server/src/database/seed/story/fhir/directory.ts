import type { Bundle, Organization, Practitioner } from 'fhir/r4.js';
import type { DemoOrganisation, DemoProfessional } from '../cast-shapes.ts';
import {
  entryIdentifierSystem,
  organisationKey,
  practitionerKey,
  professionalName,
  transaction,
  transactionEntry,
} from './chart.ts';
import type { StoryCalendar } from './story-calendar.ts';

function organisationResource(organisation: DemoOrganisation): Organization {
  const { ods, name, phone, address } = organisation;
  return {
    resourceType: 'Organization',
    identifier: [
      { system: 'https://fhir.nhs.uk/Id/ods-organization-code', value: ods },
      { system: entryIdentifierSystem(ods), value: 'organisation' },
    ],
    active: true,
    name,
    telecom: [{ system: 'phone', use: 'work', value: phone }],
    address: [{ line: [...address.line], city: address.city, postalCode: address.postcode }],
  };
}

function practitioner(professional: DemoProfessional): Practitioner {
  const { key, prefix, given, family, organisation, role, email } = professional;
  return {
    resourceType: 'Practitioner',
    identifier: [{ system: entryIdentifierSystem(organisation), value: `practitioner-${key}` }],
    active: true,
    name: [
      {
        ...(prefix ? { prefix: [prefix] } : {}),
        given: [given],
        family,
        text: professionalName(professional),
      },
    ],
    telecom: [{ system: 'email', use: 'work', value: email }],
    qualification: [{ code: { text: role } }],
  };
}

/** An organisation and the people of the story who work there; comes before the bundles that refer to them. */
export function directoryBundle(
  organisation: DemoOrganisation,
  staff: readonly DemoProfessional[],
  calendar: StoryCalendar,
): Bundle {
  return transaction(`${organisation.ods}/directory`, calendar.time(-1, '17:00'), [
    transactionEntry(organisationKey(organisation.ods), organisationResource(organisation)),
    ...staff.map((person) => transactionEntry(practitionerKey(person), practitioner(person))),
  ]);
}
