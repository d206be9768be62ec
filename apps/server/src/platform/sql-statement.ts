/** A statement with its values. */
export interface SqlStatement {
  text: string;
  values?: unknown[];
  /** Prepared once a connection under this name. */
  name?: string;
}
