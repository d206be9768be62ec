/** Whether somebody is sixteen or older on this day in this country; from midnight of the birthday on. */
export function isSixteen(birthDate: string, now: Date): boolean {
  const today = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
  const year = String(Number(birthDate.slice(0, 4)) + 16).padStart(4, '0');
  return `${year}${birthDate.slice(4)}` <= today;
}
