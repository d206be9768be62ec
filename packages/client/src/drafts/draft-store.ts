const prefix = 'heldwell-draft:';
const ownerKey = 'heldwell-draft-owner';

/**
 * Where unsent words are kept: this tab's session storage, so that they outlive a reload and a time-out but not the
 * tab. Storage that is full or switched off is taken silently: the words are then kept in the page alone.
 */
export type DraftStore = {
  read: (key: string) => string;
  write: (key: string, text: string) => void;
  /** Forgets every draft: at sign-out, and when another person signs in. */
  clearAll: () => void;
  /** Says whose drafts these are; drafts of somebody else are forgotten. */
  claim: (person: string) => void;
};

function quietly<Result>(work: () => Result, otherwise: Result): Result {
  try {
    return work();
  } catch {
    return otherwise;
  }
}

/** The drafts of one app; the three apps on one address do not see each other's. */
export function createDraftStore(
  app: string,
  storage: () => Storage = () => window.sessionStorage,
): DraftStore {
  const own = `${prefix}${app}:`;
  const ownerOf = `${ownerKey}:${app}`;
  const clearAll = () =>
    quietly(() => {
      const kept = storage();
      const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '');
      for (const key of keys) if (key.startsWith(own) || key === ownerOf) kept.removeItem(key);
    }, undefined);
  return {
    read: (key) => quietly(() => storage().getItem(own + key) ?? '', ''),
    write: (key, text) =>
      quietly(() => (text ? storage().setItem(own + key, text) : storage().removeItem(own + key)), undefined),
    clearAll,
    claim: (person) => {
      const last = quietly(() => storage().getItem(ownerOf), null);
      if (last !== null && last !== person) clearAll();
      quietly(() => storage().setItem(ownerOf, person), undefined);
    },
  };
}
