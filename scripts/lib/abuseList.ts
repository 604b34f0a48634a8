import { type AbuseCase, abuseCases } from '@/tests/security/abuse/cases/registry'
import { type NamedTest, testsNaming } from './namedTests'

/** A case with the tests that prove it, by the id in their titles. */
export type ListedCase = AbuseCase & { tests: readonly NamedTest[] }

export const abuseTests = (): NamedTest[] => testsNaming(/\bT\d{3}\b/g)

/** Every abuse case, in the order of its id. */
export const abuseList = (): ListedCase[] => {
  const tests = abuseTests()
  return abuseCases.map((each) => ({ ...each, tests: tests.filter(({ id }) => id === each.id) }))
}

/** What a test proves, without its id: `answer every alias …`. */
export const provenBy = ({ id, title }: NamedTest): string => title.replace(`${id} `, '')
