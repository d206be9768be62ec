/** Whose joining it is, and for which team the viewer acts. */
export interface JoiningPlace {
  team: string;
  record: { id: string };
  /** Where the record begins. */
  path: string;
  /** The patient's name as staff read it. */
  name: string;
}
