interface FailureWords {
  /** As in contract/exit-codes.json. */
  readonly kind: 'config' | 'policy' | 'secret_source' | 'connectivity' | 'codex_start' | 'internal';
  readonly what: string;
  readonly why: string;
  readonly fix: string;
}

/** Every failure of the action itself; what the runner says of a run stands in docs/troubleshooting.md. */
export const failures = {
  'inputs-refused': {
    kind: 'config',
    what: "The action's inputs can't be used:\n{0}",
    why: 'Nothing was started, and no token was asked for.',
    fix: 'Correct them in the workflow; github-action/README.md lists every input.',
  },
  'platform-unsupported': {
    kind: 'config',
    what: 'This runner is {0}.',
    why: 'codex-runner supervises its processes by way of /proc, which only Linux has.',
    fix: 'Run the job on a Linux runner.',
  },
  'folder-unusable': {
    kind: 'config',
    what: '{0} can not be used: {1}.',
    why: "The action keeps its private files and the report there, out of the agent's reach.",
    fix: 'Set RUNNER_TEMP or report-dir to a folder of this user, and not to a link.',
  },
  'report-in-workspace': {
    kind: 'config',
    what: 'report-dir leads to {0}, which lies in the workspace.',
    why: 'Whoever wrote the checkout could put files and links there, which would be uploaded with the report, or lead it elsewhere.',
    fix: 'Leave report-dir out, and take the output report-path; or name a folder outside of the workspace.',
  },
  'ca-bundle-unusable': {
    kind: 'connectivity',
    what: '{0} can not be used as ca-bundle: {1}.',
    why: "Without the company's authorities in it, a server behind them would seem to have a wrong certificate.",
    fix: 'Correct ca-bundle: paths of PEM files on the machine, one a line, or the PEM text itself.',
  },
  'event-not-allowed': {
    kind: 'policy',
    what: 'The event {0} may not start this action.',
    why: '{1}',
    fix: 'Start the job by another event; or, knowing that, allow it besides the others: allow-events: {2}',
  },
  'actor-not-allowed': {
    kind: 'policy',
    what: '{0} may not start this action.',
    why: '{1}',
    fix: 'Have somebody with that permission start the job, or name this account in allow-users.',
  },
  'actor-unknown': {
    kind: 'policy',
    what: 'Nobody can say whether {0} may start this action ({1}).',
    why: 'Without an answer from the API the action does not take it for a yes.',
    fix: 'Give the job a github-token that may read the repository, and see that the runner reaches the API (proxy, ca-bundle); or name those who may start it in allow-users.',
  },
  'bot-not-allowed': {
    kind: 'policy',
    what: 'The bot {0} may not start this action.',
    why: 'A bot often acts on what others wrote: a dependency, a comment, a command in a pull request.',
    fix: 'Name it, if you know what makes it act: allow-bots: {1}',
  },
  'trigger-untrusted': {
    kind: 'policy',
    what: 'What started this run is not trusted: {0}.',
    why: "Who can cause such a run may be a stranger, and what he wrote would steer an agent that works on the company's token.",
    fix: 'Start it from a trusted trigger, see docs/triggers.md; or accept each risk by its name: allow-untrusted-trigger: {1}',
  },
  'java-missing': {
    kind: 'config',
    what: 'There is no java ({0}).',
    why: 'codex-runner is a Java program.',
    fix: 'Install Java 17 or newer on the runner (or by actions/setup-java), or set java-home.',
  },
  'java-too-old': {
    kind: 'config',
    what: '{0} is Java {1}.',
    why: 'codex-runner needs Java 17 or newer.',
    fix: 'Set java-home to a newer one.',
  },
  'runner-jar-missing': {
    kind: 'config',
    what: '{0} is not there or no file.',
    why: 'It was named by runner-jar.',
    fix: 'Correct the path, or bring the jar there (github-action/README.md, "The jar").',
  },
  'runner-jar-unusable': {
    kind: 'config',
    what: '{0} is no codex-runner.jar: {1}.',
    why: 'Java would say no more than that it is invalid or corrupt.',
    fix: 'Copy the jar anew, and compare its SHA-256 with the one where it was built (github-action/README.md, "The jar").',
  },
  'program-in-workspace': {
    kind: 'policy',
    what: '{0} leads to {1}, which lies in the workspace.',
    why: 'What lies there is in the hands of whoever wrote the checkout, and would run with the identity of the job.',
    fix: '{2}',
  },
  'runner-digest-unknown': {
    kind: 'config',
    what: 'No digest is known for codex-runner {0}.',
    why: 'A jar that is handed a company token is not fetched without knowing what it must be.',
    fix: 'Put the jar on the machine and name it: runner-jar; or give its SHA-256 and where it is to be had: runner-sha256, runner-url.',
  },
  'runner-address-unknown': {
    kind: 'config',
    what: 'Nobody says where codex-runner {0} is to be had.',
    why: "GitHub names the repository of an action (GITHUB_ACTION_REPOSITORY), but of none that lies in the job's own checkout.",
    fix: 'Put the jar on the machine and name it: runner-jar; or give its address: runner-url.',
  },
  'runner-digest-differs': {
    kind: 'config',
    what: '{0} has the SHA-256 {1}, and not {2}.',
    why: 'It is another file than the one that was meant: damaged, replaced, or of another version.',
    fix: 'Fetch it anew from where it was published, and compare the digest before you change runner-sha256.',
  },
  'runner-not-fetched': {
    kind: 'connectivity',
    what: 'codex-runner {0} could not be fetched from {1} ({2}).',
    why: 'The address did not answer with the file.',
    fix: 'Check proxy and ca-bundle; or name a mirror with runner-url, or a file on the machine with runner-jar.',
  },
  'codex-not-installed': {
    kind: 'codex_start',
    what: 'codex {0} could not be installed ({1}).',
    why: 'npm did not bring it, or not with the content that the lock file demands.',
    fix: 'Check the registry that npm is configured to (codex-registry), or install codex on the machine and set codex-path.',
  },
  'codex-files-differ': {
    kind: 'codex_start',
    what: '{0} has the SHA-256 {1}, and not {2}.',
    why: 'codex starts it, or takes the place of its sandbox from it, and it is not what the pinned version came with.',
    fix: 'Find out who may write to the tool cache, remove the entry there, and run again.',
  },
  'codex-files-added': {
    kind: 'codex_start',
    what: '{0} is no part of the pinned codex.',
    why: "codex looks for programs in its own folder first, and would start it in place of the system's, outside of the sandbox and with the access token.",
    fix: 'Find out who may write to the tool cache, remove the entry there, and run again.',
  },
  'identity-token-refused': {
    kind: 'secret_source',
    what: 'GitHub gave no identity token for the login to Vault ({0}).',
    why: 'vault-auth is jwt, and no other JWT was given.',
    fix: "Give the job the permission id-token: write, and to a workflow that calls this one as well; and see that the runner reaches GitHub's token service (proxy, ca-bundle).",
  },
  'runner-not-started': {
    kind: 'internal',
    what: '{0} could not be started ({1}).',
    why: 'The system refused it.',
    fix: 'Check that the file may be executed and that the machine has memory and processes left.',
  },
  'file-commands-tampered': {
    kind: 'policy',
    what: 'While the agent worked, somebody wrote to {0}.',
    why: "By these files a step sets variables, paths and outputs of the steps after it; during this one nobody but the action writes them, so that it was the agent, or a process of the machine's.",
    fix: 'What was written is taken out again. Keep RUNNER_TEMP out of the folders that the agent may write (not below the working folder, /tmp or add-dir).',
  },
  'report-unreadable': {
    kind: 'internal',
    what: 'The runner ended with {0}, but its report can not be read: {1}.',
    why: 'Without it nothing is known of the run but its exit code.',
    fix: 'Read the lines above, and the files in the report folder.',
  },
  'report-contradicts': {
    kind: 'internal',
    what: 'The runner ended with 0, but its report says {0}.',
    why: 'No success is claimed unless both say so.',
    fix: 'Please report it with the report folder.',
  },
  'action-internal-error': {
    kind: 'internal',
    what: 'A bug of the action: {0} at {1}.',
    why: 'This must not happen, whatever the inputs.',
    fix: 'Please report it with these lines.',
  },
} as const satisfies Record<string, FailureWords>;

export type FailureCode = keyof typeof failures;
