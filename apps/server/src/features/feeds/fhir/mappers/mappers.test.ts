import { beforeAll, describe, expect, it } from 'vitest';
import { draftOfResource as draft, loinc, snomed, subject } from '../../../../../test/builders/fhir-draft.ts';
import { r4Definitions } from '../r4-definitions.ts';

// Read once before the tests, so that none of them is timed with it.
beforeAll(() => void r4Definitions(), 60_000);

describe('other resources', () => {
  it('an allergy carries its reactions, and one entered in error says so', async () => {
    const allergy = {
      resourceType: 'AllergyIntolerance',
      patient: subject,
      code: snomed('294505008', 'Allergy to amoxicillin (finding)'),
      criticality: 'high',
      reaction: [{ manifestation: [{ text: 'Swollen face' }], severity: 'severe' }],
      verificationStatus: { coding: [{ code: 'confirmed' }] },
      clinicalStatus: { coding: [{ code: 'active' }] },
      recordedDate: '2019',
      meta: { security: [{ code: 'R' }] },
    };
    expect(await draft(allergy)).toMatchObject({
      kind: 'ALLERGY',
      status: 'CURRENT',
      title: 'Allergy to amoxicillin',
      summary: 'Swollen face',
      occurredAt: '2019-01-01T00:00:00.000Z',
      occurredPrecision: 'YEAR',
      securityLabels: ['R'],
      content: { reactions: [{ manifestations: ['Swollen face'], severity: 'severe' }], criticality: 'high' },
    });
    const { clinicalStatus: _status, ...rest } = allergy;
    const withdrawn = {
      ...rest,
      verificationStatus: {
        coding: [
          {
            system: 'http://terminology.hl7.org/CodeSystem/allergyintolerance-verification',
            code: 'entered-in-error',
          },
        ],
      },
    };
    expect((await draft(withdrawn)).status).toBe('ENTERED_IN_ERROR');
  });

  it('a condition says since when, and its onset in words', async () => {
    const condition = {
      resourceType: 'Condition',
      subject,
      code: snomed('38341003', 'Hypertensive disorder, systemic arterial (disorder)'),
      clinicalStatus: {
        coding: [{ system: 'http://terminology.hl7.org/CodeSystem/condition-clinical', code: 'active' }],
      },
      onsetDateTime: '2021-05',
    };
    expect(await draft(condition)).toMatchObject({
      title: 'High blood pressure',
      summary: 'Active',
      occurredPrecision: 'MONTH',
      content: { onset: 'May 2021' },
    });
  });

  it.each([
    [{ text: '500mg twice a day with food' }, '500mg twice a day with food'],
    [
      {
        doseAndRate: [{ doseQuantity: { value: 2, unit: 'tablets' } }],
        timing: { repeat: { frequency: 3, period: 1, periodUnit: 'd' } },
        asNeededCodeableConcept: { text: 'Pain' },
      },
      '2 tablets, 3 times a day, when needed for pain',
    ],
    [{ timing: { repeat: { frequency: 1, period: 8, periodUnit: 'h' } } }, 'every 8 hours'],
    [{ asNeededBoolean: true }, 'when needed'],
  ])('a medicine taken as %j reads %j', async (dosage, words) => {
    const medicine = await draft({
      resourceType: 'MedicationRequest',
      status: 'active',
      intent: 'order',
      subject,
      medicationReference: { reference: '#m' },
      contained: [{ resourceType: 'Medication', id: 'm', code: { text: 'Sertraline 50mg tablets' } }],
      authoredOn: '2026-02-03',
      dosageInstruction: [dosage],
    });
    expect(medicine).toMatchObject({ kind: 'MEDICINE', title: 'Sertraline 50mg tablets', summary: words });
    expect(medicine.content).toMatchObject({ dose: words, startedOn: '2026-02-03' });
  });

  it('a document carries its bytes, inside it or as a Binary of the run, and links what was not sent', async () => {
    const letter = Buffer.from('Dear colleague').toString('base64');
    const document = await draft([
      {
        resourceType: 'DocumentReference',
        status: 'current',
        subject,
        description: 'Clinic letter',
        content: [
          { attachment: { contentType: 'text/plain', data: letter, title: 'Letter' } },
          { attachment: { url: 'Binary/b1' } },
          { attachment: { url: 'https://trust.example/scan.pdf' } },
        ],
      },
      { resourceType: 'Binary', id: 'b1', contentType: 'application/pdf', data: letter },
    ]);
    expect(
      document.attachments.map(({ title, contentType, bytes }) => [title, contentType, `${bytes}`]),
    ).toEqual([
      ['Letter', 'text/plain', 'Dear colleague'],
      ['Clinic letter', 'application/pdf', 'Dear colleague'],
    ]);
    expect(document.content).toEqual({
      description: 'Clinic letter',
      links: [{ url: 'https://trust.example/scan.pdf' }],
    });
  });

  it('an appointment keeps people apart from the place', async () => {
    const appointment = await draft({
      resourceType: 'Appointment',
      status: 'booked',
      description: 'Hip review',
      start: '2026-12-01T10:00:00Z',
      end: '2026-12-01T10:20:00Z',
      participant: [
        { actor: { reference: 'Patient/p1', display: 'Patient' }, status: 'accepted' },
        { actor: { reference: 'Practitioner/1', display: 'Physiotherapist' }, status: 'accepted' },
        { actor: { reference: 'Location/2', display: 'Clinic 4' }, status: 'accepted' },
      ],
    });
    expect(appointment).toMatchObject({
      title: 'Hip review',
      summary: 'Clinic 4',
      endsAt: '2026-12-01T10:20:00.000Z',
      content: { participants: ['Physiotherapist'], place: 'Clinic 4' },
    });
  });

  it('a report reads its plain text, past headings and bare dates, without mark-up', async () => {
    const text = Buffer.from('2026-01-02\n\n# Findings\n- Normal chest').toString('base64');
    const report = {
      resourceType: 'DiagnosticReport',
      status: 'final',
      code: { text: 'Chest X-ray' },
      subject,
    };
    const sent = await draft({ ...report, presentedForm: [{ contentType: 'text/plain', data: text }] });
    expect(sent).toMatchObject({ kind: 'REPORT', summary: 'Normal chest', attachments: [] });
    const div = '<div xmlns="http://www.w3.org/1999/xhtml"><p>No <b>fracture</b> &amp; no swelling</p></div>';
    const told = await draft({ ...report, text: { status: 'additional', div } });
    expect(told.content).toEqual({ text: 'No fracture & no swelling' });
  });

  it('what refers to another entry does not copy its name, which has a label of its own; the words sent with it stay', async () => {
    const condition = { resourceType: 'Condition', id: 'c1', subject, code: { text: 'The hidden one' } };
    const plan = (reference: object) => [
      { resourceType: 'CarePlan', status: 'active', intent: 'plan', subject, addresses: [reference] },
      condition,
    ];
    const silent = await draft(plan({ reference: 'Condition/c1' }));
    expect(JSON.stringify(silent.content)).not.toContain('The hidden one');
    const said = await draft(plan({ reference: 'Condition/c1', display: 'as the sender wrote here' }));
    expect(said.content).toMatchObject({ addresses: ['as the sender wrote here'] });
    const report = { resourceType: 'DiagnosticReport', status: 'final', code: { text: 'Bloods' }, subject };
    const results = [{ reference: 'Observation/o1' }, { reference: 'Observation/o2' }];
    expect((await draft({ ...report, result: results })).summary).toBe('');
  });

  it.each([
    [
      {
        resourceType: 'Encounter',
        status: 'finished',
        class: { code: 'IMP' },
        subject,
        period: { start: '2026-01-02', end: '2026-01-05' },
      },
      {
        kind: 'ENCOUNTER',
        title: 'Hospital stay',
        endsAt: '2026-01-05T00:00:00.000Z',
        content: { class: 'Hospital stay' },
      },
    ],
    [
      {
        resourceType: 'Procedure',
        status: 'not-done',
        code: { text: 'Colonoscopy' },
        subject,
        performedString: 'last spring',
      },
      { kind: 'PROCEDURE', title: 'Colonoscopy', summary: 'Not done', occurredAt: null },
    ],
    [
      {
        resourceType: 'Immunization',
        status: 'completed',
        vaccineCode: { text: 'zoster' },
        patient: subject,
        occurrenceDateTime: '2025-10-01',
        protocolApplied: [{ doseNumberPositiveInt: 2 }],
      },
      { kind: 'VACCINATION', title: 'Zoster', summary: 'Dose 2', occurredPrecision: 'DAY' },
    ],
    [
      {
        resourceType: 'CarePlan',
        status: 'active',
        intent: 'plan',
        subject,
        title: 'Diabetes plan',
        activity: [{ detail: { status: 'in-progress', code: { text: 'Walk daily' } } }],
      },
      {
        kind: 'CARE_PLAN',
        summary: 'Walk daily',
        content: { activities: [{ title: 'Walk daily', status: 'in-progress' }] },
      },
    ],
    [
      {
        resourceType: 'Goal',
        lifecycleStatus: 'active',
        subject,
        description: { text: 'Lower blood sugar' },
        target: [
          {
            measure: loinc('4548-4'),
            detailQuantity: { value: 48, unit: 'mmol/mol' },
            dueDate: '2027-01-01',
          },
        ],
      },
      {
        kind: 'GOAL',
        summary: 'HbA1c (long-term blood sugar): 48 mmol/mol',
        content: { dueOn: '2027-01-01' },
      },
    ],
  ])('%j', async (resource, expected) => {
    expect(await draft(resource)).toMatchObject(expected);
  });
});
