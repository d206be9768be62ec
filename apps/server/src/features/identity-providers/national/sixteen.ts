/** Whether somebody is sixteen or older on this day in this country; from midnight of the birthday on. */
export function isSixteen(birthDate: string, now: Date): boolean {
  const today = now.toLocaleDateString('sv-SE', { timeZone: 'Europe/London' });
  const [year = '', rest = ''] = [birthDate.slice(0, 4), birthDate.slice(4)];
  return `${String(Number(year) + 16).padStart(4, '0')}${rest}` <= today;
}
