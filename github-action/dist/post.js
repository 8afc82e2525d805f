var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: true }) : target,
  mod
));

// builtin:node:fs/promises
var require_promises = __commonJS({
  "builtin:node:fs/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs/promises");
  }
});

// builtin:node:os
var require_node_os = __commonJS({
  "builtin:node:os"(exports, module) {
    module.exports = process.getBuiltinModule("node:os");
  }
});

// builtin:node:path
var require_node_path = __commonJS({
  "builtin:node:path"(exports, module) {
    module.exports = process.getBuiltinModule("node:path");
  }
});

// builtin:node:timers/promises
var require_promises2 = __commonJS({
  "builtin:node:timers/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:timers/promises");
  }
});

// builtin:node:crypto
var require_node_crypto = __commonJS({
  "builtin:node:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("node:crypto");
  }
});

// builtin:node:fs
var require_node_fs = __commonJS({
  "builtin:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

// builtin:os
var require_os = __commonJS({
  "builtin:os"(exports, module) {
    module.exports = process.getBuiltinModule("os");
  }
});

// builtin:crypto
var require_crypto = __commonJS({
  "builtin:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("crypto");
  }
});

// builtin:fs
var require_fs = __commonJS({
  "builtin:fs"(exports, module) {
    module.exports = process.getBuiltinModule("fs");
  }
});

// builtin:path
var require_path = __commonJS({
  "builtin:path"(exports, module) {
    module.exports = process.getBuiltinModule("path");
  }
});

// builtin:string_decoder
var require_string_decoder = __commonJS({
  "builtin:string_decoder"(exports, module) {
    module.exports = process.getBuiltinModule("string_decoder");
  }
});

// builtin:events
var require_events = __commonJS({
  "builtin:events"(exports, module) {
    module.exports = process.getBuiltinModule("events");
  }
});

// builtin:child_process
var require_child_process = __commonJS({
  "builtin:child_process"(exports, module) {
    module.exports = process.getBuiltinModule("child_process");
  }
});

// builtin:assert
var require_assert = __commonJS({
  "builtin:assert"(exports, module) {
    module.exports = process.getBuiltinModule("assert");
  }
});

// builtin:timers
var require_timers = __commonJS({
  "builtin:timers"(exports, module) {
    module.exports = process.getBuiltinModule("timers");
  }
});

// src/leftovers.ts
var import_promises10 = __toESM(require_promises(), 1);
var import_node_os = __toESM(require_node_os(), 1);
var import_node_path6 = __toESM(require_node_path(), 1);
var import_promises11 = __toESM(require_promises2(), 1);

// src/environment.ts
function variable(env, name2) {
  const value = env[name2]?.trim();
  return value === "" ? void 0 : value;
}

// src/invocation.ts
var import_node_path = __toESM(require_node_path(), 1);

// src/input-forms.ts
var matching = (kind, pattern, expects) => ({
  kind,
  expects,
  accepts: (text2) => pattern.test(text2)
});
var text = matching("value", /^[^\0]*$/s, "text");
var name = matching("value", /^[^\s\p{Cc}]+$/u, "a name without blanks");
var path = matching("path", /^[^\0\n]+$/, "a path");
var secret = matching("secret", /^[^\0]*$/s, "text");
var count = matching("value", /^[1-9]\d{0,14}$/, "a whole number of at least 1");
var fewTimes = matching("value", /^(?:\d|10)$/, "a whole number from 0 to 10");
var runName = matching(
  "value",
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/,
  "a name of at most 64 letters, digits, dots, hyphens and underscores"
);
var duration = matching(
  "value",
  /^(?=\d)(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/,
  "a duration such as 90s, 10m or 1h30m"
);
var url = matching("value", /^https?:\/\/[^\s]+$/i, "an address that begins with https://");
var digest = matching("value", /^[0-9a-f]{64}$/i, "a SHA-256 of 64 hexadecimal digits");
var version = matching(
  "value",
  /^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/,
  "a whole version such as 1.2.3"
);
var toggle = matching("switch", /^(?:true|false)$/, "true or false");
var choice = (...words) => ({
  kind: "value",
  expects: words.join(", "),
  accepts: (given) => words.includes(given)
});
var names = {
  kind: "list",
  expects: "names between commas or line breaks",
  accepts: (given) => entries(given).every((entry) => name.accepts(entry))
};
var choices = (...words) => ({
  kind: "list",
  expects: words.join(", "),
  accepts: (given) => entries(given).every((entry) => words.includes(entry))
});
function entries(list) {
  return list.split(/[\n,]/).map((entry) => entry.trim()).filter((entry) => entry !== "");
}

// src/permission-level.ts
var permissionLevels = ["read", "triage", "write", "maintain", "admin"];

// src/trigger.ts
var triggerRisks = [
  "fork",
  "pull-request-target",
  "comment",
  "public-repository",
  "hosted-runner"
];
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/input-catalogue.ts
var inputCatalogue = {
  command: { form: choice("exec", "rotation-check") },
  prompt: { form: text, only: "exec" },
  "prompt-file": { form: path, setting: "prompt-file", only: "exec" },
  "output-schema": { form: path, setting: "output-schema", only: "exec" },
  "working-directory": { form: path, setting: "cd", only: "exec" },
  sandbox: {
    form: choice("read-only", "workspace-write", "danger-full-access"),
    setting: "sandbox",
    only: "exec"
  },
  model: { form: name, setting: "model", only: "exec" },
  effort: { form: name, setting: "codex-config", isPartOfSetting: true, only: "exec" },
  "vault-url": { form: url, setting: "vault-addr" },
  "vault-namespace": { form: name, setting: "vault-namespace" },
  "vault-auth": {
    form: choice("jwt", "approle", "kubernetes", "cert", "userpass", "ldap", "token"),
    setting: "vault-auth"
  },
  "vault-auth-mount": { form: name, setting: "vault-auth-mount" },
  "vault-role": { form: text, setting: "vault-role" },
  "vault-audience": { form: name },
  "vault-role-id": { form: name, setting: "vault-role-id" },
  "vault-secret-id": { form: secret },
  "vault-username": { form: text, setting: "vault-username" },
  "vault-password": { form: secret },
  "vault-token": { form: secret },
  "vault-client-cert": { form: path, setting: "vault-client-cert" },
  "vault-client-key": { form: path, setting: "vault-client-key" },
  "vault-path": { form: text, setting: "vault-path" },
  "vault-secret-version": { form: count, setting: "vault-secret-version", only: "exec" },
  "ca-bundle": { form: text, setting: "ca-bundle" },
  proxy: { form: url },
  "no-proxy": { form: text },
  timeout: { form: duration, setting: "timeout" },
  "idle-timeout": { form: duration, setting: "idle-timeout", only: "exec" },
  "max-tokens": { form: count, setting: "max-tokens", only: "exec" },
  retries: { form: fewTimes, setting: "retries", only: "exec" },
  "fail-on": {
    form: choices("patch-failed", "declined", "event-gap", "command-failed"),
    setting: "fail-on",
    only: "exec"
  },
  "allow-events": { form: names },
  "allow-permission": { form: choice(...permissionLevels, "nobody") },
  "allow-users": { form: names },
  "allow-bots": { form: names },
  "allow-untrusted-trigger": {
    form: choices(...triggerRisks),
    setting: "allow-untrusted-trigger",
    flagOf: "exec"
  },
  "report-dir": { form: path, setting: "report-dir", only: "exec" },
  "run-name": { form: runName, setting: "run-name", only: "exec" },
  summary: { form: toggle },
  config: { form: text },
  "runner-jar": { form: path },
  "runner-version": { form: version },
  "runner-sha256": { form: digest },
  "runner-url": { form: url },
  "codex-path": { form: path, setting: "codex-path", only: "exec" },
  "codex-version": { form: version, setting: "codex-version", only: "exec" },
  "codex-sha256": { form: digest, setting: "codex-sha256", only: "exec" },
  "codex-registry": { form: url, only: "exec" },
  "java-home": { form: path },
  "github-token": { form: secret }
};
var inputNames = Object.keys(inputCatalogue);

// src/invocation.ts
var MARK_VARIABLE = "CODEXRUNNER_ACTION_ID";

// src/marked-processes.ts
var import_promises2 = __toESM(require_promises(), 1);

// src/process-identity.ts
var import_promises = __toESM(require_promises(), 1);
var STATE = 0;
var START_TIME = 19;
async function identify(pid) {
  const fields = await statFields(pid);
  const startTime = fields?.[START_TIME];
  return startTime === void 0 ? void 0 : { pid, startTime };
}
async function isAlive(process2) {
  const fields = await statFields(process2.pid) ?? [];
  return fields[START_TIME] === process2.startTime && !/^[ZX]$/.test(fields[STATE] ?? "");
}
async function statFields(pid) {
  try {
    const stat3 = await (0, import_promises.readFile)(`/proc/${pid}/stat`, "latin1");
    return stat3.slice(stat3.lastIndexOf(")") + 2).split(" ");
  } catch {
    return void 0;
  }
}

// src/marked-processes.ts
async function processesWith(assignments) {
  const numbers = (await (0, import_promises2.readdir)("/proc")).filter((entry) => /^\d+$/.test(entry)).map(Number);
  const found = await Promise.all(numbers.map((pid) => marked(pid, assignments)));
  return found.filter((process2) => process2 !== void 0);
}
async function marked(pid, assignments) {
  if (pid === process.pid) return void 0;
  try {
    const environment = (await (0, import_promises2.readFile)(`/proc/${pid}/environ`, "latin1")).split("\0");
    if (!environment.some((assignment) => assignments.includes(assignment))) return void 0;
    const identity = await identify(pid);
    return identity !== void 0 && await isAlive(identity) ? identity : void 0;
  } catch {
    return void 0;
  }
}

// src/run-id.ts
var import_promises3 = __toESM(require_promises(), 1);
var import_promises4 = __toESM(require_promises2(), 1);
var RUN_VARIABLE = "CODEXRUNNER_RUN_ID";
var ASSIGNMENT = new RegExp(`^${RUN_VARIABLE}=([A-Za-z0-9-]{16,64}?)(?:-aside)?$`);

// src/run-folders.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var import_promises8 = __toESM(require_promises(), 1);
var import_node_path4 = __toESM(require_node_path(), 1);

// src/bounded-file.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_promises5 = __toESM(require_promises(), 1);
var SMALLEST_CHUNK = 4 * 1024;
var LARGEST_CHUNK = 1024 * 1024;

// ../contract/exit-codes.json
var exit_codes_default = {
  schemaVersion: 1,
  description: "retryable: whether the same run, started again unchanged, may succeed. Where it says sometimes, verdict.retryable in report.json says it of the single failure.",
  exitCodes: [
    { exitCode: 0, kind: "success", retryable: "never", when: "codex ended with 0, the turn completed, and everything asked for is there" },
    { exitCode: 1, kind: "internal", retryable: "never", when: "a bug of the runner" },
    { exitCode: 2, kind: "config", retryable: "never", when: "usage or configuration; all problems are listed" },
    { exitCode: 3, kind: "secret_source", retryable: "sometimes", when: "Vault or another token source: unreachable, denied, sealed, not found, malformed" },
    { exitCode: 4, kind: "credential", retryable: "never", when: "token expired, revoked, malformed or of the wrong kind; the workspace says 401 or 403" },
    { exitCode: 5, kind: "connectivity", retryable: "sometimes", when: "TLS, CA, proxy, DNS, connection refused" },
    { exitCode: 6, kind: "codex_start", retryable: "sometimes", when: "codex missing, of the wrong version or digest, not in a trusted directory; sandbox or required MCP server unavailable; policy bundle refused" },
    { exitCode: 7, kind: "turn_failed", retryable: "sometimes", when: "model or service failure: 5xx, 400, context window, stream lost after retries" },
    { exitCode: 8, kind: "limited", retryable: "sometimes", when: "usage limit, quota, rate limit, capacity" },
    { exitCode: 9, kind: "no_verdict", retryable: "sometimes", when: "the stream ended without a terminal event" },
    { exitCode: 10, kind: "output_invalid", retryable: "sometimes", when: "the final output fails its schema, or a required output is missing" },
    { exitCode: 11, kind: "timeout", retryable: "sometimes", when: "overall or idle" },
    { exitCode: 12, kind: "policy", retryable: "never", when: "a budget is exceeded, or a changed file, a trigger, a setting or a managed policy is refused" },
    { exitCode: 13, kind: "rotation_due", retryable: "never", when: "token close to or past its expiry or age" },
    { exitCode: 14, kind: "rotation_conflict", retryable: "never", when: "check-and-set lost, or a step out of order" },
    { exitCode: 15, kind: "report_io", retryable: "never", when: "the run ended, but its record could not be written" },
    { exitCode: 16, kind: "findings", retryable: "never", when: "receipt verify, reconcile: something was found" },
    { exitCode: 128, kind: "cancelled", retryable: "sometimes", when: "128 plus n: signal n to the runner" }
  ]
};

// src/exit-codes.ts
var kinds = new Map(exit_codes_default.exitCodes.map(({ exitCode, kind }) => [exitCode, kind]));

// src/outside-workspace.ts
var import_promises6 = __toESM(require_promises(), 1);
var import_node_path2 = __toESM(require_node_path(), 1);

// src/report-files.ts
var import_promises7 = __toESM(require_promises(), 1);
var import_node_path3 = __toESM(require_node_path(), 1);

// src/run-folders.ts
function folderOf(temporary, id) {
  return (0, import_node_path4.join)(temporary, "codex-runner", id);
}

// src/tool-cache.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_promises9 = __toESM(require_promises(), 1);
var import_node_path5 = __toESM(require_node_path(), 1);
var RUNNER_TOOL = "codex-runner";
var CODEX_TOOL = "codex-runner-codex";
var ABANDONED_MS = 60 * 6e4;
async function unfinishedEntries(env, job) {
  const root = rootOf(env);
  if (root === void 0) return [];
  const versions = await Promise.all([RUNNER_TOOL, CODEX_TOOL].map((tool) => entriesOf((0, import_node_path5.join)(root, tool))));
  const entries2 = await Promise.all(versions.flat().map(entriesOf));
  const sibling = `${process.arch}.${job}`;
  return entries2.flat().filter((entry) => [sibling, `${sibling}-old`].includes((0, import_node_path5.basename)(entry)));
}
async function entriesOf(folder) {
  const names2 = await (0, import_promises9.readdir)(folder).catch(() => []);
  return names2.map((name2) => (0, import_node_path5.join)(folder, name2));
}
function rootOf(env) {
  return variable(env, "RUNNER_TOOL_CACHE");
}

// src/leftovers.ts
var CLEAN_UP_BOUNDS = { graceMs: 7500, afterKillMs: 3e3 };
var POLL_MS = 50;
async function cleanUp(state, env, bounds = CLEAN_UP_BOUNDS) {
  const { runId } = state;
  if (!await isOurs(state, env)) return ["The saved state is not of a step of this job: nothing is done."];
  const marks = [
    `${MARK_VARIABLE}=${state.mark}`,
    ...runId === void 0 ? [] : [`${RUN_VARIABLE}=${runId}`, `${RUN_VARIABLE}=${runId}-aside`]
  ];
  const left = () => processesWith(marks);
  const found = (await left()).length;
  const killed = found === 0 ? 0 : await end(left, bounds);
  const folders = [
    state.privateFolder,
    ...runId === void 0 ? [] : foldersOf(runId, env),
    ...await unfinishedEntries(env, state.mark)
  ];
  const removed = await removeExisting(folders);
  return [
    ...found === 0 ? [] : [`${found} processes of the run were still alive; ended, ${killed} of them by KILL.`],
    ...removed.map((folder) => `Removed ${folder}`)
  ];
}
async function isOurs({ mark, privateFolder }, env) {
  const temporary = variable(env, "RUNNER_TEMP");
  if (temporary === void 0) return false;
  const folder = folderOf(temporary, mark);
  if (privateFolder !== (0, import_node_path6.join)(folder, "private")) return false;
  const [root = "", real = ""] = await Promise.all(
    [temporary, folder].map((one) => (0, import_promises10.realpath)(one).catch(() => ""))
  );
  return real !== "" && real === folderOf(root, mark);
}
async function end(left, bounds) {
  signalAll(await left(), "SIGTERM");
  if (await noneWithin(left, bounds.graceMs)) return 0;
  const stubborn = await left();
  signalAll(stubborn, "SIGKILL");
  await noneWithin(async () => {
    const again = await left();
    signalAll(again, "SIGKILL");
    return again;
  }, bounds.afterKillMs);
  return stubborn.length;
}
function signalAll(processes, signal) {
  for (const { pid } of processes) {
    try {
      process.kill(pid, signal);
    } catch {
    }
  }
}
async function noneWithin(left, boundMs) {
  const end2 = performance.now() + boundMs;
  for (; ; ) {
    if ((await left()).length === 0) return true;
    if (performance.now() >= end2) return false;
    await (0, import_promises11.setTimeout)(POLL_MS);
  }
}
function foldersOf(runId, env) {
  const home = variable(env, "HOME") ?? (0, import_node_os.homedir)();
  const bases = [
    variable(env, "XDG_STATE_HOME"),
    (0, import_node_path6.join)(home, ".local", "state"),
    variable(env, "XDG_CACHE_HOME"),
    (0, import_node_path6.join)(home, ".cache")
  ];
  return bases.filter((base) => base !== void 0).filter(import_node_path6.isAbsolute).flatMap((base) => [
    (0, import_node_path6.join)(base, "codex-runner", "homes", runId),
    (0, import_node_path6.join)(base, "codex-runner", "tmp", runId.slice(0, 8))
  ]);
}
async function removeExisting(folders) {
  const removed = [];
  for (const folder of folders) {
    const stat3 = await (0, import_promises10.lstat)(folder).catch(() => void 0);
    if (stat3 === void 0) continue;
    await (0, import_promises10.rm)(folder, { recursive: true, force: true, maxRetries: 3 });
    removed.push(folder);
  }
  return removed;
}

// src/harmless.ts
function harmless(text2) {
  return text2.replace(ESCAPE_SEQUENCE, "").replace(INVISIBLE, "").split(LINE_BREAK).map((line) => line.replace(WORKFLOW_COMMAND, "$1: :").replace(LOGGING_COMMAND, "# #")).join("\n");
}
function harmlessLine(text2) {
  return harmless(text2.replace(/\s+/gu, " ").trim());
}
var ESCAPE_SEQUENCE = /(?:\u001B\[|\u009B)[0-?]*[ -/]*[@-~]?|\u001B[ -/]*[0-~]?/gu;
var INVISIBLE = new RegExp("(?![\\t\\n\\r\\v\\f\\u0085])\\p{Cc}|[\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069\\uFEFF\\uFFF9-\\uFFFB]", "gu");
var LINE_BREAK = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;
var WORKFLOW_COMMAND = /^([\s\p{Z}\p{C}]*)::/u;
var LOGGING_COMMAND = /##(?=[\w-]{0,32}\[)/gu;

// src/runner-console.ts
function runnerConsole(write) {
  const command = (text2) => {
    write(`${text2}
`);
  };
  const masked = /* @__PURE__ */ new Set();
  return {
    command,
    mask: (text2) => {
      masked.add(text2);
      command(`::add-mask::${escapedData(text2)}`);
    },
    masked: () => [...masked].sort((one, other) => other.length - one.length),
    line: (text2) => {
      write(`${harmless(text2)}
`);
    },
    warning: (text2) => {
      command(annotation("warning", "codex-runner", text2));
    },
    failure: (failure) => {
      write(`${failureText(failure)}
`);
      const { kind, what, why, fix } = failure;
      command(annotation("error", `codex-runner: ${kind}`, explanation(what, why, fix)));
    }
  };
}
function explanation(what, why, fix) {
  return [what, why && `Why: ${why}`, fix && `What to do: ${fix}`].filter((part) => part !== "").join("\n");
}
function failureText({ what, why, fix, code, page }) {
  const lines = what.split("\n").map(harmlessLine).join("\n  ");
  return `error: ${lines}
  why: ${harmlessLine(why)}
  fix: ${harmlessLine(fix)} [${code}, ${page}]`;
}
function annotation(level, title, message) {
  return `::${level} title=${escapedProperty(harmlessLine(title))}::${escapedData(harmless(message))}`;
}
function escapedData(text2) {
  return text2.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
function escapedProperty(text2) {
  return escapedData(text2).replaceAll(":", "%3A").replaceAll(",", "%2C");
}

// node_modules/@actions/core/lib/command.js
var os = __toESM(require_os(), 1);

// node_modules/@actions/core/lib/file-command.js
var crypto = __toESM(require_crypto(), 1);
var fs = __toESM(require_fs(), 1);
var os2 = __toESM(require_os(), 1);

// node_modules/@actions/core/lib/core.js
var os5 = __toESM(require_os(), 1);
var path6 = __toESM(require_path(), 1);

// node_modules/@actions/core/lib/summary.js
var import_os = __toESM(require_os(), 1);
var import_fs = __toESM(require_fs(), 1);
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve5) {
      resolve5(value);
    });
  }
  return new (P || (P = Promise))(function(resolve5, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve5(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
var { access: access2, appendFile, writeFile: writeFile3 } = import_fs.promises;
var SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath) {
        return this._filePath;
      }
      const pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv) {
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      }
      try {
        yield access2(pathFromEnv, import_fs.constants.R_OK | import_fs.constants.W_OK);
      } catch (_a) {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      this._filePath = pathFromEnv;
      return this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    const htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    if (!content) {
      return `<${tag}${htmlAttrs}>`;
    }
    return `<${tag}${htmlAttrs}>${content}</${tag}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
      const filePath = yield this.filePath();
      const writeFunc = overwrite ? writeFile3 : appendFile;
      yield writeFunc(filePath, this._buffer, { encoding: "utf8" });
      return this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: true });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    this._buffer = "";
    return this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text2, addEOL = false) {
    this._buffer += text2;
    return addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(import_os.EOL);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    const attrs = Object.assign({}, lang && { lang });
    const element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = false) {
    const tag = ordered ? "ol" : "ul";
    const listItems = items.map((item) => this.wrap("li", item)).join("");
    const element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    const tableBody = rows.map((row) => {
      const cells = row.map((cell) => {
        if (typeof cell === "string") {
          return this.wrap("td", cell);
        }
        const { header, data, colspan, rowspan } = cell;
        const tag = header ? "th" : "td";
        const attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join("");
    const element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    const element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    const { width, height } = options || {};
    const attrs = Object.assign(Object.assign({}, width && { width }), height && { height });
    const element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text2, level) {
    const tag = `h${level}`;
    const allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1";
    const element = this.wrap(allowedTag, text2);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    const element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    const element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text2, cite) {
    const attrs = Object.assign({}, cite && { cite });
    const element = this.wrap("blockquote", text2, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text2, href) {
    const element = this.wrap("a", text2, { href });
    return this.addRaw(element).addEOL();
  }
};
var _summary = new Summary();

// node_modules/@actions/core/lib/path-utils.js
var path2 = __toESM(require_path(), 1);

// node_modules/@actions/core/lib/platform.js
var import_os2 = __toESM(require_os(), 1);

// node_modules/@actions/exec/lib/exec.js
var import_string_decoder = __toESM(require_string_decoder(), 1);

// node_modules/@actions/exec/lib/toolrunner.js
var os3 = __toESM(require_os(), 1);
var events = __toESM(require_events(), 1);
var child = __toESM(require_child_process(), 1);
var path5 = __toESM(require_path(), 1);

// node_modules/@actions/io/lib/io.js
var import_assert = __toESM(require_assert(), 1);
var path4 = __toESM(require_path(), 1);

// node_modules/@actions/io/lib/io-util.js
var fs2 = __toESM(require_fs(), 1);
var path3 = __toESM(require_path(), 1);
var { chmod, copyFile, lstat: lstat5, mkdir: mkdir3, open: open2, readdir: readdir4, rename: rename2, rm: rm4, rmdir, stat: stat2, symlink, unlink } = fs2.promises;
var IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var import_timers = __toESM(require_timers(), 1);
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = import_os2.default.platform();
var arch = import_os2.default.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2["Success"] = 0] = "Success";
  ExitCode2[ExitCode2["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function getState(name2) {
  return process.env[`STATE_${name2}`] || "";
}

// src/saved-state.ts
var NAME = "codex-runner";
var MARK = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
var RUN_ID = /^[A-Za-z0-9-]{16,64}$/;
function savedState() {
  const text2 = getState(NAME);
  return text2 === "" ? void 0 : stateIn(text2);
}
function stateIn(text2) {
  const state = JSON.parse(text2);
  if (!isObject(state)) return void 0;
  const { mark, privateFolder, runId } = state;
  if (typeof mark !== "string" || !MARK.test(mark) || typeof privateFolder !== "string") return void 0;
  const known = { mark, privateFolder };
  return typeof runId === "string" && RUN_ID.test(runId) ? { ...known, runId } : known;
}

// src/post.ts
var console2 = runnerConsole((text2) => process.stdout.write(text2));
try {
  const state = savedState();
  const done = state === void 0 ? [] : await cleanUp(state, process.env);
  done.forEach((line) => {
    console2.line(line);
  });
} catch (failed) {
  console2.warning(
    `Cleaning up after the run failed: ${failed instanceof Error ? failed.message : "unknown reason"}`
  );
}
