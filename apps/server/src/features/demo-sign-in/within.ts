import { demoIssuers } from './people.ts';

/** Asks as everybody asks, but for the stand-ins: those are asked where they are, whatever address people use. */
export function fetchWithin(publicUrl: string, inside: () => string): typeof fetch {
  const outside = demoIssuers(publicUrl);
  return (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    if (!address.startsWith(outside)) return fetch(input, init);
    return fetch(`${inside()}${address.slice(publicUrl.length)}`, init);
  };
}
