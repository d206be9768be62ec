/** No such file: never put, or removed. */
export class NoSuchDocument extends Error {
  override name = 'NoSuchDocument';
}

/**
 * Keeps sealed files by their ids, whole or not at all. It knows nothing of what they say or who may have them; what
 * it is given is sealed already. A folder of this machine, or one that every server process shares.
 */
export interface DocumentStore {
  /** Takes all of a file; where its source fails nothing is left behind. An id is put once. */
  put(id: string, sealed: AsyncIterable<Buffer>): Promise<void>;
  /**
   * Opens a file; whoever does not read it to its end must end the iterator.
   * @throws NoSuchDocument
   */
  open(id: string): Promise<AsyncIterable<Buffer>>;
  /** Removes a file; one that is not there is as good as removed. */
  remove(id: string): Promise<void>;
  /** Ids put before a moment, and leftovers of files that were begun before it are removed on the way. */
  putBefore(moment: Date): AsyncIterable<string>;
}

/** Files as a server process keeps them. */
export interface Documents {
  readonly store: DocumentStore;
  /** Most bytes of one file. */
  readonly mostBytes: number;
}
