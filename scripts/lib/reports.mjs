import { existsSync, readFileSync } from 'node:fs'

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

/** `{ passed, failed, skipped }` of a Vitest JSON report; a file that could not be loaded is one failure. */
export const vitestCounts = (file) => {
  const report = readJson(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const notLoaded = report.testResults.filter(
    (each) =>
      each.status === 'failed' && !each.assertionResults.some((test) => test.status === 'failed'),
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + notLoaded.length,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  }
}

/** The same of a Playwright JSON report; a flaky test counts as failed. */
export const playwrightCounts = (file) => {
  const report = readJson(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  return { passed: expected, failed: unexpected + flaky + (report.errors?.length ?? 0), skipped }
}
