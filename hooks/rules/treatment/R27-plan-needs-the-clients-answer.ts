import { daysBetween } from '@/src/domain/calendarDate'
import type { Row } from '@/src/domain/row'
import { dayIn } from '@/src/lib/practiceZone'
import { defineRule } from '../rule'

const hasText = (value: unknown): boolean => typeof value === 'string' && value.trim() !== ''

const sentAgo = (days: number): string => {
  if (days <= 0) return 'sent today'
  return days === 1 ? 'sent 1 day ago' : `sent ${days} days ago`
}

const waiting = (patient: Row | null, days: number): string =>
  `Waiting for ${String(patient?.['chosenName'] || patient?.['firstName'] || 'the client')}'s signature (${sentAgo(days)}).`

export const planNeedsTheClientsAnswer = defineRule<Row | null>({
  id: 'R27',
  title: 'A plan becomes active by the signature of the client, or by their recorded answer',
  area: 'treatment',
  appliesTo: [
    'treatment-plans:update',
    'treatment-plans:action:sign',
    'treatment-plans:action:record-agreement',
  ],
  override: null,
  facts: (read, { after }) => read.one('patients', String(after['patient'] ?? '')),
  check: ({ change: { after, before }, facts: patient, now, zone }) => {
    if (after['status'] !== 'active' || before?.['status'] === 'active') return []
    const isSigned = after['agreement'] === 'signed' && hasText(after['agreedByName'])
    const isRecorded =
      (after['agreement'] === 'verbal' || after['agreement'] === 'refused') &&
      hasText(after['agreementNote'])
    if (isSigned || isRecorded) return []
    const sharedAt = before?.['sharedAt']
    const from = sharedAt ? dayIn(new Date(String(sharedAt)), zone) : dayIn(now, zone)
    const days = daysBetween(from, dayIn(now, zone))
    return [{ path: 'agreement', message: waiting(patient, days) }]
  },
})
