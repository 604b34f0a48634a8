import type { BasePayload, Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { audit } from '@/hooks/audit/writer'
import { resealTextsOf } from '@/hooks/sealConfidential'
import { resealFilesOf } from '@/hooks/sealedFiles'
import { changeIf } from '@/src/lib/changeIf'
import { clock } from '@/src/lib/clock'
import { keyProvider } from '@/src/lib/keyProvider'
import { type KeyRow, keyMemoryMs, retireKey } from '@/src/lib/keys'
import type { RotatedRing, RotationKind, RotationPhase } from './rotationCodes'

type Rotation = {
  id: string
  title: string
  kind: RotationKind
  ring: RotatedRing
  phase: RotationPhase
  startedAt: string
  phaseSince: string
  oldKeyId: string
  leasedUntil?: string | null
  unreadableCount?: number | null
}

type Progress = {
  phase?: RotationPhase
  doneCount?: number
  totalCount?: number
  unreadableCount?: number
  result?: string
}

const keysPerRead = 100
const leaseMs = 5 * 60_000
// Twice what a process remembers: whoever read an old key just before it was retired has used it by then.
const waitMs = 2 * keyMemoryMs

const now = (): number => clock.wall().getTime()

const save = async (payload: BasePayload, { id }: Rotation, progress: Progress): Promise<void> => {
  await payload.db.updateOne({
    collection: 'key-rotations',
    where: { id: { equals: id } },
    data: {
      ...progress,
      ...(progress.phase ? { phaseSince: clock.wall().toISOString() } : {}),
      ...(progress.phase === 'done'
        ? { finishedAt: clock.wall().toISOString(), uniqueKey: `done|${id}` }
        : {}),
      leasedUntil: new Date(now() + leaseMs).toISOString(),
    },
  })
}

const countKeys = async (payload: BasePayload, where: Where): Promise<number> =>
  (await payload.db.count({ collection: 'data-keys', where })).totalDocs

const someKeys = async (payload: BasePayload, where: Where): Promise<KeyRow[]> =>
  (
    await payload.db.find<KeyRow>({
      collection: 'data-keys',
      where,
      limit: keysPerRead,
      pagination: false,
    })
  ).docs

type Work = { payload: BasePayload; rotation: Rotation; isTimeUp: () => boolean }

/** Goes through keys that `where` finds until none is left; each must leave it. */
const throughKeys = async (
  { payload, rotation, isTimeUp }: Work,
  where: Where,
  work: (row: KeyRow) => Promise<void>,
): Promise<boolean> => {
  const ofRing = { ring: { equals: rotation.ring } }
  const totalCount = await countKeys(payload, ofRing)
  for (;;) {
    const rows = await someKeys(payload, where)
    if (!rows.length) return true
    for (const row of rows) await work(row)
    const left = await countKeys(payload, where)
    await save(payload, rotation, { doneCount: Math.max(totalCount - left, 0), totalCount })
    if (isTimeUp()) return false
  }
}

const wrapAnew = async (work: Work): Promise<void> => {
  const { payload, rotation } = work
  const present = await keyProvider().rotate(rotation.ring, rotation.oldKeyId)
  const others: Where = {
    and: [{ ring: { equals: rotation.ring } }, { providerKeyId: { not_equals: present } }],
  }
  const isThrough = await throughKeys(work, others, async (row) => {
    const given = { wrapped: row.wrapped, keyId: row.providerKeyId }
    const key = await keyProvider().unwrap(row.ring, given, row.subject)
    const { wrapped, keyId } = await keyProvider().wrap(row.ring, key, row.subject)
    await payload.db.updateOne({
      collection: 'data-keys',
      where: { and: [{ id: { equals: row.id } }, { wrapped: { equals: row.wrapped } }] },
      data: { wrapped, providerKeyId: keyId },
    })
  })
  if (!isThrough) return
  if (rotation.phase === 'keys') return save(payload, rotation, { phase: 'waiting' })
  const files = await keyProvider().retire(rotation.ring)
  await save(payload, rotation, {
    phase: 'done',
    result: files.length
      ? `The old key now lies in ${files.join(', ')}, in the folder of the keys. Backups made before need it: move it to where they are kept, and delete it here. Copy the key files to their second safe place again.`
      : 'The old key is out of use.',
  })
}

const retireAll = async (work: Work): Promise<void> => {
  const { payload, rotation } = work
  const older: Where = {
    and: [
      { ring: { equals: rotation.ring } },
      { retiredAt: { exists: false } },
      { issuedAt: { less_than: rotation.startedAt } },
    ],
  }
  if (await throughKeys(work, older, (row) => retireKey(payload, row)))
    await save(payload, rotation, { phase: 'waiting' })
}

const sealAnew = async (work: Work): Promise<void> => {
  const { payload, rotation } = work
  let unreadable = rotation.unreadableCount ?? 0
  const retired: Where = {
    and: [
      { ring: { equals: rotation.ring } },
      { retiredAt: { exists: true } },
      { isNeeded: { not_equals: true } },
    ],
  }
  const isThrough = await throughKeys(work, retired, async (row) => {
    const left =
      (await resealTextsOf(payload, row.ring, row.subject)) +
      (row.ring === 'general' ? await resealFilesOf(payload, row.subject) : 0)
    unreadable += left
    const where = { id: { equals: row.id } }
    // A damaged text may still be put back from a backup: its key stays.
    if (left)
      await payload.db.updateOne({ collection: 'data-keys', where, data: { isNeeded: true } })
    else await payload.db.deleteOne({ collection: 'data-keys', where })
  })
  await save(payload, rotation, {
    unreadableCount: unreadable,
    ...(isThrough ? { phase: 'done', result: 'Everything is encrypted with new keys.' } : {}),
  })
}

const goOn = async (work: Work): Promise<void> => {
  const { payload, rotation } = work
  const { kind, phase } = rotation
  if (phase === 'keys') return kind === 'wrapping' ? wrapAnew(work) : retireAll(work)
  if (phase === 'waiting') {
    if (now() - new Date(rotation.phaseSince).getTime() < waitMs) return
    return save(payload, rotation, { phase: kind === 'wrapping' ? 'checking' : 'texts' })
  }
  return kind === 'wrapping' ? wrapAnew(work) : sealAnew(work)
}

const lease = async (payload: BasePayload, { id, leasedUntil }: Rotation): Promise<boolean> =>
  Boolean(
    await changeIf(payload, {
      collection: 'key-rotations',
      where: [
        { id: { equals: id } },
        leasedUntil ? { leasedUntil: { equals: leasedUntil } } : { leasedUntil: { exists: false } },
      ],
      data: { leasedUntil: new Date(now() + leaseMs).toISOString() },
    }),
  )

const read = (payload: BasePayload, where: Where): Promise<Rotation | null> =>
  payload.db.findOne<Rotation>({ collection: 'key-rotations', where })

const tell = async (payload: BasePayload, { id, title }: Rotation): Promise<void> => {
  const system = await asSystem(payload, 'A change of keys is done')
  await audit(system.req, {
    action: 'rotated',
    outcome: 'done',
    collection: 'key-rotations',
    recordIds: [id],
    reason: title,
  })
}

/** Phase after phase until one has to wait. Answers whether all is done. */
const work = async (
  payload: BasePayload,
  found: Rotation,
  isTimeUp: () => boolean,
): Promise<boolean> => {
  for (let rotation = found; ; ) {
    await goOn({ payload, rotation, isTimeUp })
    const next = await read(payload, { id: { equals: found.id } })
    if (next?.phase === 'done') await tell(payload, next)
    if (!next || next.phase === 'done') return true
    if (next.phase === rotation.phase) return false
    rotation = next
  }
}

/**
 * Goes on with changes of keys for about `workMs` milliseconds; one process at a time works on each. Begun
 * again after a crash it goes on where it stood: what is done has left the list of what is to be done.
 */
export const rotateKeys = async (payload: BasePayload, workMs = 45_000): Promise<string> => {
  const { docs } = await payload.db.find<Rotation>({
    collection: 'key-rotations',
    where: { phase: { not_equals: 'done' } },
    pagination: false,
  })
  const end = now() + workMs
  let finished = 0
  for (const found of docs) {
    if (found.leasedUntil && new Date(found.leasedUntil).getTime() > now()) continue
    if (!(await lease(payload, found))) continue
    if (await work(payload, found, () => now() >= end)) finished += 1
    await payload.db.updateOne({
      collection: 'key-rotations',
      where: { id: { equals: found.id } },
      data: { leasedUntil: null },
    })
  }
  return `${finished} finished`
}
