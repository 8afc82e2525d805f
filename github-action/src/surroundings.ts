import type { Cancellation } from './cancellation.ts';
import type { Environment } from './environment.ts';
import type { FileCommands } from './file-commands.ts';
import type { Network } from './network.ts';
import type { RunnerConsole } from './runner-console.ts';

/** All that a step touches outside of its own memory and files. */
export interface Surroundings {
  readonly env: Environment;
  readonly console: RunnerConsole;
  readonly write: (text: string) => void;
  /** When what was written is on its way: GitHub's runner may read slower than a flood comes. */
  readonly drained: () => Promise<void>;
  readonly fileCommands: FileCommands;
  readonly cancellation: Cancellation;
  readonly network: () => Promise<Network>;
  readonly pause: (milliseconds: number) => Promise<void>;
  /** The action's own folder. */
  readonly actionFolder: string;
}
