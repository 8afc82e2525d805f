import { realpath } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readBounded } from './bounded-file.ts';
import { variable, type Environment } from './environment.ts';
import { ActionFailure } from './failure.ts';
import { requireOutside } from './outside-workspace.ts';
import { isProgram, programOnPath } from './program-on-path.ts';
import { outputOf } from './short-command.ts';

export const OLDEST_JAVA = 17;
const LARGEST_RELEASE_BYTES = 1024 * 1024;
const REMEDY = 'Use a Java that is installed on the machine.';

/**
 * The java program: that of java-home; else of JAVA_HOME, of the newest JDK that the machine's image names, or on PATH.
 * Its version is read from the JDK's release file, which costs no start of a JVM.
 */
export async function findJava(
  javaHome: string | undefined,
  env: Environment,
  workspace: string,
): Promise<string> {
  const [home, origin] = homeOf(javaHome, env);
  const program =
    home === undefined ? await programOnPath('java', env, workspace, REMEDY) : join(home, 'bin', 'java');
  if (program === undefined)
    throw new ActionFailure('java-missing', 'neither java-home nor JAVA_HOME nor PATH leads to one');
  if (!(await isProgram(program)))
    throw new ActionFailure('java-missing', `${origin} is ${home ?? ''}, which has no bin/java`);
  await requireOutside(origin, program, workspace, REMEDY);
  const version = (await versionFromRelease(program)) ?? (await versionFromProgram(program));
  if (version === undefined || version < OLDEST_JAVA) {
    throw new ActionFailure(
      'java-too-old',
      program,
      version === undefined ? 'of an unknown version' : String(version),
    );
  }
  return program;
}

const IMAGE_VARIABLES = [25, 21, 17].flatMap((version) => [
  `JAVA_HOME_${version}_X64`,
  `JAVA_HOME_${version}_ARM64`,
]);

function homeOf(javaHome: string | undefined, env: Environment): readonly [string | undefined, string] {
  if (javaHome !== undefined) return [javaHome, 'java-home'];
  const name = ['JAVA_HOME', ...IMAGE_VARIABLES].find((candidate) => variable(env, candidate) !== undefined);
  return name === undefined ? [undefined, 'PATH'] : [variable(env, name), name];
}

async function versionFromRelease(program: string): Promise<number | undefined> {
  try {
    const file = join(dirname(dirname(await realpath(program))), 'release');
    const release = await readBounded(file, LARGEST_RELEASE_BYTES, 'follow-links');
    return majorVersion(/^JAVA_VERSION="(?<version>[^"]*)"/m.exec(release)?.groups?.['version']);
  } catch {
    return undefined;
  }
}

async function versionFromProgram(program: string): Promise<number | undefined> {
  const { output } = await outputOf(program, ['-version'], {}, 30_000);
  return majorVersion(/ version "(?<version>[^"]*)"/.exec(output)?.groups?.['version']);
}

/** `17.0.15` is 17, and `1.8.0_402` is 8. */
export function majorVersion(text: string | undefined): number | undefined {
  const found = /^(?:1\.)?(?<major>\d+)/.exec(text ?? '')?.groups?.['major'];
  return found === undefined ? undefined : Number(found);
}
