/** The record's UUID within its opaque id: a kind and sixteen bytes. The log itself names the record so. */
export function uuidOfRecord(id: string): string {
  const text = atob(id.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = Array.from(text.slice(1), (letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join(
    '',
  );
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
