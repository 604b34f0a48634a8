import { type ConsentKind, consentKindsFor } from '@/src/domain/intake/consentKinds'
import { isMinorOn } from '@/src/domain/people/majority'
import { baseOf } from '@/src/domain/people/proxies'
import type { Row } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'
import type { FactReader } from '../rule'

/** A signed text counts; so does a privacy notice whose refusal was noted with its reason (R08). */
const counts = (consent: Row): boolean =>
  consent['status'] === 'signed' ||
  // None is refused without the reason why (R08).
  (consent['kind'] === 'privacyNotice' && consent['status'] === 'refused')

/** Kinds of text a visit in this format still needs, given the patient's consents (R07). */
export const missingKinds = (consents: readonly Row[], format: string): ConsentKind[] => {
  const there = new Set(consents.filter(counts).map((consent) => consent['kind']))
  return consentKindsFor(format).filter((kind) => !there.has(kind))
}

export const missingPapers = async (
  read: FactReader,
  { patient, format }: { patient: string; format: string },
): Promise<ConsentKind[]> => {
  const consents = await read.many('consents', { patient: { equals: patient } })
  return missingKinds(await ownConsents(read, { patient, consents }), format)
}

/** What a parent signed counts until the patient comes of age (R13). */
const ownConsents = async (
  read: FactReader,
  { patient, consents }: { patient: string; consents: readonly Row[] },
): Promise<readonly Row[]> => {
  const byParents = consents.filter((row) =>
    baseOf(row['signerBasis'] ?? null)?.endsWithChildhood
      ? row['signerKind'] === 'guardian'
      : false,
  )
  if (!byParents.length) return consents
  const person = await read.one('patients', patient)
  const isMinor = isMinorOn({
    birthDate: person?.['dateOfBirth'],
    state: person?.['region'],
    on: practiceToday(),
  })
  return isMinor === false ? consents.filter((row) => !byParents.includes(row)) : consents
}
