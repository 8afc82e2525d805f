/**
 * How GitHub's runner reads a step's output (ActionCommand.cs and ActionCommandManager.cs of actions/runner): it splits
 * at \n, \r\n and \r, and takes a line for a command that begins with `::` behind white space, or holds `##[`.
 */
export interface RunnerCommand {
  readonly name: string;
  readonly data: string;
}

/** White space as .NET has it: other than JavaScript's, with U+0085 and without U+FEFF. */
const DOTNET_BLANKS = /^[\u0009-\u000d\u0020\u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/;

export function commandsIn(output: string): readonly RunnerCommand[] {
  let stopToken: string | undefined;
  return output
    .split(/\r\n|\r|\n/)
    .map(parsed)
    .filter((command) => command !== undefined)
    .filter(({ name, data }) => {
      if (stopToken !== undefined) {
        if (name !== stopToken) return false;
        stopToken = undefined;
        return true;
      }
      if (name === 'stop-commands') stopToken = data;
      return true;
    });
}

/** Without stop-commands: whatever the line could be taken for. */
export function parsed(line: string): RunnerCommand | undefined {
  const trimmed = line.replace(DOTNET_BLANKS, '');
  const end = trimmed.indexOf('::', 2);
  if (trimmed.startsWith('::') && end > 2) {
    const [name = ''] = trimmed.slice(2, end).split(' ');
    return { name, data: trimmed.slice(end + 2) };
  }
  const old = /##\[(?<name>[^\] ]+)[^\]]*\](?<data>.*)/.exec(line)?.groups;
  return old && { name: old['name'] ?? '', data: old['data'] ?? '' };
}
