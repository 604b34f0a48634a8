/** What kind of harm a case tries; the order is that of the page docs/abuse-cases.md. */
export const areas = {
  reading: 'Reading what is not theirs',
  history: 'Versions, drafts and what was deleted',
  writing: 'Writing what is not theirs',
  races: 'Two at once, and again',
  injection: 'Input that wants to be code',
  content: 'Files and texts that do harm',
  network: 'From other sites and to other hosts',
  availability: 'Too much, too deep, too often',
  signIn: 'Signing in and staying in',
  operations: 'Running the practice',
} as const

export type Area = keyof typeof areas

/**
 * A case in one sentence, or, where the product has nothing it could happen to, the sentence and the
 * reason; a test of the same id then shows that the reason holds.
 */
export type Written = string | { title: string; cannot: string }

export type WrittenCases = Readonly<Record<string, Written>>
