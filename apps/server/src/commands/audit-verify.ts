import { parseArgs } from 'node:util';
import { type Fault, signingKey, verifyLog } from '../features/audit/index.ts';
import { readId, writeId } from '../platform/global-id.ts';
import { type Command, CommandProblem } from './command.ts';

/** Faults that are printed; the rest is counted. */
const MOST_PRINTED = 50;

export const auditVerify: Command = async ({ args, env, installation, print }) => {
  const { values } = parseArgs({ args, options: { record: { type: 'string' } } });
  const { services } = await installation();
  const { publicKey } = signingKey({ file: env.LOG_SIGNING_KEY, secret: services.secret });
  const started = performance.now();
  const client = await services.database.sealing.connect();
  const found = await verifyLog(client, {
    headsDir: env.HEADS_DIR,
    publicKey,
    ...(values.record && { record: readId('RECORD', values.record) }),
  }).finally(() => client.release());
  const { entries, records, waiting, blind, faults } = found;
  if (values.record && records + waiting + faults.length === 0)
    throw new CommandProblem(`Nobody has looked at a record ${values.record}, or there is none.`);
  const seconds = (performance.now() - started) / 1000;
  for (const fault of faults.slice(0, MOST_PRINTED)) print(lineOf(fault));
  if (faults.length > MOST_PRINTED) print(`and ${faults.length - MOST_PRINTED} more`);
  if (waiting > 0) print(`${waiting} entries wait for their place in the chain.`);
  if (blind)
    print(
      `No signed head is kept in ${env.HEADS_DIR} (HEADS_DIR): what was cut off the log could not be found.`,
    );
  const looked = `${entries} entries of ${records} records in ${seconds.toFixed(1)} s`;
  print(
    faults.length > 0 ? `The access log was changed. Checked ${looked}.` : `Nothing was changed: ${looked}.`,
  );
  return faults.length > 0 || blind ? 1 : 0;
};

function lineOf({ record, position, entry, reason }: Fault): string {
  const place = position === null ? '' : ` place ${position}`;
  const named = entry === null ? '' : ` entry ${writeId('ACCESS', entry, record)}`;
  return `Record ${writeId('RECORD', record)}:${[place, named].filter(Boolean).join(',')} ${reason}.`;
}
