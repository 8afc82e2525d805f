import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { scene, setUpVault, type Scene } from './scene.ts';
import { AUTH_MOUNT } from './vault.ts';

/** Whoever asks there is refused the connection. */
const NOWHERE = { VAULT_ADDR: 'https://127.0.0.1:1' };

describe('examples/vault/set-up', () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  const setUp = (changes: Record<string, string> = {}) =>
    setUpVault(here.vault, here.github, here.backend, changes);
  const read = async (path: string) =>
    (await here.vault.request('GET', path, here.vault.rootToken)).body['data'] as Record<string, unknown>;
  const roleNames = async () => {
    const list = await here.vault.request('LIST', `auth/${AUTH_MOUNT}/role`, here.vault.rootToken);
    return (list.body['data'] as { keys: string[] }).keys;
  };
  const reviewOf = (prefix: string) => read(`auth/${AUTH_MOUNT}/role/${prefix}-review`);

  it('run again, and again, changes nothing', async () => {
    // Many mounts make a long list: what reads only its beginning would break here.
    const others = Array.from({ length: 300 }, (_, n) => `sys/auth/zz-other-${n}`);
    const all = async () => [
      await read(`auth/${AUTH_MOUNT}/config`),
      ...(await Promise.all((await roleNames()).map((name) => read(`auth/${AUTH_MOUNT}/role/${name}`)))),
    ];
    const earlier = await all();
    for (const other of others) {
      await here.vault.request('POST', other, here.vault.rootToken, { type: 'approle' });
    }
    try {
      for (let again = 0; again < 3; again++) await setUp();
      assert.deepEqual(await all(), earlier);
    } finally {
      for (const other of others) await here.vault.request('DELETE', other, here.vault.rootToken);
    }
  });

  it('leaves what somebody else set at the mount as it is', async () => {
    const root = here.vault.rootToken;
    const path = `auth/${AUTH_MOUNT}/config`;
    const ca = readFileSync(here.backend.caBundle, 'utf8');
    const issuer = here.github.issuer.issuer;
    const settings = { oidc_discovery_url: issuer, bound_issuer: issuer, oidc_discovery_ca_pem: ca };
    const own = { default_role: 'codex-shop-review', jwt_supported_algs: ['RS256'] };
    assert.ok((await here.vault.request('POST', path, root, { ...settings, ...own })).status < 300);
    try {
      // As one who sets up a second repository, and names no authority: the mount has it.
      await setUp({ REPOSITORY_NAME: 'your-org/second', REPOSITORY_ID: '734512101', GITHUB_ISSUER_CA: '' });
      const after = await read(path);
      assert.deepEqual(
        [after['default_role'], after['jwt_supported_algs']],
        ['codex-shop-review', ['RS256']],
      );
      assert.ok((await roleNames()).includes('codex-second-review'));
    } finally {
      await here.vault.request('POST', path, root, settings);
    }
  });

  it('leaves no mount behind whose issuer Vault does not trust, and says what is missing', async () => {
    const asked = setUp({ AUTH_MOUNT: 'jwt-untrusted', GITHUB_ISSUER_CA: '' });
    await assert.rejects(asked, /x509[\s\S]*must reach that address[\s\S]*GITHUB_ISSUER_CA=FILE/);
    const mounts = await read('sys/auth');
    assert.ok(!('jwt-untrusted/' in mounts), 'the mount was left');
  });

  for (const [parameter, value] of [
    ['REPOSITORY_ID', '*'],
    ['REPOSITORY_ID', '7345*'],
    ['REPOSITORY_NAME', 'shop'],
    ['REPOSITORY_NAME', 'your-org/*'],
    ['WORKFLOWS_REPOSITORY', 'your-org/a/b'],
    ['ROLE_PREFIX', 'codex|shop'],
    ['AUTH_MOUNT', 'jwt-github/'],
    ['SECRET_PATH', 'ci/*'],
    ['GITHUB_ISSUER', 'https://ghes.example.com/_services/token/'],
    ['AUDIENCE', 'a" b'],
    ['GITHUB_ISSUER_CA', '/no/such.pem'],
    ['VAULT_CLI', 'no-such-vault'],
  ] as const) {
    it(`refuses ${parameter}=${value} before it asks Vault for anything`, async () => {
      const earlier = await roleNames();
      await assert.rejects(
        setUp({ [parameter]: value, ...NOWHERE }),
        (failed: Error & { code?: unknown }) => {
          assert.equal(failed.code, 2);
          assert.match(
            failed.message,
            parameter === 'VAULT_CLI' ? /VAULT_CLI=bao/ : new RegExp(`error: ${parameter} is`),
          );
          return true;
        },
      );
      assert.deepEqual(await roleNames(), earlier);
    });
  }

  it('leaves the mount of another issuer as it is, and says what to do', async () => {
    const root = here.vault.rootToken;
    const gitlab = { jwt_validation_pubkeys: [publicKey()], bound_issuer: 'https://gitlab.example.com' };
    await here.vault.request('POST', 'sys/auth/jwt', root, { type: 'jwt' });
    assert.ok((await here.vault.request('POST', 'auth/jwt/config', root, gitlab)).status < 300);
    const earlier = await read('auth/jwt/config');
    await assert.rejects(setUp({ AUTH_MOUNT: 'jwt' }), /gitlab\.example\.com[\s\S]*AUTH_MOUNT=/);
    assert.deepEqual(await read('auth/jwt/config'), earlier);
    const roles = await here.vault.request('LIST', 'auth/jwt/role', root);
    assert.equal(roles.status, 404, 'a role was written');
    await here.vault.request('DELETE', 'sys/auth/jwt', root);
  });

  it('goes on where a mount was made but not yet configured', async () => {
    const root = here.vault.rootToken;
    await here.vault.request('POST', 'sys/auth/jwt-begun', root, { type: 'jwt' });
    await setUp({ AUTH_MOUNT: 'jwt-begun' });
    assert.equal((await read('auth/jwt-begun/config'))['bound_issuer'], here.github.issuer.issuer);
    await here.vault.request('DELETE', 'sys/auth/jwt-begun', root);
  });

  it("gives a second repository roles of its own, and takes nobody's", async () => {
    const earlier = await reviewOf('codex-shop');
    await setUp({ REPOSITORY_NAME: 'your-org/billing', REPOSITORY_ID: '734512100' });
    assert.deepEqual(await reviewOf('codex-shop'), earlier);
    const billing = (await reviewOf('codex-billing'))['bound_claims'] as Record<string, unknown>;
    assert.equal(billing['repository_id'], '734512100');
    const namesake = { REPOSITORY_NAME: 'other-org/shop', REPOSITORY_ID: '99' };
    await assert.rejects(setUp(namesake), /codex-shop-[\s\S]*734512098[\s\S]*ROLE_PREFIX=/);
    assert.deepEqual(await reviewOf('codex-shop'), earlier);
  });

  it("makes the role that a pull request's own file is enough for only where that is accepted", async () => {
    assert.ok((await roleNames()).includes('codex-shop-review-by-own-file'), 'the scene accepts it');
    assert.ok(!(await roleNames()).includes('codex-billing-review-by-own-file'));
    await assert.rejects(setUp({ REVIEW_BY_OWN_FILE: 'yes' }), /accepted/);
  });
});

function publicKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
    type: 'spki',
    format: 'pem',
  }) as string;
}
