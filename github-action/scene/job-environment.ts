import { readFileSync } from 'node:fs';
import type { JobCredentials } from './github/stand-in.ts';
import type { Scene } from './scene.ts';

/**
 * What the job's environment has that on a real runner is not there: where the stand-ins listen, told to codex-runner by
 * variables, so that workflows and inputs stay as a user writes them.
 */
export function jobEnvironment(scene: Scene, credentials: JobCredentials): Record<string, string> {
  const { origin, folder, caBundle } = scene.backend;
  const service = Object.fromEntries(
    readFileSync(`${folder}/backend.env`, 'utf8')
      .split('\n')
      .filter((line) => line.includes('='))
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
  );
  const provider = `{name="stand-in",base_url="${origin}/backend-api/codex",wire_api="responses",requires_openai_auth=true,supports_websockets=false}`;
  return {
    ...service,
    PATH: process.env['PATH'] ?? '',
    LANG: 'C.UTF-8',
    HOME: `${scene.work}/home`,
    CURL_CA_BUNDLE: caBundle,
    RUNNER_ENVIRONMENT: 'self-hosted',
    ACTIONS_ID_TOKEN_REQUEST_URL: credentials.requestUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: credentials.requestToken,
    CODEX_RUNNER_CODEX_CONFIG: [
      'model_provider="standin"',
      `chatgpt_base_url="${origin}/backend-api"`,
      `model_providers.standin=${provider}`,
    ].join('\n'),
    CODEX_RUNNER_ALLOW_OVERRIDE: [
      'model_provider',
      'model_providers',
      'chatgpt_base_url',
      ...Object.keys(service),
    ].join('\n'),
    CODEX_RUNNER_PASS_ENV: Object.keys(service).join('\n'),
  };
}
