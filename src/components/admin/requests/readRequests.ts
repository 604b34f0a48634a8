import type { PayloadRequest, Where } from 'payload'
import { nextStepOf } from '@/src/domain/sharing/nextStep'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { readReleases } from '../sharing/releases'

/** A request with what answers it, as far as the reader may see that. */
export type ShownRequest = {
  row: Row
  patient: string
  next: string
  disclosure: Row | null
  file: Row | null
  /** Releases of the patient that hold today. */
  releases: Row[]
}

export const byId = (rows: readonly Row[], column: string): Map<string, Row> =>
  new Map(rows.map((row) => [refIn(row, column), row]))

/** Files of disclosures by the disclosure's id; none for whom the table shows no files. */
export const readFiles = async (
  req: PayloadRequest,
  disclosures: readonly Row[],
): Promise<Map<string, Row>> => {
  if (!disclosures.length) return new Map()
  const ids = disclosures.map(({ id }) => id)
  const files = await readRows(req, 'chart-exports', {
    where: { disclosure: { in: ids } },
    limit: ids.length,
  })
  return byId(files, 'disclosure')
}

const factsOf = (row: Row, disclosure: Row | null, file: Row | null) => {
  const until = textIn(file, 'expiresAt')
  return {
    kind: textIn(row, 'kind'),
    status: textIn(row, 'status'),
    requesterKind: textIn(row, 'requesterKind'),
    isVerified: Boolean(textIn(row, 'verifiedHow')),
    isReviewAsked: Boolean(textIn(row, 'reviewAskedAt')),
    isReviewed: Boolean(textIn(row, 'reviewedAt')),
    method: textIn(row, 'method'),
    sharing: disclosure ? textIn(disclosure, 'status') : null,
    file: file ? textIn(file, 'status') : null,
    fileUntil: until ? practiceDayOf(until) : null,
  }
}

/** Requests for records under `where`, the earliest day first, each with its next step. */
export const readRequests = async (
  req: PayloadRequest,
  where: Where,
  { sort = 'dueOn', limit = 100 }: { sort?: string; limit?: number } = {},
): Promise<ShownRequest[]> => {
  const rows = await readRows(req, 'record-requests', { where, sort, limit })
  if (!rows.length) return []
  const answers = await readRows(req, 'disclosures', {
    where: { request: { in: rows.map(({ id }) => id) } },
    sort: 'preparedAt',
    limit: rows.length * 3,
  })
  const patients = [...new Set(rows.map((row) => refIn(row, 'patient')))]
  const [files, names, releases] = await Promise.all([
    readFiles(req, answers),
    namesOf(req, { slug: 'patients', column: 'patient', rows, name: 'displayName' }),
    readReleases(req, patients),
  ])
  const latest = byId(answers, 'request')
  return rows.map((row) => {
    const disclosure = latest.get(row.id) ?? null
    const file = (disclosure && files.get(disclosure.id)) ?? null
    return {
      row,
      patient: names.get(refIn(row, 'patient')) ?? 'A patient',
      next: nextStepOf(factsOf(row, disclosure, file)),
      disclosure,
      file,
      releases: releases.filter((release) => refIn(release, 'patient') === refIn(row, 'patient')),
    }
  })
}
