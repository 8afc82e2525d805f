import { describe, expect, it } from 'vitest';
import { claimsOf } from '../src/identity-claims.ts';
import { ActionScene } from './scene/action-scene.ts';

describe('an identity token that Vault refuses', () => {
  const inputs = { prompt: 'x', 'vault-url': 'https://v', 'vault-auth': 'jwt', 'vault-role': 'ci' };
  const claims = {
    aud: 'https://other',
    sub: 'repo:corp/app\n::add-mask::x',
    repository_id: '7',
    jti: 'unseen',
  };
  const token = `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2lnbmF0dXJl`;
  const login = (behaviour: string) =>
    new ActionScene().run(inputs, { FAKE_RUNNER: behaviour, CODEX_RUNNER_VAULT_JWT: token });

  it('is shown by what a role is bound to, and without its signature', async () => {
    const step = await login('is refused by Vault');
    expect(step.exitCode).toBe(3);
    expect(step.log).toMatch(/::group::.*\naud: https:\/\/other\nsub: repo:corp\/app\n: :add-mask: ?:x\nrepository_id: 7\n::endgroup::\n.*vault-audience/);
    const shown = step.log.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect(shown.join('\n')).not.toMatch(/unseen|c2lnbmF0dXJl/);
    expect(step.outputs).toMatchObject({ code: 'vault-jwt-claims-mismatch', reason: 'Vault refused the JWT.' });
    expect(step.summary).toContain('**What to do:** Check vault\\-role');
  }); // prettier-ignore

  it('is not shown where the run ended otherwise', async () => {
    expect((await login('refuses without a report')).log).not.toContain('::group::');
  });

  it.each(['', 'x', 'a.b.c', `a.${Buffer.from('[1]').toString('base64url')}.c`])(
    'has no claims: %j',
    (jwt) => {
      expect(claimsOf(jwt)).toEqual([]);
    },
  );
});
