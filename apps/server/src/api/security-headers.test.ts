import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const headersOf = async (https: boolean) => {
  const app = fastify();
  app.addHook('onSend', (_request, reply) => Promise.resolve(securityHeaders(reply, { https })));
  app.get('/', () => ({}));
  return (await app.inject('/')).headers;
};

describe('every answer', () => {
  it('lets a page load and run what comes from here, and nothing written into it', async () => {
    const policy = String((await headersOf(false))['content-security-policy']).split('; ');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.join()).not.toMatch(/unsafe|\*|https?:/);
  });

  it('binds browsers to https where people come by it, and not on this machine', async () => {
    expect((await headersOf(true))['strict-transport-security']).toBe('max-age=63072000; includeSubDomains');
    expect((await headersOf(false))['strict-transport-security']).toBeUndefined();
  });

  it('is read as what it says it is, and by pages of this origin', async () => {
    expect(await headersOf(true)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
    });
  });
});
