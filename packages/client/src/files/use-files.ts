import { useEffect, useRef, useState } from 'react';
import { useHeldwell } from '../client-provider.tsx';
import { type FilePlace, type FileProblem, type KeptFile, putFile } from './put-file.ts';

/** A file that was chosen: on its way, kept by the server, or refused. */
export type ChosenFile = {
  /** Its id from choosing to attaching. */
  id: string;
  name: string;
  size: number;
  /** From 0 to 1 while it is on its way. */
  progress: number;
  kept?: KeptFile;
  problem?: FileProblem;
};

/** Files beside what is being written. */
export type ChosenFiles = {
  files: ChosenFile[];
  /** Ids of those the server keeps, in their order: what a message takes along. */
  attachments: string[];
  /** True while one is on its way. */
  sending: boolean;
  choose: (files: readonly File[]) => void;
  remove: (id: string) => void;
  /** Sends one again that did not arrive; only while this page is open. */
  again: (id: string) => void;
  canTryAgain: (id: string) => boolean;
  /** Forgets them all: they were sent with a message. */
  clear: () => void;
};

type OnItsWay = { file: File; stop: AbortController };

function readKept(text: string): ChosenFile[] {
  return text ? (JSON.parse(text) as ChosenFile[]) : [];
}

/** The files of a place, with those the server keeps as they were before a reload. */
function useKeptFiles(draftKey: string) {
  const { drafts } = useHeldwell();
  const [files, setFiles] = useState<ChosenFile[]>(() => readKept(drafts.read(draftKey)));
  useEffect(() => {
    const kept = files.filter((one) => one.kept);
    drafts.write(draftKey, kept.length > 0 ? JSON.stringify(kept) : '');
  }, [drafts, draftKey, files]);
  return { files, setFiles };
}

/** Puts files up, one by one as they are chosen; what is on its way is broken off where the page is left. */
function usePutting(place: FilePlace, change: (id: string, what: Partial<ChosenFile>) => void) {
  const { app, signedOut } = useHeldwell();
  const under = useRef(new Map<string, OnItsWay>());
  useEffect(() => {
    const begun = under.current;
    return () => {
      for (const { stop } of begun.values()) stop.abort();
    };
  }, []);
  const put = async (id: string, file: File) => {
    const stop = new AbortController();
    under.current.set(id, { file, stop });
    const onProgress = (progress: number) => change(id, { progress });
    const outcome = await putFile({ app, id, file, place, onProgress, signal: stop.signal });
    if (stop.signal.aborted) return;
    if ('file' in outcome) {
      under.current.delete(id);
      change(id, { kept: outcome.file, progress: 1 });
    } else {
      change(id, { problem: outcome.problem });
      if (outcome.problem.kind === 'NOBODY') signedOut.send();
    }
  };
  return { put, under: under.current };
}

/**
 * Files chosen for what is written under `key`. Each is put up at once, so that sending takes no longer; what was put up
 * outlives a reload like the words beside it. `place` is asked when a file is put up.
 */
export function useFiles(key: string, place: FilePlace): ChosenFiles {
  const { files, setFiles } = useKeptFiles(`files:${key}`);
  const change = (id: string, what: Partial<ChosenFile>) =>
    setFiles((before) => before.map((one) => (one.id === id ? { ...one, ...what } : one)));
  const { put, under } = usePutting(place, change);
  const choose = (chosen: readonly File[]) => {
    const added = chosen.map((file) => ({ id: crypto.randomUUID(), file }));
    setFiles((before) => [
      ...before,
      ...added.map(({ id, file }) => ({ id, name: file.name, size: file.size, progress: 0 })),
    ]);
    for (const { id, file } of added) void put(id, file);
  };
  const remove = (id: string) => {
    under.get(id)?.stop.abort();
    under.delete(id);
    setFiles((before) => before.filter((one) => one.id !== id));
  };
  const again = (id: string) => {
    const known = under.get(id);
    if (!known) return;
    change(id, { problem: undefined, progress: 0 });
    void put(id, known.file);
  };
  return {
    files,
    attachments: files.flatMap(({ kept }) => kept?.id ?? []),
    sending: files.some(({ kept, problem }) => !kept && !problem),
    choose,
    remove,
    again,
    canTryAgain: (id) => under.has(id),
    clear: () => setFiles([]),
  };
}
