import type { PayloadRequest, Where } from 'payload'
import { signInSettings } from '@/access/session/signInSettings'
import { factReader } from '@/hooks/facts'
import { holdsOn } from '@/hooks/rules/records/licenses'
import type { FactReader } from '@/hooks/rules/rule'
import { CONSENT_KINDS } from '@/src/domain/intake/consentKinds'
import { rolesOn } from '@/src/domain/people/roleEnds'
import type { Row } from '@/src/domain/row'
import { weekHoursIn } from '@/src/domain/scheduling/weekHours'
import type { SetupFacts } from '@/src/domain/setup/facts'
import { usualCodes } from '@/src/domain/setup/usualFees'
import { words } from '@/src/domain/sharing/codes'
import { readLastBackup } from '@/src/lib/backup/backUp'
import { clock } from '@/src/lib/clock'
import { hasSmtp } from '@/src/lib/email'
import { env } from '@/src/lib/env'
import { practiceToday } from '@/src/lib/practiceZone'
import { keyMark, mailMark } from './marks'

const active: Where = { isActive: { equals: true } }
const recentMs = 48 * 3_600_000

const has = (row: Row, ...names: string[]): boolean =>
  names.every((name) => typeof row[name] === 'string' && String(row[name]).trim() !== '')

const practiceFacts = (row: Row): SetupFacts['practice'] => ({
  isNamed: has(row, 'name') && row['name'] !== 'Our practice',
  hasPhone: has(row, 'phone'),
  hasAddress: has(row, 'addressLine1', 'city', 'region', 'postalCode'),
  hasNpi: has(row, 'npi'),
  hasTaxId: has(row, 'taxId'),
  hasPrivacyNotice: has(row, 'privacyNotice', 'privacyNoticeEffectiveOn'),
  hasEstimateNotice: has(row, 'estimateNotice'),
  isTestMode: row['isTestMode'] !== false,
})

const isHere = /^(localhost|127\.|\[::1\]|0\.0\.0\.0)/

const isReachable = (): boolean => {
  const { protocol, hostname } = new URL(env.SERVER_URL)
  return protocol === 'https:' && !isHere.test(hostname)
}

const locationFacts = async (read: FactReader): Promise<SetupFacts['locations']> => {
  const rows = await read.many('locations', active)
  const withoutHours = rows.filter((row) => !weekHoursIn(row['hours']).length).length
  return { count: rows.length, withoutHours }
}

const serviceFacts = async (read: FactReader): Promise<SetupFacts['services']> => {
  const all = await read.count('services', {})
  const count = await read.count('services', { _status: { equals: 'published' } })
  return { count, drafts: all - count }
}

/** Codes of the usual sessions for which nobody would know the fee today. */
const feeFacts = async (read: FactReader, today: string): Promise<SetupFacts['fees']> => {
  const rows = await read.many('fee-schedules', { code: { in: [...usualCodes] } })
  const known = rows
    .filter((row) => !row['payer'] && String(row['effectiveFrom'] ?? '') <= today)
    .filter((row) => !row['effectiveTo'] || String(row['effectiveTo']) >= today)
    .map(({ code }) => code)
  return { missing: usualCodes.filter((code) => !known.includes(code)) }
}

const licensesIn = (credentials: readonly Row[], today: string): Row[] =>
  credentials.filter((row) => row['kind'] === 'license' && holdsOn(row, today))

type People = Pick<SetupFacts, 'clinicians' | 'staff'> & { owners: readonly Row[] }

const peopleFacts = async (read: FactReader, today: string): Promise<People> => {
  const everybody = await read.many('staff', active)
  const holding = (...roles: string[]): Row[] =>
    everybody.filter((row) => rolesOn(row, today).some((role) => roles.includes(role)))
  const clinicians = holding('clinician', 'intern')
  const ids = clinicians.map(({ id }) => String(id))
  const staffIn = async (slug: string): Promise<Row[]> =>
    ids.length ? read.many(slug, { staff: { in: ids } }) : []
  const credentials = await staffIn('credentials')
  const hours = await staffIn('availability')
  const licensed = new Set(licensesIn(credentials, today).map(({ staff }) => staff))
  const verified = licensesIn(credentials, today).filter(({ verifiedAt }) => verifiedAt)
  const owners = holding('owner')
  return {
    owners,
    staff: {
      others: everybody.length - Math.min(owners.length, 1),
      hasCompliance: holding('compliance').length > 0,
      hasFrontDesk: holding('frontDesk').length > 0,
      hasBilling: holding('biller').length > 0,
    },
    clinicians: {
      count: clinicians.length,
      licensed: licensed.size,
      verified: new Set(verified.map(({ staff }) => staff)).size,
      withNpi: clinicians.filter((row) => has(row, 'npi')).length,
      withHours: new Set(hours.map(({ staff }) => staff)).size,
    },
  }
}

const unpublished = async (read: FactReader, isVideoLikely: boolean): Promise<string[]> => {
  const rows = await read.many('consent-templates', active)
  const inForce = rows.map(({ kind }) => kind)
  return CONSENT_KINDS.filter(({ value }) => value !== 'telehealth' || isVideoLikely)
    .filter(({ value }) => !inForce.includes(value))
    .map(({ label }) => label)
}

const backupFacts = async (): Promise<SetupFacts['backup']> => {
  const last = await readLastBackup(env.UPLOAD_DIR)
  const age = last ? clock.wall().getTime() - new Date(last.at).getTime() : Number.POSITIVE_INFINITY
  return { at: last?.at ?? null, isRecent: age < recentMs }
}

/** Somebody who is on call now or will be. */
const onCallNow = (): Where => ({ endsAt: { greater_than: clock.now().toISOString() } })

/** Everything that the guided start and the checklist go by, as the practice is now. */
export const readSetupFacts = async (req: PayloadRequest): Promise<SetupFacts> => {
  const read = factReader(req)
  const today = practiceToday()
  const setup = await read.global('setup')
  const leftOut = words(setup['leftOut'])
  const { owners, ...people } = await peopleFacts(read, today)
  const locations = await locationFacts(read)
  const rooms = await read.count('rooms', active)
  const { isFactorRequired } = await signInSettings(req.payload)
  return {
    owner: { hasFactor: owners.some((row) => row['hasFactor'] === true), isFactorRequired },
    practice: practiceFacts(await read.global('practice')),
    isReachable: isReachable(),
    locations,
    rooms,
    services: await serviceFacts(read),
    fees: await feeFacts(read, today),
    payers: {
      count: await read.count('payers', { and: [active, { isSelfPay: { not_equals: true } }] }),
    },
    areRulesLookedAt: Boolean((await read.global('rule-settings'))['updatedAt']),
    keys: {
      isCopied: Boolean(setup['keyCopyOf']) && setup['keyCopyOf'] === (await keyMark()),
      wasCopied: Boolean(setup['keyCopyOf']),
    },
    mail: {
      isSet: hasSmtp,
      isTested: hasSmtp && setup['mailTestedWith'] === mailMark(),
    },
    backup: await backupFacts(),
    ...people,
    unpublishedTexts: await unpublished(read, leftOut.includes('locations')),
    hasOnCall: (await read.count('on-call-shifts', onCallNow())) > 0,
    leftOut,
    isFinished: Boolean(setup['finishedAt']),
  }
}
