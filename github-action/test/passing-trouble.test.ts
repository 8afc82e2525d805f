import { describe, expect, it } from 'vitest';
import { mayPass, npmTroubleMayPass } from '../src/passing-trouble.ts';

const failed = (words: Readonly<Record<string, unknown>>, message = 'x'): Error =>
  Object.assign(new Error(message), words);

describe('trouble of a request', () => {
  it.each([
    { status: 500 },
    { status: 503 },
    { status: 429 },
    { status: 408 },
    { code: 'ECONNRESET' },
    { code: 'ETIMEDOUT' },
    { code: 'EAI_AGAIN' },
  ])('may pass: %j', (words) => {
    expect(mayPass(failed(words))).toBe(true);
  });

  it.each([
    { status: 301 },
    { status: 401 },
    { status: 404, code: 'ECONNRESET' },
    { code: 'ENOTFOUND' },
    { code: 'SELF_SIGNED_CERT_IN_CHAIN' },
    { code: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    {},
  ])('stays what it is: %j', (words) => {
    expect(mayPass(failed(words))).toBe(false);
  });

  it('stays what it is where a proxy says no, though the connection is said to be reset', () => {
    const message = (status: number): string =>
      `tunneling socket could not be established, statusCode=${status}`;
    expect(mayPass(failed({ code: 'ECONNRESET' }, message(407)))).toBe(false);
    expect(mayPass(failed({ code: 'ECONNRESET' }, message(502)))).toBe(true);
  });
});

describe('trouble of npm', () => {
  it.each([
    ['ECONNRESET', true],
    ['ETIMEDOUT', true],
    ['E503', true],
    ['E429', true],
    ['E404', false],
    ['E401', false],
    ['EINTEGRITY', false],
    ['ENOTFOUND', false],
  ])('%s may pass: %s', (code, may) => {
    expect(npmTroubleMayPass(`npm warn x\nnpm error code ${code}\nnpm error errno x\n`)).toBe(may);
  });

  it('without a code stays what it is', () => {
    expect(npmTroubleMayPass('ECONNRESET')).toBe(false);
  });
});
