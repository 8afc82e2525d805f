import { describe, expect, it } from 'vitest';
import { actionInputs } from '../src/action-inputs.ts';
import { addressSecrets } from '../src/address-secrets.ts';
import { bareAddress, withoutCredentials } from '../src/addresses.ts';
import type { Environment } from '../src/environment.ts';
import type { InputName } from '../src/input-catalogue.ts';

const of = (inputs: Partial<Record<InputName, string>>, env: Environment = {}): readonly string[] =>
  addressSecrets(new Map(Object.entries(inputs) as [InputName, string][]), env).map(({ value }) => value);

describe('a credential in an address', () => {
  it.each(['runner-url', 'codex-registry', 'proxy', 'vault-url'] as const)('is a secret in %s', (name) => {
    const found = of({ [name]: 'https://me:pa%21ss@mirror/x?sv=2024-01-01&sig=aB3%2Fd5678' });
    expect(found).toEqual(
      expect.arrayContaining(['pa!ss', 'pa%21ss', 'me:pa!ss', 'aB3%2Fd5678', 'aB3/d5678']),
    );
    expect(found).not.toContain('me');
  });

  it.each(['HTTPS_PROXY', 'http_proxy', 'ALL_PROXY', 'NPM_CONFIG_REGISTRY', 'npm_config_https_proxy'])(
    'is a secret in the variable %s',
    (name) => {
      expect(of({}, { [name]: 'http://me:password@host:3128' })).toContain('password');
      expect(of({}, { [name]: 'me:password@host:3128' })).toContain('password');
    },
  );

  it('is a user without a password: a token in that place', () => {
    expect(of({ 'runner-url': 'https://ghp_token@mirror/x' })).toEqual(['ghp_token']);
  });

  it('is no short value and no word, of which the log is full', () => {
    expect(of({ 'runner-url': 'https://m/x?v=1&flag&repository=maven-releases&name=codex-runner' })).toEqual(
      [],
    );
    expect(of({ proxy: 'http://proxy:3128' }, { HTTPS_PROXY: 'no address at all' })).toEqual([]);
  });

  it('is among the secrets of the step', async () => {
    const { secrets } = await actionInputs({ 'INPUT_RUNNER-URL': 'https://m/x?sig=s1gnature' });
    expect(secrets.map(({ value }) => value)).toEqual(['s1gnature']);
  });
});

describe('an address in a message', () => {
  it('has no credential in it', () => {
    expect(bareAddress('https://me:pass@mirror:8443/x.jar?sig=s#f')).toBe('https://mirror:8443/x.jar');
    expect(bareAddress('https://mirror:8443/t0k3n/a/x.jar;sig=s')).toBe('https://mirror:8443/…/x.jar');
    expect(bareAddress('https://mirror/a;sig=s/')).toBe('https://mirror/…/');
    expect(bareAddress('https://mirror')).toBe('https://mirror/');
    expect(withoutCredentials('(404 GET "https://npm.corp/t0k3n/npm/@openai%2fcodex;a=b" /x)')).toBe(
      '(404 GET "https://npm.corp/…/@openai%2fcodex" /x)',
    );
    expect(withoutCredentials('GET https://me:p@ss@npm.corp/x?sig=s failed: timeout: /y?sig=s')).toBe(
      'GET https://npm.corp/x failed: timeout: /y',
    );
  });
});
