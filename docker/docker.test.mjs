import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { COMMANDS } from '../scripts/commands.mjs';
import { ROOT, rootPackage } from '../scripts/toolchain/root.mjs';
import { checkNode } from '../scripts/toolchain/supported-node.mjs';

const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const all = (text, pattern) => [...text.matchAll(pattern)].map((match) => match[1]);

const dockerfile = read('docker/Dockerfile');
const compose = read('docker/compose.yaml');
const settings = new Set(all(read('apps/server/src/env.ts'), /^ {2}([A-Z][A-Z_]+): /gm));

test('every path the image copies is in the repository and not ignored', () => {
  const copied = all(dockerfile, /^COPY (?!--from)(.+) \S+$/gm).flatMap((paths) => paths.split(' '));
  assert.ok(copied.length > 5);
  const ignored = read('docker/Dockerfile.dockerignore').split('\n');
  for (const file of copied) {
    assert.ok(existsSync(path.join(ROOT, file)), `${file} does not exist`);
    assert.ok(!ignored.includes(file), `${file} is ignored`);
  }
});

test('every program and script the image runs has a source', () => {
  const programs = all(dockerfile, /"([^"]+\.js)"/g);
  assert.ok(programs.length > 0);
  for (const program of programs) {
    const source = program.replace('/dist/', '/src/').replace(/\.js$/, '.ts');
    assert.ok(existsSync(path.join(ROOT, source)), `${source} does not exist`);
  }
  const scripts = all(dockerfile, /npm run (\S+)/g);
  assert.ok(scripts.length > 0);
  for (const script of scripts) assert.ok(rootPackage.scripts[script], `there is no script ${script}`);
  for (const name of all(dockerfile, /--filter (@\S+)/g)) {
    const folder = `apps/${name.split('/')[1]}/package.json`;
    assert.equal(JSON.parse(read(folder)).name, name);
  }
});

test('every command compose tells of is one of the server', () => {
  const told = all(compose, /run-command\.js (\S+)/g);
  assert.ok(told.length > 0);
  for (const name of told) assert.ok(COMMANDS[name]?.named, `there is no command ${name}`);
  assert.ok(
    existsSync(path.join(ROOT, COMMANDS.organisation.file.replace('/dist/', '/src/').replace(/js$/, 'ts'))),
  );
});

test('the image uses the pinned pnpm, a Node that was tried, and nobody’s rights', () => {
  for (const pin of all(dockerfile, /(pnpm@[\d.]+)/g)) assert.equal(pin, rootPackage.packageManager);
  const images = all(dockerfile, /^FROM node:(\d+\.\d+)/gm);
  assert.equal(images.length, 2);
  for (const version of images) checkNode(`${version}.0`);
  assert.match(dockerfile.split(/^FROM /m).at(-1), /^USER (?!root)\w+$/m);
});

test('every variable set for the server is a setting of the server', () => {
  assert.ok(settings.has('PORT'));
  const anchor = compose.slice(compose.indexOf('environment:'), compose.indexOf('volumes:'));
  const set = [
    ...all(anchor, /^ {4}([A-Z_]+):/gm),
    ...all(dockerfile.match(/^ENV (.+)$/m)[1], /([A-Z_]+)=/g),
  ];
  assert.ok(set.length > 10);
  for (const name of set) assert.ok(settings.has(name), `${name} is no setting of the server`);
});

test('every file compose names is there, and every variable it asks for is in the example', () => {
  const files = [...all(compose, /- \.\/([^:\s]+):/g), 'compose.yaml'].map((file) => `docker/${file}`);
  assert.equal(all(compose, /^ {4}context: (\S+)$/gm)[0], '..');
  for (const file of [...files, ...all(compose, /dockerfile: (\S+)/g)])
    assert.ok(existsSync(path.join(ROOT, file)), file);
  const example = new Set(all(read('docker/.env.example'), /^([A-Z_]+)=/gm));
  for (const name of all(compose, /\$\{([A-Z_]+)/g))
    assert.ok(example.has(name), `${name} is not in the example`);
  assert.ok(all(compose, /^ {2}server-(\d):$/gm).length >= 2);
});

test('the proxy and compose agree on the servers and their port', () => {
  const port = dockerfile.match(/PORT=(\d+)/)[1];
  const upstreams = all(read('docker/Caddyfile'), /(server-\d:\d+)/g);
  const services = all(compose, /^ {2}(server-\d):$/gm);
  assert.deepEqual(
    upstreams,
    services.map((name) => `${name}:${port}`),
  );
  assert.match(dockerfile, new RegExp(`EXPOSE ${port}`));
});
