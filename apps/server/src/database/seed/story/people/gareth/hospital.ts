import { ORGANISATIONS, PATIENTS } from '../../cast.ts';
import { letter } from '../../fhir/document.ts';
import { appointment, encounter, procedure } from '../../fhir/encounter.ts';
import { type Episode, each, type Scene } from '../../fhir/episode.ts';
import { panel, report } from '../../fhir/panel.ts';
import { years } from '../../fhir/story-calendar.ts';

const hospital: readonly Scene[] = [
  each(encounter, [
    {
      key: 'emergency',
      kind: 'EMER',
      title: 'Emergency attendance',
      on: -years(2.9),
      time: '16:05',
      minutes: 310,
      reason: 'Breathless, fever',
      by: 'Acute medicine, Northgate Hospital',
    },
    {
      key: 'stay',
      kind: 'IMP',
      title: 'Stay in hospital',
      on: -years(2.9),
      time: '21:30',
      nights: 4,
      reason: 'COPD flare-up with chest infection',
      by: 'Acute medicine, Northgate Hospital',
      place: 'Northgate Hospital, Ward 6',
    },
  ]),
  each(report, [
    {
      key: 'chest-x-ray',
      name: 'Chest X-ray',
      on: -years(2.9),
      anyDay: true,
      by: 'Radiology, Northgate Hospital',
      conclusion:
        'Shadowing at the base of the left lung, in keeping with infection. Lungs over-expanded. Heart of normal size. Repeat in six weeks.',
    },
    {
      key: 'chest-x-ray-repeat',
      name: 'Chest X-ray',
      on: -years(2.78),
      by: 'Radiology, Northgate Hospital',
      conclusion: 'The shadowing has cleared.',
    },
  ]),
  each(panel, [
    {
      key: 'admission-bloods',
      name: 'Blood tests on arrival',
      on: -years(2.9),
      anyDay: true,
      time: '17:00',
      values: { haemoglobin: 151, whiteCells: 14.8, platelets: 330, crp: 96 },
      requestedBy: 'Acute medicine, Northgate Hospital',
    },
  ]),
  each(procedure, [
    {
      key: 'spirometry',
      name: 'Breathing test (spirometry)',
      snomed: '127783003',
      on: -years(2.6),
      by: 'Chest clinic, Northgate Hospital',
      outcome: 'Moderate narrowing of the airways.',
    },
  ]),
  each(letter, [
    {
      key: 'letter-discharge',
      title: 'Summary of your stay on Ward 6',
      kind: 'Discharge summary',
      on: -years(2.9) + 7,
      by: 'Acute medicine, Northgate Hospital',
      paragraphs: [
        'Dear Mr Pritchard,',
        'You were in hospital for four nights with a chest infection on top of COPD. You had oxygen, antibiotics, steroid tablets and nebulisers, and went home breathing well without oxygen.',
        'Please have a second chest X-ray in six weeks and a breathing test in the chest clinic. Stopping smoking would do more for your lungs than any medicine; your surgery can help.',
      ],
    },
  ]),
  each(appointment, [
    {
      key: 'appointment-chest-clinic',
      title: 'Chest clinic',
      with: 'Chest clinic, Northgate Hospital',
      place: 'Northgate Hospital, level 3',
      on: -years(2.6),
      time: '13:40',
      minutes: 40,
    },
  ]),
];

/** Gareth at Northgate: one winter's stay. No team there writes with him. */
export const garethAtHospital: Episode = {
  organisation: ORGANISATIONS.hospital,
  patient: PATIENTS.gareth,
  scenes: [hospital],
};
