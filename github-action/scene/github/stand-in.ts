import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { Job } from './claims.ts';
import { TokenIssuer } from './token-issuer.ts';

/** How the token endpoint misbehaves, once for each entry. */
export type TokenFault = { readonly status: number } | { readonly afterMs: number };

interface KnownJob {
  readonly job: Job;
  readonly faults: TokenFault[];
}

/** What a job gets of its server: `ACTIONS_ID_TOKEN_REQUEST_*` and `GITHUB_TOKEN`. */
export interface JobCredentials {
  readonly requestUrl: string;
  readonly requestToken: string;
  readonly githubToken: string;
}

/**
 * As much of a GitHub Enterprise Server as the action meets: the OIDC issuer with its token endpoint, and of the API the
 * permission of a collaborator and the labels of an issue.
 */
export class GitHubStandIn {
  readonly labels: { issue: string; labels: string[] }[] = [];
  /** Permission by login; whoever is not named is no collaborator. */
  readonly permissions = new Map([
    ['maintainer', 'maintain'],
    ['developer', 'write'],
    ['reader', 'read'],
  ]);
  readonly requests: string[] = [];
  readonly #jobs = new Map<string, KnownJob>();
  readonly #githubTokens = new Set<string>();
  readonly #server: Server;
  #issuer: TokenIssuer | undefined;

  private constructor(pki: string) {
    this.#server = createServer(
      { cert: readFileSync(`${pki}/server-chain.pem`), key: readFileSync(`${pki}/server-key.pem`) },
      (request, response) => {
        this.#answer(request, response).catch((error: unknown) => response.destroy(error as Error));
      },
    );
  }

  /** @param pki folder with `server-chain.pem` and `server-key.pem` */
  static async start(pki: string): Promise<GitHubStandIn> {
    const standIn = new GitHubStandIn(pki);
    await new Promise<void>((listening) => standIn.#server.listen(0, '127.0.0.1', listening));
    standIn.#server.unref();
    standIn.#issuer = new TokenIssuer(`https://${standIn.host}/_services/token`);
    return standIn;
  }

  get host(): string {
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get issuer(): TokenIssuer {
    if (this.#issuer === undefined) {
      throw new Error('it has not been started');
    }
    return this.#issuer;
  }

  /** A job that may ask for tokens about itself. */
  admit(job: Job, faults: readonly TokenFault[] = []): JobCredentials {
    const requestToken = `request-${randomBytes(24).toString('hex')}`;
    const githubToken = `ghs_${randomBytes(18).toString('hex')}`;
    this.#jobs.set(requestToken, { job, faults: [...faults] });
    this.#githubTokens.add(githubToken);
    return {
      requestUrl: `https://${this.host}/_apis/pipelines/token?api-version=2.0`,
      requestToken,
      githubToken,
    };
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', `https://${this.host}`);
    this.requests.push(`${request.method ?? ''} ${url.pathname}`);
    const send = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    };
    switch (url.pathname) {
      case '/_services/token/.well-known/openid-configuration':
        send(200, this.issuer.discovery());
        return;
      case '/_services/token/.well-known/jwks':
        send(200, this.issuer.keys());
        return;
      case '/_apis/pipelines/token':
        await this.#token(request, url, send);
        return;
      default:
        await this.#api(request, url, send);
    }
  }

  async #token(
    request: IncomingMessage,
    url: URL,
    send: (status: number, body: unknown) => void,
  ): Promise<void> {
    const bearer = /^bearer (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    const known = this.#jobs.get(bearer);
    if (known === undefined) {
      send(401, { message: 'Bad request token' });
      return;
    }
    const fault = known.faults.shift();
    if (fault !== undefined && 'afterMs' in fault) {
      await pause(fault.afterMs);
    } else if (fault !== undefined) {
      send(fault.status, { message: 'Try again' });
      return;
    }
    const value = this.issuer.issue(known.job, url.searchParams.get('audience') ?? `https://${this.host}`);
    send(200, { count: value.length, value });
  }

  async #api(
    request: IncomingMessage,
    url: URL,
    send: (status: number, body: unknown) => void,
  ): Promise<void> {
    const token = /^(?:token|bearer) (.+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? '';
    if (!this.#githubTokens.has(token)) {
      send(401, { message: 'Bad credentials' });
      return;
    }
    const permission = /^\/api\/v3\/repos\/[^/]+\/[^/]+\/collaborators\/([^/]+)\/permission$/.exec(
      url.pathname,
    );
    if (permission !== null) {
      const login = decodeURIComponent(permission[1] ?? '');
      const role = this.permissions.get(login);
      // The API knows four old words; the finer role stands beside them.
      const old = role === 'maintain' ? 'write' : role === 'triage' ? 'read' : role;
      if (old === undefined) {
        send(404, { message: `${login} is not a user` });
      } else {
        send(200, { permission: old, role_name: role, user: { login, type: 'User' } });
      }
      return;
    }
    const labels = /^\/api\/v3\/repos\/[^/]+\/[^/]+\/issues\/([0-9]+)\/labels$/.exec(url.pathname);
    if (labels !== null && request.method === 'POST') {
      const body = JSON.parse(await text(request)) as { labels: string[] };
      this.labels.push({ issue: labels[1] ?? '', labels: body.labels });
      send(200, []);
      return;
    }
    send(404, { message: 'Not Found' });
  }
}

async function text(request: IncomingMessage): Promise<string> {
  let all = '';
  request.setEncoding('utf8');
  for await (const chunk of request) {
    all += String(chunk);
  }
  return all;
}
