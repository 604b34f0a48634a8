import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { idIn, type StoredRow } from '@/src/domain/row'
import { sealBytes, unsealBytes } from '@/src/lib/crypto'
import { notFound, Refusal } from '@/src/lib/errors'
import { currentKey, type DataKey, keyById } from '@/src/lib/keys'
import { asAttachment } from '@/src/lib/uploads/cleanUpload'
import { reportDamage } from './reportDamage'

/** Where the files of a collection lie, and the column with the patient they are about. */
export type FilePlan = { slug: string; folder: string; patient: string }

type FileRow = StoredRow & { filename: string }

const plans = new Map<string, FilePlan>()

export const registerFilePlan = (plan: FilePlan): void => {
  plans.set(plan.slug, plan)
}

export const filePlanOf = (slug: string): FilePlan | null => plans.get(slug) ?? null

const prefix = 'enc:v1:'
const subjectOf = (plan: FilePlan, row: Record<string, unknown>): string => {
  const id = idIn(row, plan.patient)
  if (!id) throw new Error(`A file of ${plan.slug} needs its ${plan.patient}.`)
  return `patient:${id}`
}

const placeOf = (plan: FilePlan, filename: string, kid: string): string =>
  `${plan.slug}|file|${filename}|${kid}`

/** One line with the id of the key, then iv, ciphertext and tag. */
const sealed = (plan: FilePlan, filename: string, { kid, key }: DataKey, data: Uint8Array) =>
  Buffer.concat([
    Buffer.from(`${prefix}${kid}\n`),
    sealBytes(key, data, placeOf(plan, filename, kid)),
  ])

const write = async (file: string, bytes: Uint8Array, flags: 'wx' | 'w'): Promise<void> => {
  const handle = await open(file, flags, 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts the file of a new row on the disk as ciphertext, after every rule has agreed and before the row. */
export const sealFile: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  req,
}) => {
  const plan = plans.get(collection.slug)
  if (!plan || operation !== 'create' || !req.file) return data
  const key = await currentKey(req.payload, 'general', subjectOf(plan, data))
  await mkdir(plan.folder, { recursive: true, mode: 0o700 })
  const bytes = sealed(plan, data.filename, key, req.file.data)
  await write(join(plan.folder, data.filename), bytes, 'wx')
  return data
}

const parts = (bytes: Buffer): { kid: string; body: Buffer } => {
  const end = bytes.indexOf('\n')
  const head = bytes.subarray(0, Math.max(end, 0)).toString('latin1')
  if (!head.startsWith(prefix)) throw new Error('This file is not sealed.')
  return { kid: head.slice(prefix.length), body: bytes.subarray(end + 1) }
}

/** The file of a row as it was handed in. Throws when it is missing, damaged or its key was destroyed. */
const openFile = async (payload: BasePayload, plan: FilePlan, row: FileRow): Promise<Buffer> => {
  const { kid, body } = parts(await readFile(join(plan.folder, row.filename)))
  const key = await keyById(payload, 'general', subjectOf(plan, row), kid)
  if (!key) throw new Error('The key of this file was destroyed.')
  return unsealBytes(key, body, placeOf(plan, row.filename, kid))
}

/** A file of a chart as it was handed in, for what leaves with the record. Throws where it cannot be opened. */
export const readChartFile = async (
  payload: BasePayload,
  slug: string,
  row: FileRow,
): Promise<Buffer> => {
  const plan = plans.get(slug)
  if (!plan) throw new Error(`"${slug}" keeps no files.`)
  return openFile(payload, plan, row)
}

const resealFile = async (payload: BasePayload, plan: FilePlan, row: FileRow): Promise<void> => {
  const file = join(plan.folder, row.filename)
  const key = await currentKey(payload, 'general', subjectOf(plan, row))
  if (parts(await readFile(file)).kid === key.kid) return
  const data = await openFile(payload, plan, row)
  // Beside it first: whoever reads meanwhile gets the old one or the new one, whole.
  await write(`${file}.new`, sealed(plan, row.filename, key, data), 'w')
  await rename(`${file}.new`, file)
}

/** Seals all files about a subject with its present key. Answers how many could not be read. */
export const resealFilesOf = async (payload: BasePayload, subject: string): Promise<number> => {
  let unreadable = 0
  for (const plan of plans.values()) {
    if (!subject.startsWith('patient:')) continue
    const { docs } = await payload.db.find<FileRow>({
      collection: plan.slug,
      where: { [plan.patient]: { equals: subject.slice('patient:'.length) } },
      limit: 0,
      pagination: false,
    })
    for (const row of docs)
      await resealFile(payload, plan, row).catch(() => {
        unreadable += 1
      })
  }
  return unreadable
}

type Asked = { params: { filename: string } }

/** Answers with a chart's file in the clear. Access was decided and the reading logged before. */
export const sendFile =
  (slug: string) =>
  async (req: PayloadRequest, { params: { filename } }: Asked): Promise<Response> => {
    const plan = plans.get(slug)
    const row = await req.payload.db.findOne<FileRow>({
      collection: slug,
      where: { filename: { equals: filename } },
      req,
    })
    if (!plan || !row) throw notFound()
    const data = await openFile(req.payload, plan, row).catch(() => {
      reportDamage(req.payload, { slug, id: row.id, what: 'file' })
      throw new Refusal(
        'conflict',
        'This file cannot be opened any more. Nothing else is affected; tell whoever runs the system.',
      )
    })
    const headers = asAttachment({ headers: new Headers() })
    headers.set('Content-Type', String(row['mimeType']))
    headers.set('Content-Length', String(data.length))
    return new Response(new Uint8Array(data), { headers })
  }
