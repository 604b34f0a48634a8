import type { Row } from '@/src/domain/row'
import { classesIn } from '@/src/domain/sharing/recordClasses'
import { isInForce } from '@/src/domain/sharing/releaseKinds'
import { practiceToday } from '@/src/lib/practiceZone'
import type { FactReader } from '../rule'

type Asked = { patient: string; recipientName: string; basis: string; classes: string }

const sameName = (one: unknown, other: unknown): boolean =>
  String(one ?? '')
    .trim()
    .toLowerCase() ===
  String(other ?? '')
    .trim()
    .toLowerCase()

const tpo = ['treatment', 'payment', 'operations']

const covers = (consent: Row, { recipientName, basis, classes }: Asked): boolean => {
  const given = new Set<string>(classesIn(consent['classes']))
  if (classesIn(classes).some((code) => !given.has(code))) return false
  if (consent['kind'] === 'part2Tpo' && tpo.includes(basis)) return true
  return consent['kind'] === 'part2' && sameName(consent['recipientName'], recipientName)
}

/** The consent in force that opens a patient's Part 2 records to this recipient, or null (R64). */
export const findPart2Consent = async (read: FactReader, asked: Asked): Promise<Row | null> => {
  const consents = await read.many('releases', {
    and: [
      { patient: { equals: asked.patient } },
      { kind: { in: ['part2', 'part2Tpo'] } },
      { status: { equals: 'active' } },
    ],
  })
  const today = practiceToday()
  return (
    consents.find((row) => {
      const expiresOn = String(row['expiresOn'] ?? '') || null
      return isInForce({ status: String(row['status']), expiresOn }, today) && covers(row, asked)
    }) ?? null
  )
}
