/** A grant in force that a statement brought along with the row it is seen by. */
export interface Brought {
  /** Its row as text (`viewer_grant.signed`): known again where it was found right before. */
  signed: string;
  /** The label it is to open; without one, all that it has. */
  label?: string | undefined;
  /** The one thing it may be for: the row. */
  thing?: string | undefined;
}
