import { createHash } from 'node:crypto';
import type { Reference } from 'fhir/r4.js';
import {
  type Author,
  authorReference,
  type Chart,
  type EntrySpec,
  organisationReference,
  patientReference,
  professionalName,
  put,
} from './chart.ts';
import { letterPdf } from './letter-pdf.ts';
import type { DayOffset } from './story-calendar.ts';

interface LetterSpec extends EntrySpec {
  title: string;
  kind: 'Clinic letter' | 'Discharge summary' | 'Care plan' | 'Assessment' | 'Report';
  on: DayOffset;
  by: Author;
  paragraphs: readonly string[];
}

const LARGE_PRINT = 18;

function signature(author: Author): string {
  return typeof author === 'string' ? author : `${professionalName(author)}\n${author.role}`;
}

function pdfOf({ organisation, patient, calendar }: Chart, spec: LetterSpec): Buffer {
  const large = patient.communicationNeeds.some((need) => need.startsWith('Large print'));
  const name = `${patient.title} ${patient.given} ${patient.family}`;
  const nhsNumber = patient.nhsNumber.replace(/(...)(...)/, '$1 $2 ');
  return letterPdf({
    title: spec.title,
    textSize: large ? LARGE_PRINT : 11,
    paragraphs: [
      `${organisation.name}\nTelephone ${organisation.phone}`,
      `${name}\nNHS number ${nhsNumber}\n${letterDate(calendar.clinicDate(spec.on))}`,
      ...spec.paragraphs,
      `Yours sincerely,\n${signature(spec.by)}`,
    ],
  });
}

function letterDate(date: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(date));
}

/** A letter as a PDF: the file is a Binary of the same bundle, in large print for those who need it. */
export function letter(chart: Chart, spec: LetterSpec): Reference {
  const { calendar } = chart;
  const pdf = pdfOf(chart, spec);
  const data = pdf.toString('base64');
  const file = put(
    chart,
    { ...spec, key: `${spec.key}-file` },
    {
      resourceType: 'Binary',
      contentType: 'application/pdf',
      data,
    },
  );
  return put(chart, spec, {
    resourceType: 'DocumentReference',
    status: 'current',
    docStatus: 'final',
    type: { text: spec.kind },
    subject: patientReference(chart),
    date: calendar.clinicTime(spec.on, '15:00'),
    author: [authorReference(chart, spec.by)],
    custodian: organisationReference(chart),
    description: spec.title,
    content: [
      {
        attachment: {
          contentType: 'application/pdf',
          language: 'en-GB',
          url: file.reference,
          size: pdf.length,
          hash: createHash('sha1').update(pdf).digest('base64'),
          title: spec.title,
          creation: calendar.clinicTime(spec.on, '15:00'),
        },
      },
    ],
  });
}
