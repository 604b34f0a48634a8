import { resolve } from 'node:path'
import { defineConfig } from 'vitest/config'

const alias = [
  { find: '@payload-config', replacement: resolve(import.meta.dirname, 'src/payload.config.ts') },
  { find: /^@\//, replacement: `${import.meta.dirname}/` },
]

const server = {
  environment: 'node',
  pool: 'forks' as const,
  // Packages take longer to load than most files' tests: a process keeps them for all its files.
  isolate: false,
  // Every file has a database of its own, so files may run beside each other.
  maxWorkers: 2,
  globalSetup: ['tests/support/template.ts'],
  setupFiles: ['tests/support/environment.ts'],
  testTimeout: 60_000,
  hookTimeout: 180_000,
}

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          environment: 'node',
          testTimeout: 60_000,
          include: ['tests/unit/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'integration',
          ...server,
          sequence: { groupOrder: 1 },
          include: ['tests/integration/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'security',
          ...server,
          sequence: { groupOrder: 2 },
          include: ['tests/security/**/*.test.ts'],
        },
      },
    ],
  },
})
