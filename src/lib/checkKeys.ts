import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { BasePayload, Where } from 'payload'
import { countOf } from '@/src/domain/countOf'
import { env } from './env'
import { ringKeyIds } from './keyFiles'
import { keyProvider } from './keyProvider'
import type { KeyRing } from './keyRing'
import type { KeyRow } from './keys'
import { isSignedText, signingKeyFile } from './signingKey'

const dataRings = ['general', 'psychotherapy'] as const satisfies readonly KeyRing[]

// So many newest checkpoints cannot all have been altered without the check of the log saying so before.
const newestCheckpoints = 20
const keysTried = 20

const refusal = (sentence: string): Error =>
  new Error(`${sentence} Nothing was changed. See docs/encryption.md, "When a key is missing".`)

const newest = async <T>(
  payload: BasePayload,
  collection: string,
  { where = {}, sort, limit = 1 }: { where?: Where; sort?: string; limit?: number },
): Promise<T[]> => {
  const { docs } = await payload.db.find<T & { id: string }>({
    collection,
    where,
    sort,
    limit,
    pagination: false,
  })
  return docs
}

/** Why none of the rows opens; null when one does. A row that is damaged alone stops nothing. */
const whyNoneOpens = async (rows: readonly KeyRow[]): Promise<string | null> => {
  let why = ''
  for (const { ring, subject, wrapped, providerKeyId: keyId } of rows) {
    try {
      await keyProvider().unwrap(ring, { wrapped, keyId }, subject)
      return null
    } catch (error) {
      why = error instanceof Error ? error.message : String(error)
    }
  }
  return why
}

/** For each wrapping key a few of the keys it locked are opened: it is the right one, and here. */
const checkRing = async (payload: BasePayload, ring: KeyRing): Promise<void> => {
  const ofRing: Where = { ring: { equals: ring } }
  const seen: string[] = []
  for (;;) {
    const others = seen.map((id) => ({ providerKeyId: { not_equals: id } }))
    const [row] = await newest<KeyRow>(payload, 'data-keys', {
      where: { and: [ofRing, ...others] },
    })
    if (!row) return
    seen.push(row.providerKeyId)
    const where: Where = { and: [ofRing, { providerKeyId: { equals: row.providerKeyId } }] }
    const why = await whyNoneOpens(
      await newest<KeyRow>(payload, 'data-keys', { where, limit: keysTried }),
    )
    if (why === null) continue
    const { totalDocs } = await payload.db.count({ collection: 'data-keys', where })
    throw refusal(
      `The key that locks ${countOf(totalDocs, 'key')} of the database (ring "${ring}", ${row.providerKeyId}) does not open them: ${why}`,
    )
  }
}

const checkAuditKey = async (payload: BasePayload): Promise<void> => {
  const [event] = await newest<{ keyId?: string }>(payload, 'audit-events', { sort: '-at' })
  if (!event) return
  const file = join(env.KEY_DIR, 'audit.key')
  if (!existsSync(file))
    throw refusal(
      `The key file audit.key is not in ${env.KEY_DIR}, and the access log was written with it. Put it back: with a new one nobody could check the log.`,
    )
  if (!ringKeyIds('audit').includes(event.keyId ?? ''))
    throw refusal(
      `The key file audit.key in ${env.KEY_DIR} is not the one that the access log was written with (${event.keyId}). Put that one back.`,
    )
}

const checkSigningKey = async (payload: BasePayload): Promise<void> => {
  const points = await newest<{ canonical?: string; prevHash?: string; signature?: string }>(
    payload,
    'audit-checkpoints',
    { sort: '-number', limit: newestCheckpoints },
  )
  if (!points.length) return
  if (!existsSync(join(env.KEY_DIR, signingKeyFile)))
    throw refusal(
      `The key file ${signingKeyFile} is not in ${env.KEY_DIR}, and the checkpoints of the access log are signed with it. Put it back.`,
    )
  const isOurs = points.some(({ canonical = '', prevHash, signature = '' }) =>
    isSignedText(`${prevHash ?? ''}|${canonical}`, signature),
  )
  if (!isOurs)
    throw refusal(
      `The key file ${signingKeyFile} in ${env.KEY_DIR} did not sign the newest checkpoints of the access log. Put back the one that did.`,
    )
}

/**
 * Whether the keys that the database needs are here, asked once before anything else. Throws a sentence
 * that names the key; no file is made and no row written then, so that the right key can still be put back.
 */
export const checkKeys = async (payload: BasePayload): Promise<void> => {
  for (const ring of dataRings) await checkRing(payload, ring)
  await checkAuditKey(payload)
  await checkSigningKey(payload)
}
