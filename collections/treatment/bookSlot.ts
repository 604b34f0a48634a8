import type { PayloadRequest } from 'payload'
import { type HeldResource, holdKeys } from '@/src/domain/scheduling/holdKeys'
import { clock } from '@/src/lib/clock'
import { insertRows, isDuplicateKey, isInTransaction } from '@/src/lib/database'
import { Refusal } from '@/src/lib/errors'
import { type Hold, sweepHolds } from './sweepHolds'

type SlotRequest = {
  req: PayloadRequest
  /** What the held time belongs to; the appointment carries it as `uniqueKey`. */
  appointmentKey: string
  resources: HeldResource[]
  /** ISO UTC, as is `end`, which is not part of the slot. */
  start: string
  end: string
  /** Names this try, so that only its own rows are taken back when it fails. */
  attempt?: string
  /** Keys that the appointment holds already and keeps. */
  owned?: readonly string[]
  /** Whoever asks may not learn whose time is taken: a parent, of a visit that is none of theirs. */
  isDiscreet?: boolean
}

const busyWords: Record<HeldResource['kind'], string> = {
  clinician: 'the clinician is booked',
  patient: 'the patient has another appointment',
  room: 'the room is taken',
}

const inOne = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? ''
  const sentence = parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} at this time. Choose another time.`
}

const taken = (keys: readonly string[], isDiscreet = false): Refusal => {
  if (isDiscreet) {
    const message = 'This time is not free any more. Choose another one.'
    return new Refusal('conflict', [{ path: 'startsAt', message }])
  }
  const kinds = new Set(keys.map((key) => key.split(':')[0] as HeldResource['kind'])) // keys begin with the kind
  const busy = (['clinician', 'patient', 'room'] as const).filter((kind) => kinds.has(kind))
  const message = busy.length
    ? inOne(busy.map((kind) => busyWords[kind]))
    : 'Somebody took this time a moment ago. Choose another time.'
  return new Refusal('conflict', [{ path: 'startsAt', message }])
}

const movedMeanwhile = (): Refusal =>
  new Refusal('conflict', [
    {
      path: 'startsAt',
      message:
        'Somebody else books or moves this visit at the same moment. Reload to see where it stands.',
    },
  ])

const holdsOf = async (req: PayloadRequest, keys: readonly string[]): Promise<Hold[]> => {
  const { docs } = await req.payload.db.find<Hold>({
    collection: 'slot-holds',
    where: { key: { in: [...keys] } },
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

/**
 * Reserves clinician, patient and room for a span, all or nothing. Of many who ask for the same time at
 * once exactly one gets it; the others get a Refusal (409) that names what is taken. Asking again with
 * the same attempt changes nothing.
 */
export const holdSlot = async (request: SlotRequest): Promise<void> => {
  const {
    req,
    appointmentKey,
    resources,
    start,
    end,
    attempt = appointmentKey,
    owned = [],
    isDiscreet,
  } = request
  const keys = holdKeys({ resources, start, end })
  const isMine = (hold: Hold): boolean =>
    hold.appointmentKey === appointmentKey && (hold.attempt === attempt || owned.includes(hold.key))
  let held = await holdsOf(req, keys)
  const others = held.filter((hold) => !isMine(hold))
  if (others.length && (await sweepHolds(req, others)) > 0) held = await holdsOf(req, keys)
  const stillTaken = held.filter((hold) => !isMine(hold))
  if (stillTaken.length && stillTaken.every((hold) => hold.appointmentKey === appointmentKey))
    throw movedMeanwhile()
  if (stillTaken.length)
    throw taken(
      stillTaken.map(({ key }) => key),
      isDiscreet,
    )
  const mine = new Set(held.map(({ key }) => key))
  const heldAt = clock.wall().toISOString()
  const rows = keys
    .filter((key) => !mine.has(key))
    .map((key) => ({ key, appointmentKey, attempt, heldAt }))
  try {
    await insertRows(req.payload, 'slot-holds', rows, req)
  } catch (error) {
    if (!isDuplicateKey(error)) throw error
    await releaseAttempt({ req, appointmentKey, attempt })
    throw taken([], isDiscreet)
  }
}

/** Takes back what one failed try reserved. A transaction does that by itself. */
export const releaseAttempt = async ({
  req,
  appointmentKey,
  attempt,
}: {
  req: PayloadRequest
  appointmentKey: string
  attempt: string
}): Promise<void> => {
  if (await isInTransaction(req)) return
  await req.payload.db.deleteMany({
    collection: 'slot-holds',
    where: {
      and: [{ appointmentKey: { equals: appointmentKey } }, { attempt: { equals: attempt } }],
    },
    req,
  })
}

/** Gives back the time of an appointment; only the given keys when they are named. */
export const freeSlot = async ({
  req,
  appointmentKey,
  keys,
}: {
  req: PayloadRequest
  appointmentKey: string
  keys?: readonly string[]
}): Promise<void> => {
  if (keys && !keys.length) return
  const mine = { appointmentKey: { equals: appointmentKey } }
  await req.payload.db.deleteMany({
    collection: 'slot-holds',
    where: keys ? { and: [mine, { key: { in: [...keys] } }] } : mine,
    req,
  })
}
