/** What other software can be told about. The message names records by their ids and says nothing else. */
export const webhookEvents = [
  { value: 'inquiry.created', label: 'Somebody asked for help' },
  { value: 'appointment.booked', label: 'An appointment was booked' },
  { value: 'appointment.changed', label: 'An appointment was moved, checked in or missed' },
  { value: 'appointment.cancelled', label: 'An appointment was canceled' },
  { value: 'note.signed', label: 'A note became final (without its text)' },
  { value: 'claim.status', label: 'A claim was sent, answered or closed' },
  { value: 'payment.recorded', label: 'A patient paid' },
] as const

export type WebhookEvent = (typeof webhookEvents)[number]['value']

/** What an owner sends to see whether a receiver works. */
export const testEvent = 'webhook.test'

/** `inquiry.created payment.recorded` as a list. */
export const webhookEventsIn = (text: unknown): string[] =>
  typeof text === 'string' ? text.split(/[\s,]+/).filter(Boolean) : []

export type DeliveryFacts = {
  event: string
  collectionSlug: string
  recordId: string
  patientId: string | null
  /** ISO UTC. */
  occurredAt: string
}

/** The body of a message; the same for every attempt, so that its id can stand for it. */
export const webhookBody = (facts: DeliveryFacts): string =>
  JSON.stringify({
    type: facts.event,
    timestamp: facts.occurredAt,
    data: {
      collection: facts.collectionSlug,
      id: facts.recordId,
      ...(facts.patientId ? { patient: facts.patientId } : {}),
    },
  })
