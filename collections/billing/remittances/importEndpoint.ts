import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { idempotencyKeyOf } from '@/hooks/actions/idempotency'
import { runAction } from '@/hooks/actions/run'
import { factReader } from '@/hooks/facts'
import type { Row } from '@/src/domain/row'
import { isDuplicateKey } from '@/src/lib/database'
import { isRefusal, Refusal } from '@/src/lib/errors'
import { importRemittance } from './actions/importRemittance'
import { readRemittanceFile } from './readFile'

type Given = { text: string; fileName: string }

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // Payers still send Latin-1; nothing but names is outside ASCII.
    return new TextDecoder('latin1').decode(bytes)
  }
}

const givenIn = async (req: PayloadRequest): Promise<Given> => {
  const type = req.headers.get('content-type') ?? ''
  if (/^(text\/plain|application\/edi-x12)/.test(type)) {
    return {
      text: decode(new Uint8Array((await req.arrayBuffer?.()) ?? new ArrayBuffer(0))),
      fileName: '',
    }
  }
  await addDataAndFileToRequest(req)
  if (req.file) return { text: decode(req.file.data), fileName: req.file.name }
  const text = (req.data as { text?: unknown } | undefined)?.text
  const fileName = (req.data as { fileName?: unknown } | undefined)?.fileName
  if (typeof text !== 'string' || !text) {
    throw new Refusal('invalid', [{ path: 'text', message: 'Choose the 835 file of the payer.' }])
  }
  return { text, fileName: typeof fileName === 'string' ? fileName : '' }
}

const shown = ({ id, status, traceNumber, payerName, paymentCents, claimCount }: Row) => ({
  id,
  status,
  traceNumber,
  payerName,
  paymentCents,
  claimCount,
})

type Known = { rows: Row[]; isComplete: boolean }

/** What is there of a file already, in its order. */
const knownOf = async (req: PayloadRequest, text: string): Promise<Known> => {
  const keys = [...new Set(readRemittanceFile(text).map((found) => found.contentKey))]
  const rows = await factReader(req).many(
    'remittances',
    { uniqueKey: { in: keys } },
    { sort: 'position' },
  )
  return { rows, isComplete: rows.length === keys.length }
}

const made = async (req: PayloadRequest, id: string): Promise<Row[]> => {
  const read = factReader(req)
  const row = await read.one('remittances', id)
  return read.many('remittances', { fileHash: { equals: row?.['fileHash'] } }, { sort: 'position' })
}

const answer = (rows: readonly Row[], status: number): Response =>
  Response.json(
    {
      id: rows[0]?.['id'],
      isDuplicate: status === 200,
      remittances: rows.map(shown),
      message: status === 200 ? 'This file was imported before.' : 'Imported.',
    },
    { status },
  )

/**
 * POST /api/remittances: an 835 as JSON `{ text }`, as a file (multipart `file`), or as text/plain. The
 * same file again answers the first import with 200; five people at once make it once.
 */
export const importEndpoint = door('policy', {
  method: 'post',
  path: '/',
  handler: async (req) => {
    if (!req.user) throw new Refusal('signed-out', 'Sign in first.')
    if ((await decide(req, 'remittances', 'import')) === false) {
      throw new Refusal('not-granted', 'Importing remittances is for billing.')
    }
    const { text, fileName } = await givenIn(req)
    const known = await knownOf(req, text)
    if (known.isComplete) return answer(known.rows, 200)
    try {
      const done = await runAction(req, {
        action: importRemittance,
        id: null,
        input: { text, fileName },
        idempotencyKey: idempotencyKeyOf(req),
      })
      return answer(await made(req, done.id), done.isReplay ? 200 : 201)
    } catch (error) {
      const isRace = isDuplicateKey(error) || (isRefusal(error) && error.code === 'conflict')
      const { rows } = isRace ? await knownOf(req, text) : { rows: [] }
      if (!rows.length) throw error
      return answer(rows, 200)
    }
  },
})
