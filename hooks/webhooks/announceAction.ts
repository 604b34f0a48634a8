import type { Where } from 'payload'
import { idIn, type Row } from '@/src/domain/row'
import type { WebhookEvent } from '@/src/domain/webhooks/events'
import type { AnyAction, EffectContext } from '../actions/define'
import { announce } from './announce'

type Told = {
  event: WebhookEvent
  collectionSlug: string
  /** The records it is about, where that is not the one of the action. */
  of?: (context: EffectContext) => Promise<readonly Row[]>
}

const appointment = (event: WebhookEvent): Told => ({ event, collectionSlug: 'appointments' })

const claims = (where: (context: EffectContext) => Promise<Where> | Where): Told => ({
  event: 'claim.status',
  collectionSlug: 'claims',
  of: async (context) => context.read.many('claims', await where(context)),
})

const ownClaim: Told = { event: 'claim.status', collectionSlug: 'claims' }

/** Claims of a charge that were closed together with it. */
const ofCharge = claims(({ record }): Where => {
  const isOver: Where = { status: { in: ['voided', 'closed'] } }
  return { and: [{ charge: { equals: record.id } }, isOver] }
})

const note = (collectionSlug: string): Told => ({
  event: 'note.signed',
  collectionSlug,
  of: async ({ record }) => (record['isFinal'] === true ? [record] : []),
})

const payment: Told = {
  event: 'payment.recorded',
  collectionSlug: 'payments',
  of: ({ read, record }) =>
    read.many('payments', {
      and: [{ id: { equals: record.id } }, { status: { equals: 'received' } }],
    }),
}

// By `slug.action`; what is not here is nobody's business outside.
const told: Readonly<Record<string, Told>> = {
  'appointments.book': appointment('appointment.booked'),
  'inquiries.book-intake': {
    event: 'appointment.booked',
    collectionSlug: 'appointments',
    of: ({ read, record }) =>
      read.many('appointments', { uniqueKey: { equals: record['intakeKey'] } }),
  },
  'appointments.reschedule': appointment('appointment.changed'),
  'appointments.check-in': appointment('appointment.changed'),
  'appointments.undo-check-in': appointment('appointment.changed'),
  'appointments.no-show': appointment('appointment.changed'),
  'appointments.start-session': appointment('appointment.changed'),
  'sessions.complete': {
    event: 'appointment.changed',
    collectionSlug: 'appointments',
    of: ({ read, record }) =>
      read.many('appointments', { id: { equals: idIn(record, 'appointment') } }),
  },
  'appointments.cancel': appointment('appointment.cancelled'),
  'progress-notes.sign': note('progress-notes'),
  'progress-notes.cosign': note('progress-notes'),
  // The signed assessment is the note of an intake (R51).
  'intake-assessments.sign': note('intake-assessments'),
  'intake-assessments.cosign': note('intake-assessments'),
  'claims.submit': ownClaim,
  'claims.mark-accepted': ownClaim,
  'claims.reject': ownClaim,
  'claims.void': ownClaim,
  'claim-batches.submit': claims(({ record }) => ({ batch: { equals: record.id } })),
  'remittances.post': claims(async ({ read, record }) => {
    const items = await read.many('remittance-items', { remittance: { equals: record.id } })
    return { id: { in: items.flatMap((item) => idIn(item, 'claim') ?? []) } }
  }),
  'remittance-items.match': claims(({ record }) => ({ id: { equals: idIn(record, 'claim') } })),
  'charges.void': ofCharge,
  'charges.write-off': ofCharge,
  'charges.pass-on': ofCharge,
  'charges.keep-from-plan': ofCharge,
  'payments.record': payment,
  'payments.pay': payment,
}

/** Whether other software can be told about an action. */
export const isTold = ({ slug, name }: Pick<AnyAction, 'slug' | 'name'>): boolean =>
  told[`${slug}.${name}`] !== undefined

/** Writes the messages of an action, as the last of what follows from it. */
export const announceAction = async (
  context: EffectContext,
  { slug, name }: AnyAction,
  key: string,
): Promise<void> => {
  const what = told[`${slug}.${name}`]
  if (!what) return
  const { collectionSlug, event, of } = what
  const records = async (): Promise<readonly Row[]> => (of ? of(context) : [context.record])
  await announce(context.req, { event, collectionSlug, key, records })
}
