import { annotation } from './runner-console.ts';
import type { Outcome } from './outcome.ts';

/** GitHub shows as many of one level of a step, and three levels there are. */
const MOST = 30;

/**
 * A whole workflow command as the runner writes it to annotations.txt: its level, properties with nothing in them that
 * ends a property or a command, and a message on one line.
 */
const LINE =
  /^::(?:error|warning|notice) (?:(?:file|line|endLine|title)=[^:,\p{Cc}\p{Zl}\p{Zp}]*)(?:,(?:file|line|endLine|title)=[^:,\p{Cc}\p{Zl}\p{Zp}]*)*::[^\p{Cc}\p{Zl}\p{Zp}]*$/u;

export interface Annotations {
  readonly commands: readonly string[];
  readonly warnings: readonly string[];
}

/** What of annotations.txt may be printed where the runner listens; and a word of our own where there is no such file. */
export function annotationsOf(outcome: Outcome, file: string | undefined): Annotations {
  if (file === undefined) return { commands: ownWord(outcome), warnings: [] };
  const lines = file.split('\n').filter((line) => line !== '');
  const wellFormed = lines.filter(isAnnotation);
  const dropped = lines.length - wellFormed.length + Math.max(0, wellFormed.length - MOST);
  return {
    commands: wellFormed.slice(0, MOST),
    warnings:
      dropped === 0 ? [] : [`${dropped} lines of annotations.txt are no annotations and were left out.`],
  };
}

export function isAnnotation(line: string): boolean {
  return LINE.test(line) && !line.includes('##[');
}

function ownWord(outcome: Outcome): readonly string[] {
  if (outcome.verdict === 'success') return [];
  const fix = outcome.fix === '' ? '' : `\nWhat to do: ${outcome.fix}`;
  return [annotation('error', `codex-runner: ${outcome.kind}`, `${outcome.reason}${fix}`)];
}
