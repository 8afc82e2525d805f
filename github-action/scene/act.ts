import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { understood, type ActLog } from './act-log.ts';
import type { TokenFault } from './github/stand-in.ts';
import type { Job } from './github/claims.ts';
import { jobEnvironment } from './job-environment.ts';
import { centralWorkflows, releasedAction, userRepository } from './repositories.ts';
import { scene, type Scene } from './scene.ts';

/** What came of a workflow. */
export interface WorkflowRun extends ActLog {
  readonly exitCode: number | null;
  /** The tokens that GitHub issued meanwhile. */
  readonly identityTokens: readonly string[];
  readonly requestToken: string;
  readonly githubToken: string;
  /** Where the stand-ins for uploads put what they were given. */
  readonly uploads: string;
  readonly folder: string;
}

export interface WorkflowStart {
  /** A file of the examples. */
  readonly workflow: string;
  readonly job: Job;
  /** The event's payload besides the repository. */
  readonly event?: (repository: { baseCommit: string }) => Record<string, unknown>;
  readonly faults?: readonly TokenFault[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Changes to the workflow's text before it runs, for runs that the example is not meant for. */
  readonly edit?: (text: string) => string;
  /** Called when the log has this text; may interrupt act. */
  readonly when?: { readonly log: string; readonly then: (act: { interrupt(): void }) => void };
}

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
const UPLOAD_ARTIFACT = 'actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f';
const CODEQL = 'github/codeql-action@8aad20d150bbac5944a9f9d289da16a4b0d87c1e';
const CENTRAL = 'your-org/codex-workflows@main';
const OURS = 'your-org/codex-runner@0000000000000000000000000000000000000000';

export async function runWorkflow(start: WorkflowStart): Promise<WorkflowRun> {
  const here = await scene();
  mkdirSync(`${here.work}/home`, { recursive: true });
  const folder = mkdtempSync(`${here.work}/${start.workflow.replace('.yml', '')}-`);
  const credentials = here.github.admit(start.job, start.faults);
  const repository = userRepository(join(folder, 'checkout'), start.job.repository, here.github.host);
  userRepository(join(folder, 'repositories', 'your-org/shop'), 'your-org/shop', here.github.host);
  userRepository(join(folder, 'repositories', 'your-org/billing'), 'your-org/billing', here.github.host);
  mkdirSync(join(folder, 'uploads'));
  mkdirSync(join(folder, 'tmp'));
  const workflow = join(repository.folder, '.github/workflows', start.workflow);
  const edit = start.edit ?? ((text: string) => text);
  writeFileSync(workflow, edit(readFileSync(workflow, 'utf8')));
  const central = centralWorkflows(join(folder, 'codex-workflows'), (text) => edit(writtenOut(text, here)));
  writeFileSync(join(folder, 'event.json'), JSON.stringify(payload(start, repository)));

  const words = [
    start.job.eventName,
    ...['-W', workflow, '-C', repository.folder, '-e', join(folder, 'event.json')],
    ...['-P', 'self-hosted=-self-hosted', '--actor', start.job.actor, '--github-instance', here.github.host],
    ...['--action-cache-path', join(folder, 'runner'), '--use-new-action-cache', '--no-cache-server', '--rm'],
    ...['--json', '--insecure-secrets', '--defaultbranch', 'main'],
    ...localRepositories(here, central),
    ...Object.entries(variables(here)).flatMap(([name, value]) => ['--var', `${name}=${value}`]),
  ];
  const secrets = { GITHUB_TOKEN: credentials.githubToken, ...start.secrets };
  const child = spawn(
    here.programs.act,
    [...words, ...Object.keys(secrets).flatMap((name) => ['-s', name])],
    {
      cwd: folder,
      env: {
        ...jobEnvironment(here, credentials),
        ...secrets,
        TMPDIR: join(folder, 'tmp'),
        SCENE_UPLOADS: join(folder, 'uploads'),
        SCENE_REPOSITORIES: join(folder, 'repositories'),
        ...start.env,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let log = '';
  let told = false;
  const add = (chunk: string): void => {
    log += chunk;
    if (!told && start.when !== undefined && log.includes(start.when.log)) {
      told = true;
      start.when.then({ interrupt: () => child.kill('SIGINT') });
    }
  };
  child.stdout.setEncoding('utf8').on('data', add);
  child.stderr.setEncoding('utf8').on('data', add);
  const issuedBefore = here.github.issuer.issued.length;
  const exitCode = await new Promise<number | null>((ended) => child.on('close', ended));
  if ((process.env['SCENE_KEEP'] ?? '') !== '') writeFileSync(`${folder}.log`, log);
  return {
    exitCode,
    ...understood(log),
    identityTokens: here.github.issuer.issued.slice(issuedBefore),
    ...credentials,
    uploads: join(folder, 'uploads'),
    folder,
  };
}

function payload(start: WorkflowStart, repository: { baseCommit: string }): Record<string, unknown> {
  const { job } = start;
  return {
    ...(start.event?.(repository) ?? {}),
    repository: {
      full_name: job.repository,
      id: Number(job.repositoryId),
      visibility: job.visibility ?? 'private',
      private: (job.visibility ?? 'private') !== 'public',
      default_branch: 'main',
      owner: { login: job.repository.split('/')[0] },
      name: job.repository.split('/')[1],
    },
    sender: { login: job.actor, type: 'User' },
  };
}

function localRepositories(here: Scene, central: string): readonly string[] {
  const actions = join(import.meta.dirname, 'actions');
  return [
    `${CHECKOUT}=${join(actions, 'checkout')}`,
    `${UPLOAD_ARTIFACT}=${join(actions, 'upload-artifact')}`,
    `${CODEQL}=${actions}`,
    `${CENTRAL}=${central}`,
    `${OURS}=${releasedAction(join(here.work, 'release'))}`,
  ].flatMap((mapping) => ['--local-repository', mapping]);
}

/** The central workflow with this scene's addresses and programs in place of those that its readers replace, too. */
function writtenOut(text: string, here: Scene): string {
  return text
    .replaceAll('https://vault.example.com:8200', here.vault.address)
    .replaceAll('/etc/ssl/company-root.pem', here.backend.caBundle)
    .replaceAll('/opt/codex-runner/runner-core/target/codex-runner.jar', here.programs.runnerJar)
    .replaceAll('/opt/codex/node_modules/@openai/codex', here.programs.codex);
}

function variables(here: Scene): Readonly<Record<string, string>> {
  return {
    VAULT_ADDR: here.vault.address,
    COMPANY_CA: here.backend.caBundle,
    CODEX_RUNNER_JAR: here.programs.runnerJar,
    CODEX_PATH: here.programs.codex,
  };
}
