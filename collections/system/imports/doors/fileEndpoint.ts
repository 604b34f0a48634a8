import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { decide } from '@/access/decide'
import { door } from '@/access/doors'
import { idempotencyKeyOf } from '@/hooks/actions/idempotency'
import { runAction } from '@/hooks/actions/run'
import { decodeBytes } from '@/src/domain/imports/decodeBytes'
import { importLimits } from '@/src/domain/imports/limits'
import { notFound, Refusal } from '@/src/lib/errors'
import { uploadFile } from '../actions/uploadFile'
import { readRun } from '../work/progress'
import { workOn } from '../work/workOn'
import { standing } from './runOf'

const workMs = 2_000

const fileIn = async (req: PayloadRequest): Promise<{ name: string; data: Uint8Array }> => {
  await addDataAndFileToRequest(req)
  if (req.file) return req.file
  throw new Refusal('invalid', [{ path: 'file', message: 'Choose a CSV file.' }])
}

const megabytes = importLimits.bytes / 1024 / 1024

/**
 * POST /api/import-runs/file (multipart: `file`, and `_payload` with `{"kind": "patients", "fileName": "all.csv"}`): the file as it
 * is, in whatever encoding; the text alone goes to /upload. Answers where the import stands.
 */
export const fileEndpoint = door('policy', {
  method: 'post',
  path: '/file',
  handler: async (req) => {
    if (!req.user) throw new Refusal('signed-out', 'Sign in first.')
    if ((await decide(req, 'import-runs', 'upload')) === false)
      throw new Refusal('not-granted', 'Imports are for those who enter patients.')
    const { data, name } = await fileIn(req)
    if (data.length > importLimits.bytes) {
      throw new Refusal('too-large', [
        {
          path: 'file',
          message: `The file is larger than ${megabytes} MB. Split it, for example by first letter, and import the parts one after the other.`,
        },
      ])
    }
    const decoded = decodeBytes(data)
    if ('problem' in decoded)
      throw new Refusal('invalid', [{ path: 'file', message: decoded.problem }])
    const { kind, fileName } = (req.data ?? {}) as { kind?: unknown; fileName?: unknown }
    const done = await runAction(req, {
      action: uploadFile,
      id: null,
      input: { kind, text: decoded.text, fileName: fileName ?? name, encoding: decoded.encoding },
      idempotencyKey: idempotencyKeyOf(req),
    })
    await workOn(req.payload, done.id, workMs)
    const run = await readRun(req.payload, done.id)
    if (!run) throw notFound()
    return Response.json(standing(run), {
      status: done.isReplay ? 200 : 201,
      headers: { 'cache-control': 'no-store' },
    })
  },
})
