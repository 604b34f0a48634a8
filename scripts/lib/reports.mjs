import { existsSync, readFileSync } from 'node:fs'

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

const firstLine = (text) => (text ?? 'no reason given').split('\n', 1)[0].slice(0, 300)

/** `{ passed, failed, skipped, failures }` of a Vitest JSON report; a file that could not be loaded is one failure. */
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
    failures: report.testResults.flatMap(({ name, message, assertionResults }) => [
      ...(message ? [`${name}: ${firstLine(message)}`] : []),
      ...assertionResults
        .filter(({ status }) => status === 'failed')
        .map((test) => `${test.fullName}: ${firstLine(test.failureMessages?.[0])}`),
    ]),
  }
}

/** The same of a Playwright JSON report; a flaky test counts as failed. */
export const playwrightCounts = (file) => {
  const report = readJson(file)
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const { expected, unexpected, flaky, skipped } = report.stats
  const failures = (report.suites ?? []).flatMap(failedSpecs)
  const failed = unexpected + flaky + (report.errors?.length ?? 0)
  return { passed: expected, failed, skipped, failures }
}

const failedSpecs = ({ suites = [], specs = [] }) => [
  ...specs.filter(({ ok }) => !ok).map(({ file, title }) => `${file}: ${title}`),
  ...suites.flatMap(failedSpecs),
]

/**
 * Every test of a Vitest JSON report by its full title.
 * @param {string} file
 * @returns {{ title: string, isPassed: boolean }[]}
 */
export const vitestResults = (file) =>
  (readJson(file)?.testResults ?? []).flatMap(({ assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({
      title: fullName,
      isPassed: status === 'passed',
    })),
  )

const specsIn = ({ suites = [], specs = [] }) => [...specs, ...suites.flatMap(specsIn)]

/**
 * The same of a Playwright JSON report.
 * @param {string} file
 * @returns {{ title: string, isPassed: boolean }[]}
 */
export const playwrightResults = (file) =>
  (readJson(file)?.suites ?? []).flatMap(specsIn).map(({ title, ok }) => ({ title, isPassed: ok }))
