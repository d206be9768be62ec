export { serveFhir } from './endpoint/fhir-endpoint.ts';
export { makeFeedKey, revokeFeedKeys } from './feed-keys.ts';
export { sourceOfFile, sourceOfText } from './fhir/fhir-source.ts';
export type { ImportReport, SourceReport } from './import/import-report.ts';
export { importRun } from './import/import-run.ts';
