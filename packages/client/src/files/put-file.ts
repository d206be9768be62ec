/** Where a file is to go: a discussion one may write in, or a record under a label. */
export type FilePlace = { thread: string } | { record: string; label: string };

/** A file the server keeps, to be attached. */
export type KeptFile = { id: string; title: string; contentType: string; size: number };

/**
 * Why a file was not taken: `KIND`, `EMPTY` and `TOO_LARGE` (with the most bytes) are about the file, `TOO_MANY` about
 * how many wait, `HIDDEN` that one may not write there; `OFFLINE` and `BROKEN` may go better the next time.
 */
export type FileProblem = {
  kind: 'KIND' | 'EMPTY' | 'TOO_LARGE' | 'TOO_MANY' | 'HIDDEN' | 'NOBODY' | 'OFFLINE' | 'BROKEN';
  mostBytes?: number;
};

/** What came of putting a file up. */
export type PutOutcome = { file: KeptFile } | { problem: FileProblem };

export type FileToPut = {
  app: string;
  /** Chosen once for a file: put up twice, kept once. */
  id: string;
  file: File;
  place: FilePlace;
  /** From 0 to 1. */
  onProgress: (part: number) => void;
  /** Breaks it off; then nothing of it is kept. */
  signal: AbortSignal;
};

const known = ['KIND', 'EMPTY', 'TOO_LARGE', 'TOO_MANY', 'HIDDEN', 'NOBODY'] as const;

function answerOf(request: XMLHttpRequest): PutOutcome {
  let said: Partial<KeptFile> & { problem?: string; mostBytes?: number } = {};
  try {
    said = JSON.parse(request.responseText) as typeof said;
  } catch {
    return { problem: { kind: 'BROKEN' } };
  }
  if (request.status === 201) return { file: said as KeptFile };
  const kind = known.find((one) => one === said.problem);
  if (!kind) return { problem: { kind: 'BROKEN' } };
  return { problem: said.mostBytes === undefined ? { kind } : { kind, mostBytes: said.mostBytes } };
}

/** Puts one file up. Not `fetch`, which does not say how far it is. Never rejects. */
export function putFile({ app, id, file, place, onProgress, signal }: FileToPut): Promise<PutOutcome> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/files/${app}`);
    const headers = {
      'Content-Type': 'application/octet-stream',
      'X-Heldwell-App': app,
      'X-Heldwell-Id': id,
      'X-Heldwell-Name': encodeURIComponent(file.name),
      ...('thread' in place
        ? { 'X-Heldwell-Thread': place.thread }
        : { 'X-Heldwell-Record': place.record, 'X-Heldwell-Label': place.label }),
    };
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => resolve(answerOf(request));
    request.onerror = () => resolve({ problem: { kind: 'OFFLINE' } });
    request.onabort = request.onerror;
    signal.addEventListener('abort', () => request.abort());
    request.send(file);
  });
}
