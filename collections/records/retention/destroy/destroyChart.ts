import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload, Where } from 'payload'
import { rememberRemovals } from '@/hooks/longReads/removals'
import { keySubjectOf } from '@/hooks/sealConfidential'
import { filePlanOf } from '@/hooks/sealedFiles'
import { idIn, type StoredRow } from '@/src/domain/row'
import { destroyKeys } from '@/src/lib/keys'
import { collectionsOfChart, type Going, sharedFiles, staysAfterDestruction } from './whatGoes'

export type Destroyed = { rows: number; files: number; keys: number }

const idsPerStatement = 200

const chunks = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / idsPerStatement) }, (_, index) =>
    ids.slice(index * idsPerStatement, (index + 1) * idsPerStatement),
  )

const find = async (payload: BasePayload, collection: string, where: Where): Promise<StoredRow[]> =>
  (await payload.db.find<StoredRow>({ collection, where, limit: 0, pagination: false })).docs

const remove = async (
  payload: BasePayload,
  collection: string,
  { column, values }: { column: string; values: readonly string[] },
): Promise<void> => {
  for (const some of chunks(values))
    await payload.db.deleteMany({ collection, where: { [column]: { in: some } } })
}

type Found = Map<string, StoredRow[]>

const rowsAbout = async (
  payload: BasePayload,
  { slug, patientColumns }: Going,
  patient: string,
): Promise<StoredRow[]> =>
  find(payload, slug, { or: patientColumns.map((name) => ({ [name]: { equals: patient } })) })

/** Rows that name no patient themselves but hang on one of the chart's. */
const rowsBeneath = async (
  payload: BasePayload,
  { slug, patientColumns, parents }: Going,
  found: Found,
): Promise<StoredRow[]> => {
  const nobody = patientColumns.map((name) => ({ [name]: { exists: false } }))
  const rows: StoredRow[] = []
  for (const { name, relationTo } of parents) {
    const ids = (found.get(relationTo) ?? []).map(({ id }) => id)
    for (const some of chunks(ids))
      rows.push(...(await find(payload, slug, { and: [...nobody, { [name]: { in: some } }] })))
  }
  return rows
}

const chartRows = async (payload: BasePayload, patient: StoredRow): Promise<Found> => {
  const going = collectionsOfChart(payload)
  const found: Found = new Map()
  for (const each of going) found.set(each.slug, await rowsAbout(payload, each, patient.id))
  const inquiry = idIn(patient, 'inquiry')
  const known = found.get('inquiries') ?? []
  if (inquiry && !known.some(({ id }) => id === inquiry))
    known.push(...(await find(payload, 'inquiries', { id: { equals: inquiry } })))
  for (const each of going) {
    const rows = found.get(each.slug) ?? []
    const ids = new Set(rows.map(({ id }) => id))
    rows.push(...(await rowsBeneath(payload, each, found)).filter(({ id }) => !ids.has(id)))
  }
  return found
}

const subjectsOf = (patient: StoredRow, found: Found): string[] => {
  const subjects = new Set([`patient:${patient.id}`])
  for (const [slug, rows] of found) {
    if (staysAfterDestruction[slug]) continue
    for (const row of rows) {
      const subject = keySubjectOf(slug, row)
      if (subject) subjects.add(subject)
    }
  }
  return [...subjects]
}

const filesOf = (found: Found): string[] =>
  [...found].flatMap(([slug, rows]) => {
    const plan = filePlanOf(slug)
    if (!plan || staysAfterDestruction[slug]) return []
    return rows.map(({ filename }) => join(plan.folder, String(filename)))
  })

const removeFiles = async (files: readonly string[]): Promise<void> => {
  for (const file of files) {
    await rm(file, { force: true })
    await rm(`${file}.new`, { force: true })
  }
}

/** Sessions, links and mail of those who signed in for the patient. */
const removeAccounts = async (
  payload: BasePayload,
  patient: StoredRow,
  found: Found,
): Promise<void> => {
  const users = (found.get('portal-users') ?? []).map(({ id }) => id)
  const people = [patient.id, ...(found.get('related-persons') ?? []).map(({ id }) => id), ...users]
  await remove(payload, 'auth-sessions', { column: 'userId', values: users })
  await remove(payload, 'auth-tokens', { column: 'userId', values: users })
  await remove(payload, 'outbox', { column: 'recipientId', values: people })
}

