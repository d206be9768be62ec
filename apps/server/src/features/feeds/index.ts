export { sourceOfFile, sourceOfText } from './fhir/fhir-source.ts';
export type { ImportReport, SourceReport } from './import/import-report.ts';
export { importRun } from './import/import-run.ts';
export { ImportProblem } from './import/sender.ts';
