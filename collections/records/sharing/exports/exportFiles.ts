import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BasePayload } from 'payload'
import { sealBytes, unsealBytes } from '@/src/lib/crypto'
import { env } from '@/src/lib/env'
import { currentKey, keyById } from '@/src/lib/keys'

const folder = join(env.UPLOAD_DIR, 'exports')

type Place = { id: string; patient: string }

const pathOf = ({ id }: Place): string => join(folder, `${id}.sealed`)

const placeOf = ({ id }: Place, kid: string): string => `chart-exports|file|${id}|${kid}`

/** Puts a file on the disk as ciphertext under the patient's key; writing it again replaces it. */
export const keepExportFile = async (
  payload: BasePayload,
  place: Place,
  bytes: Uint8Array,
): Promise<void> => {
  const { kid, key } = await currentKey(payload, 'general', `patient:${place.patient}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(pathOf(place), 'w', 0o600)
  try {
    await handle.writeFile(
      Buffer.concat([Buffer.from(`${kid}\n`), sealBytes(key, bytes, placeOf(place, kid))]),
    )
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The file in plain. Throws when it is gone, damaged, or its key was destroyed. */
export const readExportFile = async (payload: BasePayload, place: Place): Promise<Buffer> => {
  const bytes = await readFile(pathOf(place))
  const end = bytes.indexOf('\n')
  const kid = bytes.subarray(0, end).toString('latin1')
  const key = await keyById(payload, 'general', `patient:${place.patient}`, kid)
  if (!key) throw new Error('The key of this file was destroyed.')
  return unsealBytes(key, bytes.subarray(end + 1), placeOf(place, kid))
}

export const removeExportFile = (place: Pick<Place, 'id'>): Promise<void> =>
  rm(pathOf({ ...place, patient: '' }), { force: true })
