import { describe, expect, it, vi } from 'vitest';
import type { InputName } from '../src/input-catalogue.ts';
import { permissionIn, type PermissionLevel } from '../src/permission-level.ts';
import type { EventPayload } from '../src/trigger.ts';
import { refusals } from '../src/trust.ts';

interface Job {
  readonly event?: string;
  readonly actor?: string;
  readonly triggeringActor?: string;
  readonly attempt?: string;
  readonly payload?: EventPayload;
  readonly inputs?: Partial<Record<InputName, string>>;
  readonly permissions?: Readonly<Record<string, PermissionLevel>>;
}

const PULL_REQUEST = {
  pull_request: { head: { repo: { full_name: 'corp/app' } }, base: { repo: { full_name: 'corp/app' } } },
};

interface Judgement {
  readonly codes: readonly string[];
  readonly fixes: readonly string[];
  readonly asked: readonly string[];
}

async function judge(job: Job): Promise<Judgement> {
  const lookUp = vi.fn((user: string): Promise<PermissionLevel | undefined> => {
    if (job.permissions === undefined) return Promise.reject(new Error('503'));
    return Promise.resolve(job.permissions[user]);
  });
  const env = {
    GITHUB_EVENT_NAME: job.event ?? 'push',
    GITHUB_ACTOR: job.actor ?? 'alice',
    GITHUB_TRIGGERING_ACTOR: job.triggeringActor ?? job.actor ?? 'alice',
    GITHUB_RUN_ATTEMPT: job.attempt ?? '1',
    RUNNER_ENVIRONMENT: 'self-hosted',
  };
  const inputs = new Map(Object.entries(job.inputs ?? {}) as [InputName, string][]);
  const payload = { repository: { full_name: 'corp/app', private: true }, ...job.payload };
  const found = await refusals(inputs, [], env, payload, lookUp);
  const [codes, fixes] = [found.map(({ code }) => code), found.map(({ fix }) => fix)];
  return { codes, fixes, asked: lookUp.mock.calls.map(([user]) => user) };
}

describe('an event', () => {
  it.each(['push', 'workflow_dispatch', 'schedule', 'merge_group', 'release'])(
    '%s starts the run by default, and nobody is asked about',
    async (event) => {
      expect(await judge({ event })).toMatchObject({ codes: [], asked: [] });
    },
  );

  it.each([
    'workflow_run',
    'repository_dispatch',
    'deployment',
    'watch',
    'fork',
    '',
    '__proto__',
    'constructor',
  ])('%s has to be named', async (event) => {
    const payload = {
      workflow_run: { head_repository: { full_name: 'a/b' } },
      repository: { full_name: 'a/b', private: true },
    };
    expect((await judge({ event, payload })).codes).toEqual(['event-not-allowed']);
  });

  it.each(['issues', 'issue_comment', 'discussion'])(
    '%s has to be named even for a member',
    async (event) => {
      const payload = { issue: { author_association: 'MEMBER' }, comment: { author_association: 'MEMBER' }, discussion: { author_association: 'MEMBER' } }; // prettier-ignore
      expect((await judge({ event, payload })).codes).toEqual(['event-not-allowed']);
      const inputs = { 'allow-events': event };
      expect((await judge({ event, payload, inputs, permissions: { alice: 'write' } })).codes).toEqual([]);
    },
  );

  it.each([
    ['issues', '', 'push, workflow_dispatch, schedule, merge_group, release, pull_request, issues'],
    ['push', 'schedule, merge_group', 'schedule, merge_group, push'],
    ['', '', 'push, workflow_dispatch, schedule, merge_group, release, pull_request'],
  ])('%j that is refused is allowed by what the refusal says, and the others stay so', async (event, list, pasted) => {
    const payload = { issue: { author_association: 'MEMBER' } };
    const inputs = list === '' ? {} : { 'allow-events': list };
    expect((await judge({ event, payload, inputs })).fixes[0]).toMatch(new RegExp(`: allow-events: ${pasted}$`));
  }); // prettier-ignore

  it('that is not on a list of its own is refused, a usual one too', async () => {
    expect(
      (await judge({ event: 'push', inputs: { 'allow-events': 'schedule, merge_group' } })).codes,
    ).toEqual(['event-not-allowed']);
  });

  it('pull_request_target is refused by two rails, and naming it lifts only one of them', async () => {
    const job = { event: 'pull_request_target', payload: PULL_REQUEST };
    expect((await judge(job)).codes).toEqual(['trigger-untrusted', 'event-not-allowed']);
    expect((await judge({ ...job, inputs: { 'allow-events': 'pull_request_target' } })).codes).toEqual([
      'trigger-untrusted',
    ]);
  });
});

