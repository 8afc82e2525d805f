import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';

/** What takes a chunk; the next one comes when it is done with it, so that a flood waits in the pipe and not in memory. */
export type ChunkSink = (chunk: Buffer) => void | Promise<void>;

/** A child's output on its way to a sink. */
export interface PumpedOutput {
  /**
   * To be called when the child has ended: returns when all is read, or when nothing came for so long. A process that
   * the run left behind may hold the pipe for ever.
   */
  readonly end: (idleMs: number) => Promise<void>;
}

export function pump(output: Readable, sink: ChunkSink): PumpedOutput {
  let moved = performance.now();
  let isOpen = true;
  const read = async (): Promise<void> => {
    try {
      for await (const chunk of output) {
        await sink(chunk as Buffer);
        moved = performance.now();
      }
    } catch {
      // Destroyed below.
    }
    isOpen = false;
  };
  const finished = read();
  return {
    end: async (idleMs) => {
      moved = performance.now();
      for (let left = idleMs; isOpen && left > 0; left = moved + idleMs - performance.now()) {
        const bound = new AbortController();
        await Promise.race([
          finished,
          pause(left, undefined, { signal: bound.signal }).catch(() => undefined),
        ]);
        bound.abort();
      }
      output.destroy();
    },
  };
}
