import { afterEach, describe, expect, it, vi } from 'vitest';
import { trusting } from '../src/ca-bundles.ts';

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
