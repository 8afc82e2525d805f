import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 40_000,
    globalSetup: 'test/temporary-folder.ts',
    restoreMocks: true,
  },
});
