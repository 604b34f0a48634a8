import type { CollectionBeforeChangeHook } from 'payload'
import { loadSettings } from '@/hooks/loadSettings'
import { normalizeEmail, normalizePhone } from '@/src/domain/intake/duplicates'
import { spamSigns } from '@/src/domain/outreach/spamSigns'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { findPossiblePeople } from './findPossiblePeople'

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '')

const looksLikeSpam = (data: Record<string, unknown>): boolean =>
  spamSigns({
    trap: text(data['companyUrl']),
    name: text(data['displayName']),
    email: text(data['email']),
    message: text(data['message']),
  }).length > 0

/** What the server says about an inquiry: when it came, when it is due, where from, and who it may be (R01). */
export const receiveInquiry: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const row: Record<string, unknown> = { ...originalDoc, ...data }
  data['displayName'] = [text(row['chosenName']), text(row['lastName'])].filter(Boolean).join(' ')
  data['emailKey'] = normalizeEmail(text(row['email']))
  data['phoneKey'] = normalizePhone({ phone: text(row['phone']) })
  data['source'] = text(row['utmSource']) || text(row['referralSource']) || 'unknown'
  if (operation === 'create') {
    const now = clock.now()
    const { firstResponseBusinessDays } = await loadSettings(req, {})
    data['receivedAt'] = now.toISOString()
    data['firstResponseDueAt'] = businessDeadline({
      receivedAt: now,
      days: firstResponseBusinessDays,
      zone: practiceZone(),
    })
    data['isSuspectedSpam'] = looksLikeSpam(data)
  }
  delete data['companyUrl']
  const people = await findPossiblePeople(req, { ...row, ...data })
  data['possibleDuplicateOf'] = people.map(({ kind, id }) => `${kind}:${id}`).join(' ') || null
  return data
}
