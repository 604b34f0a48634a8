import type { Row } from '@/hooks/change'
import { type ConsentKind, consentKindsFor } from '@/src/domain/intake/consentKinds'
import type { FactReader } from '../rule'

/** A signed text counts; so does a privacy notice whose refusal was noted with its reason (R08). */
const counts = (consent: Row): boolean =>
  consent['status'] === 'signed' ||
  (consent['kind'] === 'privacyNotice' &&
    consent['status'] === 'refused' &&
    Boolean(consent['refusalReason']))

/** Kinds of text a visit in this format still needs, given the patient's consents (R07). */
export const missingKinds = (consents: readonly Row[], format: string): ConsentKind[] => {
  const there = new Set(consents.filter(counts).map((consent) => consent['kind']))
  return consentKindsFor(format).filter((kind) => !there.has(kind))
}

export const missingPapers = async (
  read: FactReader,
  { patient, format }: { patient: string; format: string },
): Promise<ConsentKind[]> =>
  missingKinds(await read.many('consents', { patient: { equals: patient } }), format)
