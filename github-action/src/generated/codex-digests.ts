/** SHA-256 of programs in the npm packages of codex, made by scripts/pin-codex.ts; paths start at node_modules/@openai. */
export const codexDigests = {
  'linux-x64': {
    program: 'b452ca20f838a8855a88a41050ee4a694033fff4ea3ecdad5633e6e0e8d13f2b',
    others: {
      'codex-linux-x64/vendor/x86_64-unknown-linux-musl/bin/codex-code-mode-host':
        'e9f2ef68671b2b6ac68902d19e8dafda3f5928e678ecf3f30c74b203a2c403ed',
      'codex-linux-x64/vendor/x86_64-unknown-linux-musl/codex-package.json':
        '28811e0083d220befc827d711fb8c9f4b7f85825b11164ff154e15cfe2540715',
      'codex-linux-x64/vendor/x86_64-unknown-linux-musl/codex-path/rg':
        'e62198eb19b136b88c330af83647b5a962cb99b6b1f066758568f12de1974849',
      'codex-linux-x64/vendor/x86_64-unknown-linux-musl/codex-resources/bwrap':
        '15fd5f2673d2e1c2f80e34e5108462fd014f5e8bbc7b0731f1ab23d1ff1ac140',
    },
  },
} as const;
