import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type DocumentNode, type FragmentDefinitionNode, parse, visit } from 'graphql';
import type { AppName } from '../../platform/opened-session.ts';
import { canonicalHash } from './canonical.ts';
import type { RegisteredDocument } from './registered.ts';

const ROOT = fileURLToPath(new URL('../../../../../', import.meta.url));
const ALL: AppName[] = ['PATIENT', 'CARER', 'PROFESSIONAL'];
/** Where documents are written, and which apps send them. */
const SOURCES: Record<string, AppName[]> = {
  'apps/patient/src': ['PATIENT'],
  'apps/carer/src': ['CARER'],
  'apps/professional/src': ['PROFESSIONAL'],
  'packages/client/src': ALL,
  'packages/views/src': ALL,
};

interface Source {
  file: string;
  text: string;
  apps: AppName[];
}

const isSource = (file: string): boolean =>
  /\.tsx?$/.test(file) && !/\.test\.tsx?$|\.d\.ts$|(^|\/)testing\//.test(file.replaceAll('\\', '/'));

function sources(): Source[] {
  return Object.entries(SOURCES).flatMap(([folder, apps]) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter(isSource)
      .map((file) => ({
        file: `${folder}/${file}`,
        text: readFileSync(path.join(ROOT, folder, file), 'utf8'),
        apps,
      })),
  );
}

/** Documents as they stand in the source: each the first argument of `graphql`, a text without holes. */
function documentsIn({ file, text }: Source): DocumentNode[] {
  const calls = [...text.matchAll(/\bgraphql\(\s*(?:`([^`]*)`|'([^'\n]*)')?/g)];
  return calls.map(([, long, short]) => {
    const document = long ?? short;
    if (document === undefined || document.includes('${'))
      throw new Error(`${file}: a document is a text without holes, right behind “graphql(”.`);
    // Marks for the tool that types documents; it takes them out before they are sent.
    return parse(document.replace(/@_\w+/g, ''));
  });
}

/**
 * The register of every operation the three apps send, with the fragments it spreads, sorted by name.
 * @throws Error where two documents bear one name, or a fragment is not found.
 */
export function collectRegistered(): RegisteredDocument[] {
  const found = sources().flatMap((source) => documentsIn(source).map((document) => ({ document, source })));
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { document, source } of found) {
    for (const definition of document.definitions) {
      if (definition.kind !== 'FragmentDefinition') continue;
      const { value } = definition.name;
      if (fragments.has(value)) throw new Error(`${source.file}: a second fragment named ${value}.`);
      fragments.set(value, definition);
    }
  }
  const registered = found.flatMap(({ document, source }) => registeredIn(document, source, fragments));
  registered.sort((one, other) => (one.name + one.apps < other.name + other.apps ? -1 : 1));
  return registered;
}

function registeredIn(
  document: DocumentNode,
  { file, apps }: Source,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): RegisteredDocument[] {
  return document.definitions.flatMap((operation) => {
    if (operation.kind !== 'OperationDefinition') return [];
    const name = operation.name?.value;
    if (!name) throw new Error(`${file}: an operation without a name.`);
    const spread = new Map<string, FragmentDefinitionNode>();
    const gather = (node: DocumentNode['definitions'][number]): void => {
      visit(node, {
        FragmentSpread: ({ name: { value } }) => {
          const fragment = fragments.get(value);
          if (!fragment) throw new Error(`${file}: there is no fragment ${value}.`);
          if (spread.has(value)) return;
          spread.set(value, fragment);
          gather(fragment);
        },
      });
    };
    gather(operation);
    const whole: DocumentNode = { ...document, definitions: [operation, ...spread.values()] };
    return [{ name, kind: operation.operation, apps, sha256: canonicalHash(whole) }];
  });
}
