import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { trusting } from '../src/ca-bundles.ts';
import { ActionScene } from './scene/action-scene.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the company's authorities", () => {
  it('that an older node takes none of are warned of, once, with what to do', async () => {
    vi.spyOn(process, 'getBuiltinModule').mockReturnValue({});
    const warn = vi.fn();
    const network = trusting(
      () => Promise.resolve('network'),
      () => Promise.resolve(['a certificate']),
      warn,
    );
    expect([await network(), await network()]).toEqual(['network', 'network']);
    expect(warn.mock.calls).toEqual([[expect.stringContaining('node 24.5 or newer')]]);
  });

  it('are read once, before anybody is asked, and not where nobody is', async () => {
    const order: string[] = [];
    const network = trusting(
      () => Promise.resolve(order.push('asked')),
      () => {
        order.push('read');
        return Promise.resolve([]);
      },
      () => undefined,
    );
    expect(order).toEqual([]);
    await network();
    await network();
    expect(order).toEqual(['read', 'asked', 'asked']);
  });
});

describe('a ca-bundle that no authority can come from', () => {
  it.each([
    ['no-such.pem', 'it is not there'],
    ['empty.pem', 'it holds no PEM block'],
  ])('is named before any server is taken for a wrong one: %s', async (name, reason) => {
    const scene = new ActionScene();
    writeFileSync(join(scene.workspace, 'empty.pem'), '');
    const step = await scene.run({ prompt: 'x', 'ca-bundle': name });
    expect(step.exitCode).toBe(5);
    expect(step.outputs).toMatchObject({ kind: 'connectivity', code: 'ca-bundle-unusable' });
    expect(step.outputs['reason']).toBe(
      `${join(scene.workspace, name)} can not be used as ca-bundle: ${reason}.`,
    );
  });
});
