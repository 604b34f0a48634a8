import { countOf } from '@/src/domain/countOf'
import type { CalendarDate } from '../calendarDate'
import { addDays, daysBetween } from '../calendarDate'

export const requestKinds = [
  { value: 'access', label: 'A copy of the record' },
  { value: 'accounting', label: 'A list of who got something' },
] as const

export const requesterKinds = [
  { value: 'patient', label: 'The patient' },
  { value: 'representative', label: 'Somebody who may act for the patient' },
  { value: 'lawyer', label: 'A lawyer' },
  { value: 'court', label: 'A court or authority' },
  { value: 'other', label: 'Somebody else' },
] as const

export const requestChannels = [
  { value: 'portal', label: 'Private page' },
  { value: 'letter', label: 'Letter' },
  { value: 'phone', label: 'Phone' },
  { value: 'person', label: 'In person' },
] as const

type DenialGround = { value: string; label: string; isReviewable: boolean }

/** 45 CFR 164.524(a)(2) and (3): the only grounds there are. */
export const denialGrounds = [
  {
    value: 'psychotherapyNotes',
    label: 'Only psychotherapy notes were asked for',
    isReviewable: false,
  },
  { value: 'legalProceeding', label: 'Put together for a legal proceeding', isReviewable: false },
  {
    value: 'confidentialSource',
    label: 'Would reveal who told us in confidence',
    isReviewable: false,
  },
  { value: 'notOurs', label: 'We do not have these records', isReviewable: false },
  { value: 'endangersPerson', label: 'Likely to endanger a life or safety', isReviewable: true },
  {
    value: 'harmsOther',
    label: 'Names somebody else, who could be harmed by it',
    isReviewable: true,
  },
  {
    value: 'harmByRepresentative',
    label: 'Asked for by a representative, and likely to harm',
    isReviewable: true,
  },
] as const satisfies readonly DenialGround[]

export const isReviewable = (ground: unknown): boolean =>
  denialGrounds.find(({ value }) => value === ground)?.isReviewable ?? false

/** 45 CFR 171.201 to 171.206: the exception on which a delay or denial rests. */
export const blockingExceptions = [
  { value: 'harm', label: 'Preventing harm (171.201)' },
  { value: 'privacy', label: 'Privacy (171.202)' },
  { value: 'security', label: 'Security (171.203)' },
  { value: 'infeasible', label: 'Cannot be done now (171.204)' },
  { value: 'performance', label: 'System upkeep (171.205)' },
  { value: 'notBlocking', label: 'None: it blocks nothing that the law is about' },
] as const

/** "12 days left.", "Due today.", "3 days late." */
export const daysLeftWords = (dueOn: CalendarDate, today: CalendarDate): string => {
  const left = daysBetween(today, dueOn)
  if (left === 0) return 'Due today.'
  const days = countOf(Math.abs(left), 'day')
  return left > 0 ? `${days} left.` : `${days} late.`
}

export const dueAfter = (receivedOn: CalendarDate, days: number): CalendarDate =>
  addDays(receivedOn, days)
