/** Made from contract/jvm.options by `npm run generate`. */
export const jvmOptions: readonly string[] = [
  '-XX:+DisableAttachMechanism',
  '-XX:-HeapDumpOnOutOfMemoryError',
  '-XX:-CreateCoredumpOnCrash',
  '-XX:ErrorFile=/dev/null',
  '-XX:-UsePerfData',
  '-XX:Tier4InvocationThreshold=50000',
  '-XX:Tier4CompileThreshold=150000',
  '-XX:Tier4BackEdgeThreshold=400000',
  '-Xshare:auto',
  '-XX:+UseSerialGC',
  '-Xmx128m',
  '-Djdk.http.auth.tunneling.disabledSchemes=',
  '-Dfile.encoding=UTF-8',
];
