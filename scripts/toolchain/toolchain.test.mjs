import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../commands.mjs';
import { ROOT, rootPackage } from './root.mjs';
import { checkNode, satisfies } from './supported-node.mjs';

test('the Node versions that were tried are accepted, others get one sentence', () => {
  for (const version of ['20.19.0', '20.20.2', '22.13.0', '24.11.0', '26.0.1']) checkNode(version);
  for (const version of ['18.20.0', '20.18.3', '21.7.0', '22.12.9', '23.4.0', '24.10.0']) {
    assert.throws(() => checkNode(version), /^Error: Heldwell needs Node .*this is Node/);
  }
  assert.equal(satisfies('20.19.0', '^20.19.1'), false);
});

test('every command is a script of package.json, and its file has a source', () => {
  const known = readFileSync(path.join(ROOT, 'apps/server/src/commands/index.ts'), 'utf8');
  for (const [name, { file, named }] of Object.entries(COMMANDS)) {
    if (named) assert.match(known, new RegExp(`^  '?${name}'?: async`, 'm'));
    assert.equal(rootPackage.scripts[name], `node scripts/run.mjs ${name}`);
    const source = file?.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
    if (source) assert.ok(readFileSync(path.join(ROOT, source), 'utf8').length > 0);
  }
});

test('a taken port and a folder that cannot be written end the start at once, with one sentence', async () => {
  const squatter = createServer();
  await new Promise((resolve) => squatter.listen(0, '127.0.0.1', resolve));
  const port = String(squatter.address().port);
  const taken = await start({ PORT: port });
  assert.deepEqual(taken, {
    code: 1,
    output: `Port ${port} is taken: stop the program that uses it, or choose another with PORT.\n`,
  });
  await new Promise((resolve) => squatter.close(resolve));
  const wrong = await start({ PORT: 'abc' });
  assert.deepEqual(wrong, {
    code: 1,
    output: 'The setting PORT is “abc”; it takes a port from 1 to 65535.\n',
  });
  const readOnly = await start({ PORT: port, DATA_DIR: path.join(ROOT, 'package.json/inside') });
  assert.equal(readOnly.code, 1);
  assert.match(
    readOnly.output,
    /^The data folder .* cannot be written \(\w+\): choose another with DATA_DIR\.\n$/,
  );
});

function start(env) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/start.mjs'], {
      cwd: ROOT,
      env: { ...process.env, HOST: '127.0.0.1', ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.once('close', (code) => resolve({ code, output }));
  });
}