describe('whoever starts a run', () => {
  const job = { event: 'pull_request', payload: PULL_REQUEST };

  it.each([
    ['admin', []],
    ['maintain', []],
    ['write', []],
    ['triage', ['actor-not-allowed']],
    ['read', ['actor-not-allowed']],
  ] as const)('with the permission %s is judged by it', async (level, codes) => {
    expect((await judge({ ...job, permissions: { alice: level } })).codes).toEqual(codes);
  });

  it('without any permission is refused', async () => {
    expect((await judge({ ...job, permissions: {} })).codes).toEqual(['actor-not-allowed']);
  });

  it('is refused where the API has no answer', async () => {
    expect((await judge(job)).codes).toEqual(['actor-unknown']);
  });

  it('again counts besides whoever caused the event', async () => {
    const again = {
      ...job,
      triggeringActor: 'mallory',
      attempt: '2',
      permissions: { alice: 'write' },
    } as const;
    expect(await judge(again)).toMatchObject({ codes: ['actor-not-allowed'], asked: ['alice', 'mallory'] });
  });

  it('again counts where GitHub itself had started it', async () => {
    const inputs = { 'allow-permission': 'nobody' };
    expect((await judge({ event: 'schedule', inputs })).codes).toEqual([]);
    expect((await judge({ event: 'schedule', inputs, attempt: '2', triggeringActor: 'bob' })).codes).toEqual([
      'actor-not-allowed',
    ]);
  });

  it('again has to be known, even where GitHub itself had started it', async () => {
    const again = { event: 'schedule', attempt: '2', triggeringActor: ' ' };
    expect((await judge(again)).codes).toEqual(['actor-unknown']);
  });

  it('may be named, in any case of letters, and is then not asked about', async () => {
    expect(await judge({ ...job, actor: 'Alice', inputs: { 'allow-users': 'bob\nalice' } })).toMatchObject({
      codes: [],
      asked: [],
    });
  });

  it('has to be named where nobody else may', async () => {
    expect((await judge({ inputs: { 'allow-permission': 'nobody' } })).codes).toEqual(['actor-not-allowed']);
  });

  it('is asked about after a push where more than the right to write is demanded', async () => {
    const inputs = { 'allow-permission': 'maintain' };
    expect(await judge({ inputs, permissions: { alice: 'write' } })).toMatchObject({
      codes: ['actor-not-allowed'],
      asked: ['alice'],
    });
  });

  it('is not asked about where the run is refused anyway', async () => {
    const fork = {
      pull_request: { head: { repo: { full_name: 'x/app' } }, base: { repo: { full_name: 'corp/app' } } },
    };
    expect(await judge({ event: 'pull_request', payload: fork })).toMatchObject({
      codes: ['trigger-untrusted'],
      asked: [],
    });
  });

  it('without a name is nobody', async () => {
    expect((await judge({ ...job, actor: ' ', triggeringActor: ' ' })).codes).toEqual(['actor-unknown']);
  });
});

describe('a bot', () => {
  it('has to be named, by its whole name', async () => {
    const job = { actor: 'renovate[bot]' };
    expect((await judge(job)).codes).toEqual(['bot-not-allowed']);
    expect((await judge({ ...job, inputs: { 'allow-users': 'renovate[bot]' } })).codes).toEqual([
      'bot-not-allowed',
    ]);
    expect((await judge({ ...job, inputs: { 'allow-bots': 'renovate' } })).codes).toEqual([
      'bot-not-allowed',
    ]);
    expect((await judge({ ...job, inputs: { 'allow-bots': 'renovate[bot]' } })).codes).toEqual([]);
    const besides = await judge({ ...job, inputs: { 'allow-bots': 'dependabot[bot]' } });
    expect(besides.fixes[0]).toContain('allow-bots: dependabot[bot], renovate[bot]');
  });

  it('is one in any case of letters', async () => {
    const inputs = { 'allow-users': 'Evil[BOT]' };
    expect((await judge({ actor: 'Evil[BOT]', inputs })).codes).toEqual(['bot-not-allowed']);
  });

  it('is one without the ending, too, where the event says so', async () => {
    const payload = { sender: { login: 'Robot', type: 'Bot' } };
    expect((await judge({ actor: 'robot', payload })).codes).toEqual(['bot-not-allowed']);
  });
});

describe("GitHub's answer about somebody", () => {
  it.each([
    [{ permission: 'write', flags: { pull: true, push: true, maintain: true, admin: false } }, 'maintain'],
    [{ permission: 'read', flags: { pull: true, triage: true, push: false } }, 'triage'],
    [{ permission: 'admin' }, 'admin'],
    [{ permission: 'none', flags: {} }, undefined],
    [{ permission: 'write', flags: undefined }, 'write'],
    [{ permission: ['admin'], flags: { admin: 'true' } }, undefined],
    [{}, undefined],
  ] as const)('%j means %s', (answer, level) => {
    expect(permissionIn(answer)).toBe(level);
  });
});
