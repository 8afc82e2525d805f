import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { scheduledIn } from './jobs.ts';
import { repositoryRoot, scene, type Scene } from './scene.ts';
import { fileCommand, prepare, running, runPlainly } from './step.ts';

const scheduled = scheduledIn('nightly-docs-check.yml');
const recordings = join(repositoryRoot, 'runner-core/src/test/resources/streams/codex-0.169.0');
const golden = JSON.parse(
  readFileSync(join(repositoryRoot, 'contract/golden/codex-0.169.0.json'), 'utf8'),
) as Record<string, Outcome>;

/** All of them take minutes; in short, the first of each kind and code. */
const names = Object.keys(golden).filter(
  (name, at, all) =>
    process.env['SCENE_CAMPAIGN'] === 'full' ||
    all.findIndex((other) => sameOutcome(golden[other], golden[name])) === at,
);

function sameOutcome(one: Outcome | undefined, other: Outcome | undefined): boolean {
  return one?.kind === other?.kind && one?.code === other?.code;
}

interface Outcome {
  readonly kind: string;
  readonly exitCode: number;
  readonly code: string;
}

/** What the job's environment sets, as flags, is the same in both: settings of one run without retries. */
const settings = { retries: '0', timeout: '60s' } as const;

describe("the contract's golden runs", { concurrency: 2 }, () => {
  let here: Scene;
  let fakes: string;
  before(async () => {
    here = await scene();
    fakes = join(here.work, 'replaying');
    mkdirSync(fakes, { recursive: true });
    const testkit = join(repositoryRoot, 'runner-testkit/target/codex-testkit.jar');
    execFileSync('java', ['-jar', testkit, 'replaying', '--dir', fakes, '--recordings', recordings]);
  });

  for (const name of names) {
    it(`${name} comes out the same through the action as through the CLI`, async () => {
      const codex = join(fakes, name, 'codex');
      const token = readFileSync(join(here.backend.folder, 'token'), 'utf8').trim();
      const start = { name, ...scheduled, env: { CODEX_ACCESS_TOKEN: token } };

      const byAction = prepare(here, { ...start, inputs: actionInputs(here, codex) });
      const step = await runPlainly(byAction);
      const outputs = fileCommand(join(byAction.folder, 'commands/output'));

      const byCli = prepare(here, { ...start, inputs: {} });
      const report = join(byCli.folder, 'runner-temp/report');
      const cli = await running(
        ['java', '-jar', here.programs.runnerJar, 'exec', ...cliFlags(here, codex, report)],
        { cwd: byCli.env['GITHUB_WORKSPACE'] ?? '', env: byCli.env },
      );
      const verdict = (JSON.parse(readFileSync(join(report, 'report.json'), 'utf8')) as { verdict: Outcome })
        .verdict;

      assert.equal(step.exitCode, cli.exitCode, step.log);
      assert.deepEqual(
        [outputs['verdict'], outputs['kind'], outputs['code'], outputs['exit-code']],
        [cli.exitCode === 0 ? 'success' : 'failure', verdict.kind, verdict.code, String(verdict.exitCode)],
      );
    });
  }
});

function actionInputs(here: Scene, codex: string): Record<string, string> {
  return {
    prompt: 'Say hello.',
    'codex-path': codex,
    'runner-jar': here.programs.runnerJar,
    'ca-bundle': here.backend.caBundle,
    config: 'token-source: env',
    ...settings,
  };
}

function cliFlags(here: Scene, codex: string, report: string): readonly string[] {
  return [
    ...[
      '--codex-path',
      codex,
      '--ca-bundle',
      here.backend.caBundle,
      '--token-source',
      'env',
      '--report-dir',
      report,
    ],
    ...Object.entries(settings).flatMap(([flag, value]) => [`--${flag}`, value]),
    'Say hello.',
  ];
}
