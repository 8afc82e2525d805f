import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { repositoryRoot } from './scene.ts';

const base: Readonly<Record<string, string>> = {
  'README.md': '# Shop\n\nSells things. Start it with `python3 src/shop.py`.\n',
  'src/search.py':
    '"""A search."""\n\n\ndef search(connection, query):\n    return connection.execute("select name from item where name = ?", (query,))\n',
};

const change: Readonly<Record<string, string>> = {
  'src/search.py':
    '"""A search."""\n\n\ndef search(connection, query):\n    return connection.execute("select name from item where name = \'" + query + "\'")\n',
};

const examples = join(repositoryRoot, 'github-action/examples');

export interface Repository {
  readonly folder: string;
  /** The commit before the change. */
  readonly baseCommit: string;
}

/** A repository as a user of the examples has it: they lie in .github/workflows, their schemas in .github/codex. */
export function userRepository(folder: string, name: string, server: string): Repository {
  write(folder, base);
  mkdirSync(join(folder, '.github/workflows'), { recursive: true });
  mkdirSync(join(folder, '.github/codex'));
  cpSync(
    join(repositoryRoot, 'contract/findings.schema.json'),
    join(folder, '.github/codex/findings.schema.json'),
  );
  for (const file of readdirSync(examples)) {
    if (file.endsWith('.yml')) cpSync(join(examples, file), join(folder, '.github/workflows', file));
    if (file.endsWith('.schema.json')) cpSync(join(examples, file), join(folder, '.github/codex', file));
  }
  git(folder, 'init', '-q', '-b', 'main');
  git(folder, 'remote', 'add', 'origin', `https://${server}/${name}.git`);
  const baseCommit = commit(folder, 'Base');
  write(folder, change);
  commit(folder, 'Change');
  return { folder, baseCommit };
}

/** The repository with the review that others call, which says addresses and programs outright. */
export function centralWorkflows(folder: string, edit: (text: string) => string): string {
  const name = '.github/workflows/review-pull-request.yml';
  write(folder, { [name]: edit(readFileSync(join(examples, 'review-pull-request.yml'), 'utf8')) });
  git(folder, 'init', '-q', '-b', 'main');
  commit(folder, 'Workflows');
  return folder;
}

function write(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function commit(folder: string, message: string): string {
  git(folder, 'add', '-A');
  git(
    folder,
    '-c',
    'user.name=scene',
    '-c',
    'user.email=scene@example.invalid',
    'commit',
    '-q',
    '-m',
    message,
  );
  return git(folder, 'rev-parse', 'HEAD').trim();
}

function git(folder: string, ...words: string[]): string {
  mkdirSync(folder, { recursive: true });
  return execFileSync('git', ['-C', folder, ...words], { encoding: 'utf8' });
}

/** What a release of the action has: the files that git knows, as a user's workflow gets them. */
export function releasedAction(folder: string): string {
  const files = execFileSync('git', ['-C', repositoryRoot, 'ls-files', '-z', 'github-action'], {
    encoding: 'utf8',
  });
  for (const file of files.split('\0').filter((name) => name !== '' && !name.includes('/scene/'))) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(repositoryRoot, file), join(folder, file));
  }
  return folder;
}
