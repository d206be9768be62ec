import { readFileSync } from 'node:fs';
import { parseSync } from 'oxc-parser';

/**
 * What a source file reaches for, read by a real parser: `imports` with the names taken (type-only ones too),
 * and whether it reads `process.env`. Throws when the file cannot be parsed: an unread file must not pass.
 */
export function readImports(file) {
  const { program, errors } = parseSync(file, readFileSync(file, 'utf8'));
  if (errors.length > 0) throw new Error(`${file} cannot be parsed: ${errors[0].message}`);
  const seen = { imports: [], readsEnvironment: false };
  visit(program, seen);
  return seen;
}

function visit(node, seen) {
  if (Array.isArray(node)) {
    for (const item of node) visit(item, seen);
    return;
  }
  if (node === null || typeof node !== 'object') return;
  note(node, seen);
  for (const value of Object.values(node)) if (typeof value === 'object') visit(value, seen);
}

function note(node, seen) {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      noteImport(node, seen);
      break;
    case 'MemberExpression':
      if (node.object.name === 'process' && (node.property.name ?? node.property.value) === 'env')
        seen.readsEnvironment = true;
      break;
    case 'VariableDeclarator':
      if (node.init?.name === 'process' && node.id.properties?.some((part) => part.key?.name === 'env'))
        seen.readsEnvironment = true;
      break;
    default:
  }
}

function noteImport(node, seen) {
  const source = node.source?.value ?? node.argument?.literal?.value ?? node.argument?.value;
  if (typeof source !== 'string') return;
  const names = (node.specifiers ?? []).map((part) => (part.imported ?? part.local)?.name ?? '*');
  if (/^(node:)?process$/.test(source) && names.includes('env')) seen.readsEnvironment = true;
  seen.imports.push({ source, names: names.length > 0 ? names : ['*'] });
}
