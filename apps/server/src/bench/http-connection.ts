import { connect, type Socket } from 'node:net';

/** One request, ready to be written. */
export interface WireRequest {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** A kept-alive connection with one request at a time; so little of it is ours that the servers have the processor. */
export class HttpConnection {
  private readonly socket: Socket;
  private received: Buffer[] = [];
  private size = 0;
  private awaited = -1;
  private resolve: ((body: Buffer) => void) | undefined;
  private reject: ((error: Error) => void) | undefined;
  private bodyStart = 0;
  private status = 0;

  constructor(port: number) {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.reject?.(error));
    this.socket.on('close', () => this.reject?.(new Error('The server closed the connection.')));
  }

  /** Sends a request and waits for its whole answer. Throws when its status is not 200. */
  ask(request: WireRequest): Promise<Buffer> {
    const { path, headers, body } = request;
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
    const head = `POST ${path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`;
    this.socket.write(`${head}${lines.join('')}\r\n${body}`);
    return new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  close(): void {
    this.reject = undefined;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.received.push(chunk);
    this.size += chunk.length;
    if (this.awaited < 0) this.readHead();
    if (this.awaited < 0 || this.size < this.awaited) return;
    const all = this.received.length === 1 ? chunk : Buffer.concat(this.received);
    const body = all.subarray(this.bodyStart, this.awaited);
    this.received = [];
    this.size = 0;
    this.awaited = -1;
    if (this.status === 200) this.resolve?.(body);
    else this.reject?.(new Error(`Status ${this.status}: ${body.toString().slice(0, 500)}`));
  }

  private readHead(): void {
    const all = Buffer.concat(this.received);
    const end = all.indexOf('\r\n\r\n');
    if (end < 0) return;
    this.received = [all];
    const head = all.toString('latin1', 0, end);
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
    if (!length) throw new Error('An answer without a length.');
    this.status = Number(head.slice(9, 12));
    this.bodyStart = end + 4;
    this.awaited = this.bodyStart + Number(length);
  }
}
