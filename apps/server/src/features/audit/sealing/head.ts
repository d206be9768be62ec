/** How far a record's chain reached at a moment, signed. */
export interface Head {
  /** The sealer's turn. */
  batch: number;
  /** The record's UUID. */
  record: string;
  position: number;
  /** Hexadecimal. */
  hash: string;
  /** ISO 8601. */
  at: string;
  /** The public key, in base64url as the signature. */
  key: string;
  signature: string;
}

/** The words of a head that are signed. */
export const signedWords = (head: Pick<Head, 'record' | 'position' | 'hash' | 'at'>): string =>
  `heldwell-log-head-1\n${head.record}\n${head.position}\n${head.hash}\n${head.at}`;
