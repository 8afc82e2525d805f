import { describe, expect, it } from 'vitest';
import { ActionScene } from './scene/action-scene.ts';

describe('a rotation check', () => {
  it('has its result for later steps, and its summary on the page', async () => {
    const inputs = {
      command: 'rotation-check',
      'codex-path': '',
      'vault-url': 'https://vault.example.com',
      'vault-token': 'hvs.token',
    };
    const step = await new ActionScene().run(inputs, { FAKE_RUNNER: 'checks tokens' });

    expect(step.exitCode).toBe(13);
    expect(step.outputs).toMatchObject({
      verdict: 'failure',
      kind: 'rotation_due',
      reason: 'secret/a#t: The token ends in 2 days.',
    });
    expect(JSON.parse(step.outputs['structured-output'] ?? '')).toMatchObject({ exitCode: 13 });
    expect(step.summary).toBe('# Tokens\n\nMore on it: `docs/troubleshooting.md#rotation-due`\n');
    expect(step.log).toContain('expiry: due, ends in 2 days');
  });

  it.each(['secret/a#t', '/secret/a/#t'])('passes on every digit, and is of the path %s', async (path) => {
    const inputs = {
      command: 'rotation-check',
      'codex-path': '',
      'vault-url': 'https://vault.example.com',
      'vault-token': 'hvs.token',
      'vault-path': path,
    };
    const step = await new ActionScene().run(inputs, { FAKE_RUNNER: 'checks a token with many digits' });

    expect(step.outputs['verdict']).toBe('success');
    expect(step.outputs['structured-output']).toContain('"version":12345678901234567890,');
  });
});
