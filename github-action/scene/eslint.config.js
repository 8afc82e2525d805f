import tseslint from 'typescript-eslint';
import action from '../eslint.config.js';

// The action's own rules: its first entry only says what it leaves aside, this folder among it.
export default tseslint.config(action.slice(1), {
  languageOptions: {
    parserOptions: {
      projectService: { allowDefaultProject: ['*.js'] },
      tsconfigRootDir: import.meta.dirname,
    },
  },
  rules: {
    // node:test waits for its tests by itself.
    '@typescript-eslint/no-floating-promises': [
      'error',
      {
        allowForKnownSafeCalls: [
          { from: 'package', package: 'node:test', name: ['it', 'describe', 'before', 'after'] },
        ],
      },
    ],
  },
});
