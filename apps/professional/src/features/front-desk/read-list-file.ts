/** The text of a list as spreadsheets save it: UTF-8 where it is that, else the letters Windows uses in the west. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
