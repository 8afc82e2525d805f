import contract from '../../contract/exit-codes.json' with { type: 'json' };

const kinds = new Map(contract.exitCodes.map(({ exitCode, kind }) => [exitCode, kind]));
const CANCELLED = 128;

/** 128 plus a signal's number is one kind; a number that the contract doesn't name can only be a bug. */
export function kindOf(exitCode: number): string {
  const known = exitCode > CANCELLED ? CANCELLED : exitCode;
  return kinds.get(known) ?? 'internal';
}

export function exitCodeOf(kind: string): number {
  const found = contract.exitCodes.find((entry) => entry.kind === kind);
  if (found === undefined) throw new Error(`exit-codes.json has no kind ${kind}`);
  return found.exitCode;
}
