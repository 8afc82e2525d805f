import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { before, describe, it } from 'node:test';
import { assertNoLeak, formsOf } from './leaks.ts';
import { processesOf } from './leftovers.ts';
import { understand } from './runner-log.ts';
import { scene, type Scene } from './scene.ts';

const SECRET = 'at-9f8e7d6c5b4a+/39281706&"fedcba\\9876543210';

describe("the scene's own instruments", () => {
  let here: Scene;
  before(async () => {
    here = await scene();
  });

  it('find a secret in every form', () => {
    const search = (text: string): void => {
      assertNoLeak({ it: [SECRET] }, { there: `before ${text} after` }, []);
    };
    search('nothing');
    for (const form of formsOf(SECRET))
      assert.throws(() => {
        search(form);
      }, /it stands in there/);
    for (const lead of ['', 'a', 'ab']) {
      const wrapped = Buffer.from(`${lead}${SECRET}xyz`).toString('base64');
      assert.throws(
        () => {
          search(wrapped);
        },
        /it stands in there/,
        `base64 behind ${lead.length} letters`,
      );
    }
  });

  it('find a process that a job left', () => {
    const left = spawn('sleep', ['60'], {
      env: { ...process.env, RUNNER_TEMP: `${here.work}/x/tmp` },
      detached: true,
    });
    try {
      assert.ok(processesOf(here).some(({ pid }) => pid === left.pid));
    } finally {
      left.kill('SIGKILL');
    }
  });

  it("read a log as GitHub's runner does", () => {
    const log = understand(
      '::warning file=a.py,line=3::x%0Ay\n::stop-commands::T\n::error::no\n##[error]no\n::T::\nb ##[error]yes\n',
    );
    assert.deepEqual(
      log.annotations.map(({ level, text }) => [level, text]),
      [
        ['warning', 'x\ny'],
        ['error', 'yes'],
      ],
    );
    assert.equal(log.annotations[0]?.properties['line'], '3');
    assert.equal(log.ignored.length, 2);
  });
});
