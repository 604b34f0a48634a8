/** What a page may cost; the rule of the project. */
export const limits = {
  performance: 95,
  /** Below this the machine itself is too slow for the number above; then an empty page is the measure. */
  slowMachine: 1000,
  /** How far a page may stay behind an empty page of the same build on a slow machine. */
  behindBlank: 3,
  scriptBytes: 10 * 1024,
}

export const categories = ['performance', 'accessibility', 'best-practices', 'seo']

/** The middle one of an odd number of figures. */
export const median = (figures) =>
  [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0

/**
 * @typedef {{ name: string, path: string, scores: Record<string, number>, benchmarkIndex: number,
 *   scriptBytes: number, foreign: string[], failed: string[] }} Measured
 */

/** Several runs over one page as one: the median of every score, all that was ever wrong. */
export const merged = ({ name, path, runs, scriptBytes }) => ({
  name,
  path,
  scores: Object.fromEntries(
    categories.map((category) => [category, median(runs.map(({ scores }) => scores[category]))]),
  ),
  benchmarkIndex: median(runs.map(({ benchmarkIndex }) => benchmarkIndex)),
  scriptBytes,
  foreign: [...new Set(runs.flatMap(({ foreign }) => foreign))],
  failed: [...new Set(runs.flatMap(({ failed }) => failed))],
})

const performanceProblem = (page, blank) => {
  const score = page.scores['performance'] ?? 0
  if (score >= limits.performance) return null
  const isSlow = page.benchmarkIndex < limits.slowMachine
  const least = (blank.scores['performance'] ?? 0) - limits.behindBlank
  if (isSlow && score >= least) return null
  return isSlow
    ? `performance ${score}, at least ${least} on this machine (an empty page has ${blank.scores['performance']})`
    : `performance ${score}, at least ${limits.performance}`
}

/** What keeps a page from passing, in sentences; nothing when it passes. */
export const problemsOf = (page, blank) => [
  ...[performanceProblem(page, blank)].filter(Boolean),
  ...categories
    .filter((category) => category !== 'performance' && page.scores[category] !== 100)
    .map((category) => `${category} ${page.scores[category]} of 100`),
  ...(page.scriptBytes - blank.scriptBytes > limits.scriptBytes
    ? [
        `${kilobytes(page.scriptBytes - blank.scriptBytes)} of script beyond an empty page, at most 10 KB`,
      ]
    : []),
  ...page.foreign.map((url) => `a request to another host: ${url}`),
]

export const kilobytes = (bytes) => `${(bytes / 1024).toFixed(1)} KB`

/** The table as it is printed: a line for each page. */
export const tableOf = (pages, blank) => {
  const header = ['page', 'perf', 'a11y', 'best', 'seo', 'script', 'foreign', '']
  const lineOf = (page) => [
    page.name,
    ...categories.map((category) => String(page.scores[category])),
    page === blank
      ? kilobytes(page.scriptBytes)
      : `${page.scriptBytes < blank.scriptBytes ? '-' : '+'}${kilobytes(Math.abs(page.scriptBytes - blank.scriptBytes))}`,
    String(page.foreign.length),
    page === blank ? 'to compare with' : problemsOf(page, blank).length ? 'misses' : 'passes',
  ]
  const rows = [header, lineOf(blank), ...pages.map(lineOf)]
  const widths = header.map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) =>
          column > 0 && column < 7 ? cell.padStart(widths[column]) : cell.padEnd(widths[column]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
