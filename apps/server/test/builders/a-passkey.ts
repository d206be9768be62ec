import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Asked {
  challenge: string;
  rpId?: string;
  rp?: { id?: string };
  user?: { id: string };
  allowCredentials?: { id: string }[];
}

/** What is wrong with what it says; nothing, unless a test chooses so. */
interface Flaw {
  origin?: string;
  rpId?: string;
  verified?: boolean;
  counter?: number;
  challenge?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;
const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const url = (bytes: Buffer | Uint8Array) => Buffer.from(bytes).toString('base64url');

/** A passkey in software: it answers as an authenticator does, by the same bytes. */
export class APasskey {
  readonly id = randomBytes(32);
  counter = 0;
  private readonly origin: string;
  private readonly keys: { publicKey: KeyObject; privateKey: KeyObject };

  constructor(origin = 'http://localhost:4000') {
    this.origin = origin;
    this.keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  }

  /** The answer to registration options, as JSON. */
  made(options: string, flaw: Flaw = {}): string {
    const asked = JSON.parse(options) as Asked;
    const data = this.data(asked.rp?.id, { ...flaw, attested: true });
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(data)],
    ]);
    return this.answer({
      clientDataJSON: url(this.clientData('webauthn.create', asked, flaw)),
      attestationObject: url(isoCBOR.encode(attestation as never)),
      transports: ['internal'],
    });
  }

  /** The answer to request options, as JSON; counts the use. */
  signed(options: string, flaw: Flaw = {}): string {
    const asked = JSON.parse(options) as Asked;
    this.counter += 1;
    const data = this.data(asked.rpId, flaw);
    const client = this.clientData('webauthn.get', asked, flaw);
    return this.answer({
      clientDataJSON: url(client),
      authenticatorData: url(data),
      signature: url(sign('sha256', Buffer.concat([data, sha256(client)]), this.keys.privateKey)),
    });
  }

  private answer(response: object): string {
    const id = url(this.id);
    return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
  }

  private clientData(type: string, asked: Asked, flaw: Flaw): Buffer {
    const { challenge = asked.challenge, origin = this.origin } = flaw;
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private data(rpId = 'localhost', flaw: Flaw & { attested?: boolean } = {}): Buffer {
    const { verified = true, counter = this.counter, attested = false } = flaw;
    const flags = PRESENT | (verified ? VERIFIED : 0) | (attested ? ATTESTED : 0);
    const head = Buffer.concat([sha256(flaw.rpId ?? rpId), Buffer.from([flags]), uint32(counter)]);
    return attested ? Buffer.concat([head, this.credential()]) : head;
  }

  /** Who made it, its id and its public key, as COSE has it. */
  private credential(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.from([0, this.id.length]);
    return Buffer.concat([Buffer.alloc(16), length, this.id, Buffer.from(isoCBOR.encode(key as never))]);
  }
}

function uint32(number: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
}
