import type { CollectionBeforeChangeHook } from 'payload'
import { loadSettings } from '@/hooks/loadSettings'
import { normalizeEmail, normalizePhone } from '@/src/domain/intake/duplicates'
import { spamSigns } from '@/src/domain/outreach/spamSigns'
import { trimmedIn } from '@/src/domain/row'
import { businessDeadline } from '@/src/domain/scheduling/businessDays'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { findPossiblePeople } from './findPossiblePeople'

const looksLikeSpam = (data: Record<string, unknown>): boolean =>
  spamSigns({
    trap: trimmedIn(data, 'companyUrl'),
    name: trimmedIn(data, 'displayName'),
    email: trimmedIn(data, 'email'),
    message: trimmedIn(data, 'message'),
  }).length > 0

/** What the server says about an inquiry: when it came, when it is due, where from, and who it may be (R01). */
export const receiveInquiry: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const row: Record<string, unknown> = { ...originalDoc, ...data }
  data['displayName'] = [trimmedIn(row, 'chosenName'), trimmedIn(row, 'lastName')]
    .filter(Boolean)
    .join(' ')
  data['emailKey'] = normalizeEmail(trimmedIn(row, 'email'))
  data['phoneKey'] = normalizePhone({ phone: trimmedIn(row, 'phone') })
  data['source'] = trimmedIn(row, 'utmSource') || trimmedIn(row, 'referralSource') || 'unknown'
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
