import path from 'node:path';

/** Higher may import lower or its own rank; `@heldwell/client` and `@heldwell/ui` stand beside each other. */
const PACKAGE_RANKS = { views: 3, client: 2, ui: 2, schema: 1, config: 0 };
const SERVER_RANKS = { main: 5, api: 4, access: 3, features: 2, platform: 1, env: 0 };
const WEB_RANKS = { main: 4, app: 3, features: 2, floor: 1 };
/** Server features that everything may use, whatever its layer: still only through their index.ts. */
const FLOOR_DOORS = new Set(['src/features/consent/index.ts', 'src/features/audit/index.ts']);
const WEB_APPS = new Set(['patient', 'carer', 'professional']);

/** Where a file lives: `{ workspace: 'apps/server', inner: 'src/api/schema.ts' }`. */
export function placeOf(file) {
  const [group, name, ...rest] = file.split('/');
  return { group, name, workspace: `${group}/${name}`, inner: rest.join('/') };
}

export const isTest = (file) =>
  /\.test\.[a-z]+$|\/(test|testing)\/|(^|\/)(vitest|vite)\.config\.|^apps\/e2e\//.test(file);

/** The rules that look at one import into another workspace, by package name or by path. */
export function workspaceProblem(from, target) {
  const here = placeOf(from);
  if (target.startsWith('apps/')) return 'no one imports an app';
  const there = target.split('/')[1];
  if (there === 'config') return undefined;
  if (here.group === 'apps')
    return here.name === 'server' && there !== 'schema' ? 'the server knows only packages/schema' : undefined;
  const allowed = PACKAGE_RANKS[here.name] > PACKAGE_RANKS[there];
  return allowed ? undefined : 'packages go apps → views → {client, ui}, client → schema';
}

/** The rules that look at one import inside a workspace. */
export function layerProblem(from, to) {
  const { name, group } = placeOf(from);
  const [source, target] = [placeOf(from).inner, placeOf(to).inner];
  if (group !== 'apps' || !source.startsWith('src/') || !target.startsWith('src/')) return undefined;
  if (name === 'server') return serverProblem(source, target);
  return WEB_APPS.has(name) ? webProblem(source, target) : undefined;
}

function serverProblem(source, target) {
  if (FLOOR_DOORS.has(target)) return undefined;
  const [above, below] = [serverLayer(source), serverLayer(target)];
  if (SERVER_RANKS[above] < SERVER_RANKS[below])
    return `the server goes main → api → access → features → platform, not ${above} → ${below}`;
  const [mine, theirs] = [featureOf(source), featureOf(target)];
  if (!mine || !theirs || mine === theirs) return undefined;
  return target === `src/features/${theirs}/index.ts`
    ? undefined
    : `${theirs} is reached only through its index.ts`;
}

function webProblem(source, target) {
  const [above, below] = [webLayer(source), webLayer(target)];
  if (WEB_RANKS[above] < WEB_RANKS[below])
    return `a web app goes main → app → features, not ${above} → ${below}`;
  const [mine, theirs] = [featureOf(source), featureOf(target)];
  return mine && theirs && mine !== theirs
    ? 'web features never import each other; routes compose them'
    : undefined;
}

function serverLayer(inner) {
  const [, first, second] = inner.split('/');
  if (first === 'env.ts') return 'env';
  if (second === undefined || first === 'commands' || inner.startsWith('src/database/seed/')) return 'main';
  if (first === 'database') return 'platform';
  return first in SERVER_RANKS ? first : 'main';
}

function webLayer(inner) {
  const [, first] = inner.split('/');
  if (/^main\.tsx?$/.test(first)) return 'main';
  return first === 'app' || first === 'features' ? first : 'floor';
}

function featureOf(inner) {
  const [, first, feature, rest] = inner.split('/');
  return first === 'features' && rest !== undefined ? feature : undefined;
}

/** Things that only one place may know. */
export function exclusiveProblems(file, { imports, readsEnvironment }) {
  const { name, inner } = placeOf(file);
  const problems = [];
  if (readsEnvironment && inner !== 'src/env.ts') problems.push('only env.ts reads process.env');
  for (const { source, names } of imports) {
    if (source === 'graphql-shield' && !inner.startsWith('src/access/'))
      problems.push('only access/ imports graphql-shield');
    const knowsDataSource = source === 'typeorm' && names.includes('DataSource');
    if (knowsDataSource && !(name === 'server' && inner === 'src/platform/database.ts')) {
      problems.push('only platform/database.ts knows DataSource');
    }
  }
  return problems;
}

/** The path a relative import means, without looking at the disk. */
export const joined = (from, source) =>
  path.posix.join(path.posix.dirname(from), source.replace(/\?.*$/, ''));
