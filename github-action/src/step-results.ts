import { join } from 'node:path';
import type { ActionInputs } from './action-inputs.ts';
import { annotationsOf } from './annotations.ts';
import { readBounded } from './bounded-file.ts';
import type { Cancelled } from './cancellation.ts';
import { ActionFailure } from './failure.ts';
import { isRefusedLogin } from './identity-claims.ts';
import { readInputs } from './inputs.ts';
import {
  EXIT_CODES_PAGE,
  isTheReports,
  ofCheck,
  ofExitCode,
  ofFailure,
  ofFailures,
  ofReport,
  type Outcome,
} from './outcome.ts';
import { outputsOf } from './outputs.ts';
import { readReport } from './report.ts';
import { filesOfThisRun } from './report-files.ts';
import { checkResult, type CheckResult } from './rotation-check.ts';
import { configFileOf, type RunFolders } from './run-folders.ts';
import { asSaidInWorkflow } from './runner-words.ts';
import { saidIn, type SaidFailure } from './said-failure.ts';
import { isInForce, settingInForce } from './settings-in-force.ts';
import type { Surroundings } from './surroundings.ts';
import { summaryOf } from './summary.ts';
import type { RunnerEnd } from './supervised-run.ts';

const LARGEST_TEXT_BYTES = 4 * 1024 * 1024;

/** Nothing was started: each reason is told, and the first one's exit code is the step's. */
export async function refused(
  first: ActionFailure,
  others: readonly ActionFailure[],
  world: Surroundings,
): Promise<number> {
  [first, ...others].forEach((failure) => {
    world.console.failure(failure);
  });
  const outcome = ofFailures(first, others);
  await tellOutputs(outcome, undefined, undefined, world);
  await tellSummary(summaryOf(outcome, undefined, world.env), world);
  return outcome.exitCode;
}

/** The job was cancelled before anything ran. */
export async function stopped({ exitCode, message }: Cancelled, world: Surroundings): Promise<number> {
  const outcome = ofExitCode(exitCode, {
    what: message,
    why: '',
    fix: 'Start the job again.',
    code: 'cancelled',
    page: EXIT_CODES_PAGE,
  });
  annotationsOf(outcome, undefined).commands.forEach((command) => {
    world.console.command(command);
  });
  await tellOutputs(outcome, undefined, undefined, world);
  await tellSummary(summaryOf(outcome, undefined, world.env), world);
  return exitCode;
}

/** The runner has ended: what it left is told, in the log, on the job's page and to later steps. */
export async function finish(
  end: RunnerEnd & { readonly claims: readonly string[] },
  inputs: ActionInputs,
  folders: RunFolders,
  world: Surroundings,
): Promise<number> {
  const check =
    inputs.command === 'rotation-check' ? checkResult(end.stdout, pathAskedFor(inputs)) : undefined;
  const written = await filesOfThisRun(folders.reportFolder, folders.before);
  const outcome = await outcomeOf(end, inputs, check, written, folders, world);
  if (isRefusedLogin(outcome.code)) showClaims(end.claims, world);
  // Pages and findings of a run that the step says something else of would contradict it.
  const isAgreed = isTheReports(outcome) || check?.exitCode === outcome.exitCode;
  const files = isAgreed ? written : new Set<string>();
  const textIn = (name: string): Promise<string | undefined> =>
    files.has(name)
      ? readBounded(join(folders.reportFolder, name), LARGEST_TEXT_BYTES, 'no-links').catch(() => undefined)
      : Promise.resolve(undefined);
  check?.lines.forEach((line) => {
    world.console.line(line);
  });
  const { commands, warnings } = annotationsOf(outcome, await textIn('annotations.txt'));
  commands.forEach((command) => {
    world.console.command(command);
  });
  warnings.forEach((warning) => {
    world.console.warning(warning);
  });
  const page = await textIn(check === undefined ? 'report.md' : 'rotation-check.md');
  const tell = async (told: Outcome, published: ReadonlySet<string>, text?: string): Promise<void> => {
    await tellOutputs(
      told,
      { folder: folders.reportFolder, files: published },
      isAgreed ? check?.json : undefined,
      world,
    );
    await tellSummary(summaryOf(told, text, world.env), world);
  };
  await tell(outcome, files, page);
  // Once more, at the very end: what the run left behind may write there still.
  const tampered = await world.fileCommands.restoreTampered();
  if (tampered.length === 0) return outcome.exitCode;
  const other = afterTampering(outcome, tampered, world);
  world.fileCommands.forget('GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY');
  await world.fileCommands.restoreTampered();
  await tell(other, isTheReports(other) ? files : new Set(), isTheReports(other) ? page : undefined);
  await world.fileCommands.restoreTampered();
  return other.exitCode;
}

