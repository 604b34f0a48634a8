import {
  type Candidate,
  candidateKey,
  type Decision,
  needsAnswer,
  type Problem,
} from '@/src/domain/imports/problems'

/** Everybody a line may be, the practice's first. */
export const candidatesIn = (problems: readonly Problem[]): Candidate[] => {
  const all = problems.flatMap(({ candidates }) => [...(candidates ?? [])])
  return [...all.filter((each) => 'id' in each), ...all.filter((each) => 'line' in each)]
}

/** Whom a line that is "the same" is the same as; null when that one is no candidate any more. */
export const sameAs = (
  problems: readonly Problem[],
  { answer, as }: Decision,
): Candidate | null => {
  if (answer !== 'same') return null
  const candidates = candidatesIn(problems)
  return (as ? candidates.find((each) => candidateKey(each) === as) : candidates[0]) ?? null
}

/** What is left once somebody said who a line is. */
export const settled = (problems: readonly Problem[], decision: Decision): Problem[] => {
  const isAnswered = decision.answer === 'new' || sameAs(problems, decision) !== null
  return isAnswered ? problems.filter((problem) => !needsAnswer(problem)) : [...problems]
}
