import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { consentKindsFor, consentLabel } from '@/src/domain/intake/consentKinds'
import { reachWords } from '@/src/domain/people/reach'
import { practiceToday } from '@/src/lib/practiceZone'
import { type Row, readRows, textIn } from '../page/read'
import type { Tone } from '../ui/Chip'

export type Banner = { text: string; tone: Tone; href?: string }

const riskWords: Record<string, string> = { high: 'High risk', intermediate: 'Intermediate risk' }
const contactWords: Record<string, string> = {
  email: 'Prefers e-mail',
  phone: 'Prefers a call',
  text: 'Prefers text messages',
  portal: 'Portal only',
}

const riskBanners = (patient: Row): Banner[] => [
  ...(patient['safetyBanner'] === true
    ? [{ text: 'Urgent: call the clinician', tone: 'bad' as const }]
    : []),
  ...(riskWords[textIn(patient, 'riskLevel')]
    ? [{ text: riskWords[textIn(patient, 'riskLevel')] ?? '', tone: 'bad' as const }]
    : []),
]

const consentBanners = (patient: Row, consents: readonly Row[]): Banner[] => {
  const signed = consents
    .filter((row) => textIn(row, 'status') === 'signed')
    .map((row) => textIn(row, 'kind'))
  const missing = consentKindsFor('inPerson').filter((kind) => !signed.includes(kind))
  if (!missing.length) return []
  const text =
    missing.length === 1
      ? `${consentLabel(missing[0] ?? '')} missing`
      : `${missing.length} papers missing`
  return [{ text, tone: 'warn', href: `/admin/patient/${patient.id}?section=papers` }]
}

const coverageBanners = (patient: Row, policies: readonly Row[]): Banner[] => {
  if (patient['isSelfPay'] === true || policies.length) return []
  return [
    {
      text: 'No insurance on record',
      tone: 'warn',
      href: `/admin/patient/${patient.id}?section=coverage`,
    },
  ]
}

const holdBanners = (patient: Row, holds: readonly Row[]): Banner[] =>
  holds.length
    ? [{ text: 'Legal hold', tone: 'bad', href: `/admin/patient/${patient.id}?section=sharing` }]
    : []

/** How the patient asked to be reached: for whoever is about to call, write or send (MN-6). */
const reachBanners = (patient: Row): Banner[] =>
  reachWords(patient).map((text) => ({
    text,
    tone: 'info',
    href: `/admin/patient/${patient.id}?section=people`,
  }))

/** Risk, legal hold, consent, coverage, communication preference: in this order, within the reader's rights. */
export const bannersOf = async (req: PayloadRequest, patient: Row): Promise<Banner[]> => {
  const of = { patient: { equals: patient.id } }
  const today = practiceToday()
  const [consents, policies, holds] = await Promise.all([
    readRows(req, 'consents', { where: of, limit: 50, select: ['patient', 'kind', 'status'] }),
    readRows(req, 'insurance-policies', {
      where: of,
      limit: 20,
      select: ['patient', 'status', 'terminatedOn'],
    }),
    readRows(req, 'legal-holds', {
      where: { and: [of, { status: { equals: 'active' } }] },
      limit: 1,
      select: ['patient', 'status'],
    }),
  ])
  const inForce = policies.filter(
    (row) => !textIn(row, 'terminatedOn') || textIn(row, 'terminatedOn') >= today,
  )
  const preference = contactWords[textIn(patient, 'contactPreference')]
  return [
    ...riskBanners(patient),
    ...holdBanners(patient, holds),
    ...(isGranted(req, 'consents', 'read') ? consentBanners(patient, consents) : []),
    ...(isGranted(req, 'insurance-policies', 'read') ? coverageBanners(patient, inForce) : []),
    ...(preference ? [{ text: preference, tone: 'plain' as const }] : []),
    ...reachBanners(patient),
  ]
}
