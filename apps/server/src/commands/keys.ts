import { parseArgs } from 'node:util';
import { asSystem, type SystemRuns, statementsOf } from '../platform/as-system.ts';
import type { Services } from '../platform/context.ts';
import { channels } from '../platform/events.ts';
import { readId } from '../platform/global-id.ts';
import { addMasterKey } from '../platform/sealing/file-key-provider.ts';
import { destroyKeys, recordsWithKeys, rewrapKeys, rotateKeys } from '../platform/sealing/key-care.ts';
import { type Command, CommandProblem, type CommandTools } from './command.ts';

const USAGE =
  'Usage: npm run keys -- rotate (--record ID | --all) | rewrap [--new-master] | destroy --record ID';

export const keys: Command = (tools) => {
  const { values, positionals } = parseArgs({
    args: tools.args,
    allowPositionals: true,
    options: { record: { type: 'string' }, all: { type: 'boolean' }, 'new-master': { type: 'boolean' } },
  });
  const [action] = positionals;
  const patient = values.record === undefined ? undefined : readId('RECORD', values.record);
  if (action === 'rotate') return rotate(tools, { patient, all: values.all === true });
  if (action === 'rewrap') return rewrap(tools, values['new-master'] === true);
  if (action === 'destroy') return destroy(tools, { patient, id: values.record });
  throw new CommandProblem(USAGE);
};

/** Does the work of one step in a transaction, and lets every process forget the keys of the records it touched. */
function inStep<T>(
  services: Services,
  work: (runs: SystemRuns) => Promise<{ records: readonly string[]; done: T }>,
): Promise<T> {
  return asSystem(services.database, 'care for the keys of records', async (manager) => {
    const { records, done } = await work(statementsOf(manager, services.sealing));
    const events = records.map((patient) => ({ channel: channels.access(patient), ids: { patient } }));
    for (const { text, values } of services.bus.withinTransaction(events)) await manager.query(text, values);
    return { done, events };
  }).then(({ done, events }) => {
    services.bus.afterCommit(events);
    return done;
  });
}

async function rotate(
  { installation, print }: CommandTools,
  { patient, all }: { patient: string | undefined; all: boolean },
): Promise<number> {
  if (!patient && !all) throw new CommandProblem(`Say which record, or --all. ${USAGE}`);
  const { services } = await installation();
  let rotated = 0;
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const step = await inStep(services, async (runs) => {
      const wanted = patient ? [patient] : await recordsWithKeys(runs, after);
      const records = await rotateKeys(runs, wanted);
      return { records, done: { records, last: wanted.at(-1) } };
    });
    rotated += step.records.length;
    if (patient || !step.last) break;
    after = step.last;
  }
  if (patient && rotated === 0)
    throw new CommandProblem('There is no such record, or its keys are destroyed.');
  print(`${rotated} ${rotated === 1 ? 'record has' : 'records have'} new keys.`);
  return 0;
}

async function rewrap({ env, installation, print }: CommandTools, newMaster: boolean): Promise<number> {
  if (newMaster && env.VAULT_ADDR)
    throw new CommandProblem('The master key is Vault’s: rotate it there, then run rewrap.');
  if (newMaster) print(`A new master key: ${addMasterKey(env.DATA_DIR)}.`);
  const { services } = await installation();
  let rewrapped = 0;
  const failed: string[] = [];
  for (const table of ['record_key', 'system_key'] as const) {
    for (let more = true; more; ) {
      const step = await inStep(services, async (runs) => ({
        records: [],
        done: await rewrapKeys(runs, table, failed),
      }));
      rewrapped += step.rewrapped;
      failed.push(...step.failed);
      more = step.rewrapped + step.failed.length > 0;
    }
  }
  print(`${rewrapped} keys are wrapped by ${await services.sealing.provider.masterKeyId()} now.`);
  if (failed.length > 0) print(`${failed.length} could not be unwrapped and stay as they were.`);
  return failed.length > 0 ? 1 : 0;
}

async function destroy(
  { installation, print, ask }: CommandTools,
  { patient, id }: { patient: string | undefined; id: string | undefined },
): Promise<number> {
  if (!patient || !id) throw new CommandProblem(`Say which record with --record. ${USAGE}`);
  const { services } = await installation();
  print(`All that the record ${id} says becomes unreadable for ever. There is no way back.`);
  const typed = await ask('Type “destroy” and the id of the record to go on: ');
  if (typed.trim() !== `destroy ${id}`) throw new CommandProblem('Nothing was destroyed.');
  const destroyed = await inStep(services, async (runs) => ({
    records: [patient],
    done: await destroyKeys(runs, patient),
  }));
  print(`${destroyed} keys of the record were destroyed.`);
  return 0;
}