function pathAskedFor({ sources }: ActionInputs): string | undefined {
  return isInForce(sources, 'paths-file') ? undefined : settingInForce(sources, 'vault-path')[0];
}

async function outcomeOf(
  end: RunnerEnd,
  inputs: ActionInputs,
  check: CheckResult | undefined,
  written: ReadonlySet<string>,
  folders: RunFolders,
  world: Surroundings,
): Promise<Outcome> {
  const outcome = await judged(end, inputs, check, written, folders, world);
  return end.tampered.length === 0 ? outcome : afterTampering(outcome, end.tampered, world);
}

function afterTampering(outcome: Outcome, tampered: readonly string[], world: Surroundings): Outcome {
  const failure = new ActionFailure('file-commands-tampered', tampered.join(', '));
  world.console.failure(failure);
  // A run that failed keeps its own reason and exit code.
  return outcome.exitCode === 0 ? { ...outcome, ...ofFailure(failure) } : outcome;
}

async function judged(
  { exitCode, stderr, runId }: RunnerEnd,
  { command }: ActionInputs,
  check: CheckResult | undefined,
  written: ReadonlySet<string>,
  folders: RunFolders,
  world: Surroundings,
): Promise<Outcome> {
  const said = saidBy(stderr, folders);
  if (command === 'rotation-check') return ofCheck(exitCode, check, said);
  const reading = written.has('report.json')
    ? await readReport(join(folders.reportFolder, 'report.json'), runId)
    : ({ kind: 'absent' } as const);
  if (reading.kind === 'report') return ofReport(reading.report, exitCode);
  if (reading.kind === 'absent' && exitCode !== 0) return ofExitCode(exitCode, said);
  const reason = reading.kind === 'absent' ? 'it is not there' : reading.reason;
  const failure = new ActionFailure('report-unreadable', String(exitCode), reason);
  world.console.failure(failure);
  // No success without a report that says so.
  return exitCode === 0 ? ofFailure(failure) : ofExitCode(exitCode, said);
}

/** What Vault compared with the role, which nobody sees otherwise: neither its answer nor the workflow has it. */
function showClaims(claims: readonly string[], { console }: Surroundings): void {
  if (claims.length === 0) return;
  console.command("::group::What the job's token says of itself, which Vault refused");
  claims.forEach((claim) => {
    console.line(claim);
  });
  console.command('::endgroup::');
  console.line(
    'A role must have aud in its bound_audiences (input vault-audience), and the others as its bound_claims say: github-action/examples/vault/set-up makes such roles.',
  );
}

function saidBy(stderr: string, folders: RunFolders): SaidFailure | undefined {
  const said = saidIn(stderr);
  return said && asSaidInWorkflow(said, configFileOf(folders));
}

async function tellOutputs(
  outcome: Outcome,
  places: Parameters<typeof outputsOf>[1],
  checkJson: string | undefined,
  { console, fileCommands }: Surroundings,
): Promise<void> {
  const { values, warnings } = outputsOf(outcome, places, checkJson);
  await fileCommands.set('GITHUB_OUTPUT', values);
  warnings.forEach((warning) => {
    console.warning(warning);
  });
}

async function tellSummary(page: string, { env, fileCommands }: Surroundings): Promise<void> {
  if (readInputs(env).get('summary') !== 'false') await fileCommands.append('GITHUB_STEP_SUMMARY', page);
}
