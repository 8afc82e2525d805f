// Plays codex-runner.jar: what it does is named by FAKE_RUNNER. Arguments as the real one gets them.
import { spawn } from 'node:child_process';
import { appendFileSync, readFileSync, symlinkSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

const args = process.argv.slice(2);
const value = (flag: string): string => args.find((arg) => arg.startsWith(`--${flag}=`))?.slice(flag.length + 3) ?? '';
const folder = value('report-dir');
const write = (name: string, text: string): void => {
  writeFileSync(join(folder, name), text);
};

interface Change {
  readonly verdict?: object;
  readonly top?: object;
}

function report(change: Change): object {
  const verdict = { status: 'success', kind: 'success', code: 'success', exitCode: 0, reason: 'All done.', fix: '', retryable: false };
  return {
    schemaVersion: 1,
    run: { id: '11111111-2222-3333-4444-555555555555', durationMs: 1234 },
    verdict: { ...verdict, ...change.verdict },
    codex: { threadId: 'thread-1', attempts: [{}, {}] },
    usage: { inputTokens: 300, cachedInputTokens: 120, outputTokens: 60, reasoningOutputTokens: 15 },
    finalMessage: 'It is done.',
    structuredOutput: { score: 7 },
    changes: { count: 2, files: [{ path: 'Makefile', gated: true }, { path: 'src/a.ts', gated: false }] },
    ...change.top,
  };
}

const succeed = (change: Change = {}): void => {
  write('report.json', JSON.stringify(report(change)));
  write('report.md', '## ✅ codex-runner: success\n');
};

/** As the core writes it: on many lines, and with every digit that the model gave. */
const exact = (): void => {
  const text = JSON.stringify(report({ top: { structuredOutput: 'HERE' } }), undefined, 2);
  write('report.json', text.replace('"HERE"', '{\n "id": 12345678901234567890,\n "far": 1e999, "price": 1.10 }'));
};

const RUN_ID = '11111111-2222-3333-4444-555555555555';

/** Its own process shows which run it is; the report is of the one that is named. Ends when the action has seen that. */
const reportOf = async (id: string): Promise<void> => {
  const child = spawn('sleep', ['60'], { stdio: 'ignore', env: { ...process.env, CODEXRUNNER_RUN_ID: RUN_ID } });
  while (!readFileSync(hiddenFile('GITHUB_STATE'), 'utf8').includes(RUN_ID)) {
    await new Promise((later) => setTimeout(later, 20));
  }
  child.kill();
  succeed({ top: { run: { id, durationMs: 1 } } });
};

const FILES = ['GITHUB_OUTPUT', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY'];

/** What an agent does that found the runner's files by itself. */
const hiddenFile = (name: string): string => join(dirname(process.env['RUNNER_TEMP'] ?? ''), 'commands', name);

const behaviours: Readonly<Record<string, () => void | Promise<void>>> = {
  succeeds: () => { succeed(); },
  'tells what it got': async () => {
    let stdin = '';
    for await (const chunk of process.stdin) stdin += String(chunk);
    write('got.json', JSON.stringify({ args, env: process.env, stdin, folder: process.cwd() }));
    const config = value('config');
    if (config !== '') write('config.txt', readFileSync(config, 'utf8'));
    succeed();
  },
  'tells exact numbers': exact,
  'fails with a report': () => {
    const verdict = { status: 'failure', kind: 'timeout', code: 'idle-timeout', exitCode: 11, reason: 'Silence.', fix: 'Raise it.', retryable: true };
    succeed({ verdict });
    write('annotations.txt', '::error title=codex-runner%3A timeout::Silence.%0AWhat to do: Raise it.\n');
    process.exitCode = 11;
  },
  'refuses without a report': () => {
    process.stderr.write('error: The prompt is empty.\n  why: It holds blanks only.\n  fix: Say what is to be done. [prompt-empty, docs/troubleshooting.md#prompt-empty]\n');
    process.exitCode = 2;
  },
  'is refused by Vault': () => {
    process.stderr.write('error: Vault refused the JWT.\n  why: Its claims differ.\n  fix: Check --vault-role. [vault-jwt-claims-mismatch, docs/troubleshooting.md#vault-jwt-claims-mismatch]\n');
    process.exitCode = 3;
  },
  'claims success without a report': () => undefined,
  'loses its record': () => {
    succeed();
    process.exitCode = 15;
  },
  'writes a broken report': () => { write('report.json', '{'); },
  'replaces its report by a link': () => { symlinkSync('/etc/hostname', join(folder, 'report.json')); },
  'talks to the runner': () => {
    process.stderr.write('::set-output name=verdict::stolen\n   ::add-mask::e\n\u2028::error::x\n\r::warning::y\n##[error]z\nAn end without a line break ::notice::');
    succeed();
  },
  'writes to the file commands': () => {
    FILES.forEach((name) => { appendFileSync(hiddenFile(name), 'PATH=/tmp/evil\n'); });
    succeed();
  },
  'puts a link for the output file': () => {
    const file = hiddenFile('GITHUB_OUTPUT');
    write('x', '');
    spawn('ln', ['-sf', join(folder, 'x'), file]).on('exit', () => { succeed(); });
  },
  'floods standard error': () => {
    const line = Buffer.from('x'.repeat(1023) + '\n');
    for (let i = 0; i < 20_000; i++) process.stderr.write(line);
    succeed();
  },
  'floods without an end': () => {
    const line = Buffer.from('x'.repeat(64 * 1024 - 1) + '\n');
    for (let lines = 0; ; lines++) {
      write('lines.txt', String(lines));
      writeSync(2, line);
    }
  },
  'writes annotations of all sorts': () => {
    succeed();
    write('annotations.txt', [
      '::error file=src/a.ts,line=3,endLine=4,title=A title::A message%0Aof two lines',
      '::set-output name=verdict::stolen',
      '::warning file=a,title=x::##[add-mask]y',
      '::notice title=Fine::Yes.',
      'words',
    ].join('\n'));
  },
  'leaves a child on its pipes': () => {
    spawn('sleep', ['60'], { stdio: 'inherit', detached: true }).unref();
    succeed();
  },
  'talks until it is told to end': () => {
    setInterval(() => process.stderr.write('still here\n'), 20);
    process.on('SIGTERM', () => {
      const verdict = { status: 'failure', kind: 'cancelled', code: 'cancelled', exitCode: 143, reason: 'Ended.' };
      succeed({ verdict });
      process.exit(143);
    });
  },
  'waits for a signal': () => {
    process.stderr.write('waiting\n');
    const timer = setInterval(() => undefined, 1000);
    for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]] as const) {
      process.on(signal, () => {
        clearInterval(timer);
        succeed({ verdict: { status: 'failure', kind: 'cancelled', code: 'cancelled', exitCode: 128 + number, reason: `Ended by ${signal}.`, fix: 'Start it again.', retryable: true } });
        process.exit(128 + number);
      });
    }
  },
  'ignores every signal': () => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
    write('run.json', JSON.stringify({ id: '11111111-2222-3333-4444-555555555555' }));
    spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)"], {
      detached: true,
      stdio: 'ignore',
      env: { CODEXRUNNER_RUN_ID: '11111111-2222-3333-4444-555555555555' },
    }).unref();
    process.stderr.write('waiting\n');
    setInterval(() => undefined, 1000);
  },
  'leaves a page without a report': () => {
    write('report.md', '## ✅ codex-runner: success\n');
    write('report.html', '<p>success');
    write('report.sarif', '{}');
    write('annotations.txt', '::notice title=Fine::Success.\n');
    process.exitCode = 7;
  },
  'checks tokens and says nothing': () => { writeFileSync(value('summary-file'), '# All is well\n'); },
  'checks tokens and prints garbage': () => { process.stdout.write('{"paths":['); },
  'checks tokens and contradicts itself': () => {
    process.stdout.write(JSON.stringify({ schemaVersion: 1, paths: [{ path: 'secret/a#t', exitCode: 13 }], exitCode: 13 }));
    writeFileSync(value('summary-file'), '# All is well\n');
  },
  'checks tokens and calls a failed one well': () => {
    process.stdout.write(JSON.stringify({ schemaVersion: 1, paths: [{ path: 'secret/a#t', grade: 'failed', exitCode: 0, findings: [] }], exitCode: 0 }));
    writeFileSync(value('summary-file'), '# All is well\n');
  },
  "leaves another run's report": () => reportOf('99999999-2222-3333-4444-555555555555'),
  "leaves its own run's report": () => reportOf(RUN_ID),
  'checks another token': () => {
    process.stdout.write(JSON.stringify({ schemaVersion: 1, paths: [{ path: 'secret/b#t', grade: 'ok', exitCode: 0, findings: [] }], exitCode: 0 }));
    writeFileSync(value('summary-file'), '# All is well\n');
  },
  'checks a token with many digits': () => {
    process.stdout.write('{ "schemaVersion": 1, "exitCode": 0,\n "paths": [{"path": "secret/a#t", "grade": "warn", "exitCode": 0, "version": 12345678901234567890, "findings": []}] }\n');
  },
  'checks tokens': () => {
    const ends = { aspect: 'expiry', grade: 'due', detail: 'ends in 2 days ::error::' };
    const findings = [{ ...ends, code: 'rotation-due', reason: 'The token ends in 2 days.', fix: 'Rotate it.' }];
    const paths = [{ path: 'secret/a#t', grade: 'due', exitCode: 13, findings }];
    process.stdout.write(JSON.stringify({ schemaVersion: 1, paths, exitCode: 13 }));
    writeFileSync(value('summary-file'), '# Tokens\n');
    process.exitCode = 13;
  },
};

await behaviours[process.env['FAKE_RUNNER'] ?? 'succeeds']?.();
