import http from 'node:http';
import type { AppClient } from './app-client.ts';
import { fileAddress } from './files.ts';

/** Reads a file a piece at a time, as a slow line does; when it ended, after how many bytes, and whether it was whole. */
export function slowDownload(client: AppClient, file: string, pauseMs = 15) {
  let pause = pauseMs;
  let bytes = 0;
  const pieces: Buffer[] = [];
  let begun: () => void = () => undefined;
  const first = new Promise<void>((resolve) => (begun = resolve));
  const ended = new Promise<{ at: number; bytes: number; whole: boolean; got: Buffer }>((resolve) => {
    const request = http.get(
      `${client.url}${fileAddress(client, file)}`,
      { headers: { cookie: client.cookies } },
      (answer) => {
        const end = () =>
          resolve({ at: performance.now(), bytes, whole: answer.complete, got: Buffer.concat(pieces) });
        answer.on('data', (piece: Buffer) => {
          bytes += piece.length;
          pieces.push(piece);
          if (bytes > 500_000) begun();
          if (pause === 0) return;
          answer.pause();
          setTimeout(() => answer.resume(), pause);
        });
        answer.on('close', end);
        answer.on('error', () => undefined);
      },
    );
    request.on('error', () =>
      resolve({ at: performance.now(), bytes: 0, whole: false, got: Buffer.alloc(0) }),
    );
  });
  // What has left the server lies in buffers below: from now on all of it is read as fast as it can be.
  const hurry = () => {
    pause = 0;
  };
  return { first, ended, hurry };
}
