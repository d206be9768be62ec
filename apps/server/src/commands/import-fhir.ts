import { accessSync, constants, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type ImportReport, importRun, type SourceReport, sourceOfFile } from '../features/feeds/index.ts';
import { type Command, CommandProblem } from './command.ts';

const USAGE = 'Usage: npm run import:fhir -- FILE… --organisation ODS [--name NAME] [--team CODE]';

const WORDS = {
  NEW: 'new',
  CHANGED: 'changed',
  UNCHANGED: 'unchanged',
  OLDER: 'older than what we have',
  HELD: 'held',
  REFUSED: 'refused',
} as const;

export const importFhir: Command = async ({ args, installation, print }) => {
  const { values, positionals } = parseArgs({
    args,
    options: { organisation: { type: 'string' }, name: { type: 'string' }, team: { type: 'string' } },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new CommandProblem(`Name the files to import. ${USAGE}`);
  if (!values.organisation) throw new CommandProblem(`Say who sends them with --organisation. ${USAGE}`);
  for (const file of positionals) checkFile(file);
  const { services } = await installation();
  const report = await importRun(services, {
    organisation: { ods: values.organisation, name: values.name },
    team: values.team,
    sources: positionals.map(sourceOfFile),
    now: services.clock(),
  });
  for (const line of linesOf(report)) print(line);
  return report.sources.some((source) => source.refused || source.tally.REFUSED > 0) ? 1 : 0;
};

function checkFile(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch {
    throw new CommandProblem(`The file ${file} is not there or cannot be read.`);
  }
  if (!statSync(file).isFile()) throw new CommandProblem(`${file} is no file.`);
}

function linesOf({ organisation, sources, records, released }: ImportReport): string[] {
  const made = organisation.made ? ', new' : '';
  return [
    `From ${organisation.name} (${organisation.ods}${made})`,
    ...sources.flatMap(sourceLines),
    ...(released > 0 ? [`${released} held since an earlier import found their record`] : []),
    '',
    records.length === 0 ? 'No record was touched.' : 'Records:',
    ...records.map(
      ({ id, name, nhsNumber, made: isNew }) =>
        `  ${id}  ${nhsNumber ?? 'no NHS number'.padEnd(10)}  ${name}${isNew ? '  (new)' : ''}`,
    ),
  ];
}

function sourceLines({
  name,
  refused,
  tally,
  passedOver,
  problems,
  problemsLeftOut,
}: SourceReport): string[] {
  const counted = Object.entries(WORDS).flatMap(([outcome, word]) => {
    const count = tally[outcome as keyof typeof WORDS];
    return count > 0 ? [`${count} ${word}`] : [];
  });
  const over = Object.entries(passedOver).map(([type, count]) => `${count} ${type}`);
  const said = refused ? 'refused, nothing of it was stored' : counted.join(', ') || 'nothing to store';
  return [
    `${name}: ${said}`,
    ...(over.length > 0 && !refused ? [`  passed over: ${over.join(', ')}`] : []),
    ...problems
      .filter(({ severity }) => severity !== 'information')
      .map(
        ({ severity, resource, path, reason }) =>
          `  ${severity === 'error' ? 'refused' : 'note'}: ${[resource, path].filter(Boolean).join(' ')}${resource || path ? ': ' : ''}${reason}`,
      ),
    ...(problemsLeftOut > 0 ? [`  and ${problemsLeftOut} more`] : []),
  ];
}
