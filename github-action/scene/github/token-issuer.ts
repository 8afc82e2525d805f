import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { claimsOf, type Job } from './claims.ts';

/** Signs OIDC tokens as GitHub does: RS256, ten minutes, one for an audience. */
export class TokenIssuer {
  readonly #key: KeyObject;
  readonly #published: Record<string, unknown>;
  readonly #keyId = randomUUID();
  readonly issued: string[] = [];
  readonly issuer: string;

  constructor(issuer: string) {
    this.issuer = issuer;
    const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#key = pair.privateKey;
    this.#published = {
      ...pair.publicKey.export({ format: 'jwk' }),
      kid: this.#keyId,
      use: 'sig',
      alg: 'RS256',
    };
  }

  discovery(): Record<string, unknown> {
    return {
      issuer: this.issuer,
      jwks_uri: `${this.issuer}/.well-known/jwks`,
      response_types_supported: ['id_token'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
  }

  keys(): Record<string, unknown> {
    return { keys: [this.#published] };
  }

  issue(job: Job, audience: string, overrides: Record<string, unknown> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const payload = {
      jti: randomUUID(),
      ...claimsOf(job),
      aud: audience,
      iss: this.issuer,
      nbf: now - 300,
      iat: now,
      exp: now + 600,
      ...overrides,
    };
    const header = { typ: 'JWT', alg: 'RS256', kid: this.#keyId };
    const signed = [header, payload]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const token = `${signed}.${sign('sha256', Buffer.from(signed), this.#key).toString('base64url')}`;
    this.issued.push(token);
    return token;
  }
}
