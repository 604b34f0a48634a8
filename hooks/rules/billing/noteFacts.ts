import { idIn, type Row } from '@/src/domain/row'
import type { FactReader } from '../rule'

export type NoteFacts = {
  id: string
  slug: 'progress-notes' | 'intake-assessments'
  isSigned: boolean
  isFinal: boolean
  needsCoSignature: boolean
  /** The day it was signed, YYYY-MM-DD of the instant in UTC. */
  signedOn: string | null
}

const signed = new Set(['signed', 'pendingCosign'])

const factsOf = (slug: NoteFacts['slug'], row: Row): NoteFacts => {
  const status = String(row['status'] ?? '')
  return {
    id: String(row['id']),
    slug,
    isSigned: signed.has(status) || row['isFinal'] === true,
    isFinal: row['isFinal'] === true,
    needsCoSignature: status === 'pendingCosign',
    signedOn: typeof row['signedAt'] === 'string' ? row['signedAt'].slice(0, 10) : null,
  }
}

/** The furthest one along: final before signed before begun. */
const best = (notes: readonly NoteFacts[]): NoteFacts | null => {
  const weight = (note: NoteFacts) => (note.isFinal ? 2 : note.isSigned ? 1 : 0)
  return [...notes].sort((a, b) => weight(b) - weight(a))[0] ?? null
}

/** What stands in the chart for a session: its note, or for an intake the signed assessment. */
export const noteOfSession = async (
  read: FactReader,
  session: Row | null,
): Promise<NoteFacts | null> => {
  if (!session) return null
  const written = await read.many('progress-notes', { session: { equals: session['id'] } })
  const notes = written
    .filter((row) => row['status'] !== 'voided')
    .map((row) => factsOf('progress-notes', row))
  if (session['isIntake'] !== true) return best(notes)
  const patient = idIn(session, 'patient')
  const appointment = idIn(session, 'appointment')
  const assessments = await read.many('intake-assessments', { patient: { equals: patient } })
  const own = assessments.filter((row) => {
    const of = idIn(row, 'session') ?? session['id']
    const at = idIn(row, 'appointment') ?? appointment
    return of === session['id'] && at === appointment
  })
  return best([...notes, ...own.map((row) => factsOf('intake-assessments', row))])
}
