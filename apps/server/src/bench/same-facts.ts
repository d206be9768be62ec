/** What differs between two sends of one message: the id the server chose, when, and where it stands. */
const MADE = new Set(['id', 'sentAt', 'position']);

/**
 * Both servers must say the same before they are measured.
 * @throws Error with both answers where they differ.
 */
export function holdSameFacts(
  name: string,
  answers: { product: Buffer; plain: Buffer; exact: boolean },
): void {
  const [product, plain] = [answers.product, answers.plain].map((body) => canonical(body, answers.exact));
  if (product === plain) return;
  throw new Error(`“${name}” is answered differently.\nproduct: ${product}\nplain:   ${plain}`);
}

/** Keys in order, nothing else touched. */
function canonical(body: Buffer, exact: boolean): string {
  return JSON.stringify(JSON.parse(body.toString()), (key, value: unknown) => {
    if (!exact && MADE.has(key)) return typeof value;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