/** What names a record of the chart by its id: work, reasons for going past a rule, repeated requests. */
const removeTraces = async (payload: BasePayload, ids: readonly string[]): Promise<void> => {
  for (const some of chunks(ids)) {
    const about: Where = { recordId: { in: some } }
    for (const row of await find(payload, 'overrides', about)) {
      const subject = keySubjectOf('overrides', row)
      if (subject) await destroyKeys(payload, subject)
    }
    for (const collection of ['tasks', 'overrides', 'idempotency-keys']) {
      const going = (await find(payload, collection, about)).map(({ id }) => id)
      await rememberRemovals(payload, { slug: collection, ids: going })
      await payload.db.deleteMany({ collection, where: about })
    }
  }
}

const emptySharedFiles = async (payload: BasePayload, found: Found): Promise<void> => {
  for (const { slug, by } of sharedFiles) {
    const rows = found.get(by.slug) ?? []
    const ids = new Set(rows.map((row) => idIn(row, by.column)).filter((id) => id !== null))
    for (const id of ids) {
      const where: Where = { [by.column]: { equals: id } }
      const { totalDocs } = await payload.db.count({ collection: by.slug, where })
      if (totalDocs) continue
      const [file] = await find(payload, slug, { id: { equals: id } })
      const subject = file ? keySubjectOf(slug, file) : null
      if (!subject) continue
      await destroyKeys(payload, subject)
      await payload.db.updateOne({ collection: slug, id, data: { sealed: null } })
    }
  }
}

const emptyKept = async (payload: BasePayload, found: Found): Promise<void> => {
  for (const [slug, { emptied = [] }] of Object.entries(staysAfterDestruction)) {
    const columns = [
      ...emptied,
      ...(keySubjectOf(slug, { patient: 'any', recordUid: 'any' }) ? ['sealed'] : []),
    ]
    if (!columns.length || slug === 'destruction-lines') continue
    const data = Object.fromEntries(columns.map((name) => [name, null]))
    for (const { id } of found.get(slug) ?? [])
      await payload.db.updateOne({ collection: slug, id, data })
  }
}

const named = { firstName: 'Destroyed', lastName: 'chart', displayName: 'Destroyed chart' } as const

/** The row of the patient stays without anything in it, so that what stays has something to point at. */
const leaveTombstone = async (payload: BasePayload, patient: StoredRow): Promise<void> => {
  const flattenedFields = payload.collections['patients']?.config.flattenedFields ?? []
  const emptied = flattenedFields
    .filter((field) => !('virtual' in field && field.virtual))
    .filter(({ name }) => !['id', 'createdAt', 'updatedAt', 'rev', 'status'].includes(name))
    .map(({ name, type }) => [name, type === 'checkbox' ? false : null] as const)
  await payload.db.updateOne({
    collection: 'patients',
    id: patient.id,
    data: {
      ...Object.fromEntries(emptied),
      ...named,
      uniqueKey: `destroyed|${patient.id}`,
      status: 'destroyed',
      rev: Number(patient['rev'] ?? 0) + 1,
    },
  })
}

const patientRow = async (payload: BasePayload, id: string): Promise<StoredRow | undefined> =>
  (await find(payload, 'patients', { id: { equals: id } }))[0]

const goingIn = (found: Found): [string, StoredRow[]][] =>
  [...found].filter(([slug]) => !staysAfterDestruction[slug])

/** What there is to destroy of a chart, for the certificate; counted before the first of it goes. */
export const surveyChart = async (payload: BasePayload, patientId: string): Promise<Destroyed> => {
  const patient = await patientRow(payload, patientId)
  if (!patient) return { rows: 0, files: 0, keys: 0 }
  const found = await chartRows(payload, patient)
  const { totalDocs: keys } = await payload.db.count({
    collection: 'data-keys',
    where: { subject: { in: subjectsOf(patient, found) } },
  })
  const rows = goingIn(found).reduce((sum, [, those]) => sum + those.length, 0)
  return { rows, files: filesOf(found).length, keys }
}

/**
 * Destroys a chart wherever the configuration keeps anything of it; the patient's row stays, empty. The keys
 * go first: from then on nothing of it can be read, whatever comes in between. Begun again after a crash it
 * goes on.
 */
export const destroyChart = async (payload: BasePayload, patientId: string): Promise<void> => {
  const patient = await patientRow(payload, patientId)
  if (!patient) return
  const found = await chartRows(payload, patient)
  for (const subject of subjectsOf(patient, found)) await destroyKeys(payload, subject)
  await removeFiles(filesOf(found))
  await removeAccounts(payload, patient, found)
  const all = [...found].flatMap(([, rows]) => rows.map(({ id }) => id))
  await removeTraces(payload, [patient.id, ...all])
  await emptyKept(payload, found)
  for (const [slug, rows] of goingIn(found)) {
    const ids = rows.map(({ id }) => id)
    await rememberRemovals(payload, { slug, ids })
    await remove(payload, slug, { column: 'id', values: ids })
  }
  await emptySharedFiles(payload, found)
  await leaveTombstone(payload, patient)
}
