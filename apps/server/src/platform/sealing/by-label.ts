/** One label of a record; it has keys of its own. */
export interface LabelOfRecord {
  patient: string;
  label: string;
}

/** One of something for each label of each record, made when it is first asked for. */
export class ByLabel<T extends object> {
  private readonly records = new Map<string, Map<string, T>>();
  private readonly make: () => T;

  constructor(make: () => T) {
    this.make = make;
  }

  of({ patient, label }: LabelOfRecord): T {
    const known = this.records.get(patient)?.get(label);
    if (known) return known;
    const made = this.make();
    const labels = this.records.get(patient) ?? new Map<string, T>();
    this.records.set(patient, labels.set(label, made));
    return made;
  }
}
