import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runAsGolden, type Compared } from './golden.ts';
import { scheduledIn } from './jobs.ts';
import { assertNoLeak } from './leaks.ts';
import { assertNothingLeft } from './leftovers.ts';
import { runLocally } from './local-action.ts';
import { understand, type UnderstoodLog } from './runner-log.ts';
import type { Scene } from './scene.ts';
import { fileCommand, prepare, runPlainly, type Ended, type StepStart } from './step.ts';

const scheduled = scheduledIn('nightly-docs-check.yml');

export interface Judged {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  readonly log: UnderstoodLog;
  readonly raw: string;
  readonly post: string;
}

export type Start = Omit<StepStart, 'job'> & Partial<Pick<StepStart, 'job'>>;
type Way = 'local-action' | 'node';

/** Runs a step, and judges what holds for every run, whatever came of it. */
export async function runStep(
  here: Scene,
  start: Start,
  way: Way = 'local-action',
  watch?: Parameters<typeof runPlainly>[1],
  compared: Compared = 'all',
): Promise<Judged> {
  const step = prepare(here, { ...scheduled, ...start });
  const issuedBefore = here.github.issuer.issued.length;
  const ended: Ended & { post?: Ended } =
    way === 'node' ? await runPlainly(step, watch) : await runLocally(here, step, watch);
  const issued = here.github.issuer.issued.slice(issuedBefore);
  const log = understand(ended.log);
  const hidden = log.obeyed.filter(({ name }) => name === 'add-mask').map(({ data }) => data);
  for (const token of issued) assert.ok(hidden.includes(token), 'an identity token is not masked');
  const summary = readFileSync(join(step.folder, 'commands/summary'), 'utf8');
  const visible = ended.log
    .split('\n')
    .filter((line) => !line.startsWith('::add-mask::'))
    .join('\n');
  const searched = ['workspace', 'runner-temp', 'tool-cache', 'tmp', 'commands'].map((name) =>
    join(step.folder, name),
  );
  assertNoLeak(
    {
      'the access token': [here.backend.token],
      'an identity token': issued,
      'the request token': [step.credentials.requestToken],
      'the GitHub token': [step.credentials.githubToken],
    },
    { 'the log': visible, 'the summary': summary },
    [...searched, join(here.work, 'home')],
  );
  await assertNothingLeft(here, step);
  const outputs = fileCommand(join(step.folder, 'commands/output'));
  runAsGolden(
    start.name,
    { exitCode: ended.exitCode, outputs, annotations: log.annotations, summary },
    here,
    compared,
  );
  return { exitCode: ended.exitCode, outputs, summary, log, raw: ended.log, post: ended.post?.log ?? '' };
}
