import { readFileSync } from 'node:fs';

/** Where the examples' set-up mounts the login. */
export const AUTH_MOUNT = 'jwt-github';

export interface VaultReply {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
  readonly errors: string;
}

/** The real server, seen by its API. */
export class Vault {
  readonly address: string;
  readonly rootToken: string;

  constructor(address: string, rootTokenFile: string) {
    this.address = address;
    this.rootToken = readFileSync(rootTokenFile, 'utf8').trim();
  }

  async request(method: string, path: string, token: string, body?: unknown): Promise<VaultReply> {
    const response = await fetch(`${this.address}/v1/${path}`, {
      method,
      headers: token === '' ? {} : { 'x-vault-token': token },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return { status: response.status, body: parsed, errors: JSON.stringify(parsed['errors'] ?? []) };
  }

  /** The reply to a login with a JWT; a client token in `auth` where it was let in. */
  login(role: string, jwt: string): Promise<VaultReply> {
    return this.request('POST', `auth/${AUTH_MOUNT}/login`, '', { role, jwt });
  }

  /** Accessors of the tokens that logins by JWT have left, unrevoked. */
  async liveJobTokens(): Promise<string[]> {
    const list = await this.request('LIST', 'auth/token/accessors', this.rootToken);
    const { keys } = list.body['data'] as { keys: string[] };
    const found: string[] = [];
    for (const accessor of keys) {
      const about = await this.request('POST', 'auth/token/lookup-accessor', this.rootToken, { accessor });
      if (
        (about.body['data'] as { path?: string } | undefined)?.path?.startsWith(`auth/${AUTH_MOUNT}/`) ===
        true
      ) {
        found.push(accessor);
      }
    }
    return found;
  }
}

export function clientToken(reply: VaultReply): string | undefined {
  return (reply.body['auth'] as { client_token?: string } | undefined)?.client_token;
}
