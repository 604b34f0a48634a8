import base from './playwright.config'
export default { ...base, webServer: undefined, workers: 1, testDir: 'tests/e2e', outputDir: 'artifacts/e2e', projects: [{ name: 'one', testMatch: [/story-e1\.spec\.ts$/], use: { baseURL: 'http://localhost:4820' } }] }
