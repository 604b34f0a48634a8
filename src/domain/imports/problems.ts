/** Somebody who may be the person of a line: in the practice, or on an earlier line of the file. */
export type Candidate = { id: string; name: string } | { line: number; name: string }

/** One thing that is wrong with a line. */
export type Problem = {
  /** Column it is about; empty for the line as a whole. */
  column: string
  message: string
  /** Somebody has to say whether this is the same person; then the line is in order. */
  candidates?: readonly Candidate[]
}

export type Answer = 'same' | 'new'

/** What was said about a line that looks like somebody else. */
export type Decision = {
  answer: Answer | null
  /** The patient, or the line, that it is the same as. */
  as: string | null
}

export const needsAnswer = ({ candidates }: Problem): boolean => Boolean(candidates?.length)

export const candidateKey = (candidate: Candidate): string =>
  'id' in candidate ? candidate.id : `line ${candidate.line}`
