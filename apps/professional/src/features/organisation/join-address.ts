/** Where somebody with a team's join code goes, and the form of it that fits on a poster. */
export function joinAddress(code: string): { href: string; shown: string } {
  const href = `${window.location.origin}/patient/join/${code}`;
  return { href, shown: href.replace(/^https?:\/\//, '') };
}
