import { rootPackage } from './root.mjs';
import { Stop } from './stop.mjs';

/** Whether a version such as "20.20.2" fits a range such as "^20.19.0 || >=24.11.0" (those two operators only). */
export function satisfies(version, range) {
  const have = version.split('.').map(Number);
  return range.split('||').some((part) => {
    const match = part.trim().match(/^(\^|>=)(\d+)\.(\d+)\.(\d+)$/);
    if (!match) throw new Error(`cannot read the version range ${part}`);
    const want = match.slice(2).map(Number);
    const difference = have.map((number, place) => number - want[place]).find((step) => step !== 0) ?? 0;
    return difference >= 0 && (match[1] === '>=' || have[0] === want[0]);
  });
}

/** Throws `Stop` on a Node that Heldwell was not tried on. */
export function checkNode(version = process.versions.node) {
  if (satisfies(version, rootPackage.engines.node)) return;
  throw new Stop(
    `Heldwell needs Node 20.19 or newer of 20, 22.13 or newer of 22, or 24.11 and above; this is Node ${version}.`,
  );
}
