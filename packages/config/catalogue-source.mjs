import ts from 'typescript-ast';

/** Attributes whose text a person reads or hears. */
const spoken = new Set([
  'aria-label',
  'aria-description',
  'alt',
  'title',
  'placeholder',
  'label',
  'heading',
  'legend',
  'hint',
  'description',
  'summary',
  'caption',
  'header',
  'what',
]);

const hasWords = (text) => /\p{L}{2,}/u.test(text);
const isText = (node) => ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node);

/** Texts that an expression inside JSX shows: both sides of a condition, the right side of && and ||. */
function shownTexts(node) {
  if (isText(node)) return [node];
  if (ts.isParenthesizedExpression(node)) return shownTexts(node.expression);
  if (ts.isConditionalExpression(node)) return [...shownTexts(node.whenTrue), ...shownTexts(node.whenFalse)];
  if (ts.isBinaryExpression(node)) return shownTexts(node.right);
  if (ts.isTemplateExpression(node)) return [node.head, ...node.templateSpans.map((span) => span.literal)];
  return [];
}

function hardCodedIn(node) {
  if (ts.isJsxText(node)) return [node];
  if (
    ts.isJsxExpression(node) &&
    node.expression &&
    (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))
  ) {
    return shownTexts(node.expression);
  }
  if (!ts.isJsxAttribute(node) || !node.initializer || !spoken.has(node.name.getText())) return [];
  if (ts.isStringLiteral(node.initializer)) return [node.initializer];
  return ts.isJsxExpression(node.initializer) && node.initializer.expression
    ? shownTexts(node.initializer.expression)
    : [];
}

/** What a source file says: `said` ids by `t('…')`, every text that may be an id, beginnings of ids put together, and hard-coded texts. */
export function readSource(file, text) {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
  const found = { said: [], strings: new Set(), beginnings: [], hardCoded: [] };
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
  const visit = (node) => {
    if (isText(node)) found.strings.add(node.text);
    if (ts.isTemplateExpression(node) && /^[\w-]+\./.test(node.head.text))
      found.beginnings.push(node.head.text);
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 't') {
      const [id] = node.arguments;
      if (id && isText(id)) found.said.push({ id: id.text, line: lineOf(id) });
    }
    for (const shown of hardCodedIn(node)) {
      if (hasWords(shown.text)) found.hardCoded.push({ line: lineOf(shown), text: shown.text.trim() });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}
