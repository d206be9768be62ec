import { PROFESSIONALS } from '../../cast.ts';
import { appointment, encounter, procedure } from '../../fhir/encounter.ts';
import { each, type Scene } from '../../fhir/episode.ts';
import { finding } from '../../fhir/observation.ts';
import { LABORATORY } from '../../fhir/panel.ts';
import { months, weeks } from '../../fhir/story-calendar.ts';

const { hughes, whitlock } = PROFESSIONALS;
const SURGERY = 'Harbour Lane Surgery, 12 Harbour Lane';

const screen = { label: 'SEXUAL_HEALTH', on: -months(11), by: LABORATORY, time: '10:20' } as const;
const nothing = { finding: 'Not detected', snomed: '260415000' };

export const sexualHealth: readonly Scene[] = [
  each(finding, [
    { ...screen, ...nothing, key: 'chlamydia', name: 'Chlamydia', loinc: '21613-5' },
    { ...screen, ...nothing, key: 'gonorrhoea', name: 'Gonorrhoea', loinc: '24111-7' },
    { ...screen, ...nothing, key: 'hiv', name: 'HIV antigen and antibody', loinc: '56888-1' },
    { ...screen, ...nothing, key: 'syphilis', name: 'Syphilis antibody' },
  ]),
  each(encounter, [
    {
      label: 'SEXUAL_HEALTH',
      key: 'visit-contraception',
      kind: 'AMB',
      title: 'Contraception advice',
      on: -months(11),
      by: whitlock,
      place: SURGERY,
    },
  ]),
  each(procedure, [
    {
      label: 'SEXUAL_HEALTH',
      key: 'implant',
      name: 'Contraceptive implant fitted',
      snomed: '169553002',
      on: -months(10),
      by: hughes,
      outcome: 'No problems. Lasts three years.',
    },
  ]),
  each(appointment, [
    {
      label: 'SEXUAL_HEALTH',
      key: 'appointment-implant',
      title: 'Contraceptive implant check',
      on: weeks(6),
      time: '16:10',
      minutes: 15,
      with: whitlock,
      place: SURGERY,
    },
  ]),
];
