import type { ClaimLineSnapshot, ClaimSnapshot } from '@/src/domain/billing/remittanceTypes'
import type { RemittanceClaim, RemittanceLine } from '@/src/domain/billing/x12/remittanceTypes'

export type ClaimMatch =
  | { kind: 'one'; claim: ClaimSnapshot; matchedBy: 'claimNumber' | 'memberAndDate' }
  | { kind: 'none' }
  | { kind: 'several'; count: number }

export type ClaimIndex = {
  byNumber: ReadonlyMap<string, ClaimSnapshot[]>
  byMember: ReadonlyMap<string, ClaimSnapshot[]>
}

export const indexClaims = (claims: readonly ClaimSnapshot[]): ClaimIndex => ({
  byNumber: groupBy(claims, (claim) => claim.controlNumber),
  byMember: groupBy(claims, (claim) => claim.memberId),
})

/** By claim number, else by member, date, charge and codes, modifiers aside (rules.md R81). */
export const matchClaim = (paid: RemittanceClaim, index: ClaimIndex): ClaimMatch => {
  const byNumber = index.byNumber.get(normalize(paid.claimNumber)) ?? []
  const [only] = byNumber
  if (byNumber.length > 1) return { kind: 'several', count: byNumber.length }
  if (only) return { kind: 'one', claim: only, matchedBy: 'claimNumber' }
  const members = [paid.patient, paid.insured, paid.corrected].map((person) =>
    normalize(person?.id ?? ''),
  )
  const candidates = new Set(
    members.filter(Boolean).flatMap((member) => index.byMember.get(member) ?? []),
  )
  const fitting = [...candidates].filter(
    (claim) => claim.totalCents === Math.abs(paid.chargeCents) && hasSameServices(claim, paid),
  )
  const [found] = fitting
  if (fitting.length > 1) return { kind: 'several', count: fitting.length }
  return found ? { kind: 'one', claim: found, matchedBy: 'memberAndDate' } : { kind: 'none' }
}

/**
 * Pairs each line of the remittance with one of ours: by our line number, then by code, date and
 * modifiers, then without modifiers. Null when a line finds no partner with the same charge.
 */
export const matchLines = (
  paid: RemittanceClaim,
  claim: ClaimSnapshot,
): Map<RemittanceLine, ClaimLineSnapshot> | null => {
  const free = new Set(claim.lines)
  const pairs = new Map<RemittanceLine, ClaimLineSnapshot>()
  for (const isPartner of LINE_TESTS) {
    for (const line of paid.lines) {
      if (pairs.has(line)) continue
      const partner = [...free].find(
        (ours) => ours.chargeCents === line.chargeCents && isPartner(line, ours, paid),
      )
      if (!partner) continue
      free.delete(partner)
      pairs.set(line, partner)
    }
  }
  return pairs.size === paid.lines.length ? pairs : null
}

type LineTest = (line: RemittanceLine, ours: ClaimLineSnapshot, paid: RemittanceClaim) => boolean

const isSameService: LineTest = (line, ours, paid) =>
  (line.code === ours.code || line.originalCode === ours.code) &&
  (line.serviceDate ?? paid.serviceDate) === ours.serviceDate

const LINE_TESTS: readonly LineTest[] = [
  (line, ours) =>
    line.lineControlNumber !== null &&
    normalize(line.lineControlNumber) === normalize(ours.lineControlNumber),
  (line, ours, paid) =>
    isSameService(line, ours, paid) &&
    [...line.modifiers].sort().join() === [...ours.modifiers].sort().join(),
  isSameService,
]

const hasSameServices = (claim: ClaimSnapshot, paid: RemittanceClaim): boolean => {
  if (paid.lines.length === 0) return claim.serviceDate === paid.serviceDate
  return paid.lines.every((line) => claim.lines.some((ours) => isSameService(line, ours, paid)))
}

const normalize = (text: string): string => text.trim().toUpperCase()

const groupBy = (claims: readonly ClaimSnapshot[], keyOf: (claim: ClaimSnapshot) => string) => {
  const groups = new Map<string, ClaimSnapshot[]>()
  for (const claim of claims) {
    const key = normalize(keyOf(claim))
    if (key === '') continue
    const group = groups.get(key)
    if (group) group.push(claim)
    else groups.set(key, [claim])
  }
  return groups
}
