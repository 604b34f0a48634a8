import type { PayloadRequest, Where } from 'payload'
import { type PersonKeys, possibleDuplicates } from '@/src/domain/intake/duplicates'
import type { Row, StoredRow } from '@/src/domain/row'

type PossiblePerson = {
  kind: 'patients' | 'inquiries'
  id: string
  name: string
  dateOfBirth: string | null
  status: string
  /** Sentences that say what is the same, such as "Same phone number." */
  reasons: string[]
}

const keysOf = (row: Row): PersonKeys => ({
  lastName: row['lastName'] as string | null, // text columns of inquiries and patients
  birthDate: row['dateOfBirth'] as string | null,
  email: row['email'] as string | null,
  phone: row['phone'] as string | null,
})

// A family may share a number; more than this is a switchboard.
const mostPeople = 20

const alike = (row: Row): Where | null => {
  const parts: Where[] = []
  if (row['emailKey']) parts.push({ emailKey: { equals: row['emailKey'] } })
  if (row['phoneKey']) parts.push({ phoneKey: { equals: row['phoneKey'] } })
  if (row['lastName'] && row['dateOfBirth'])
    parts.push({ dateOfBirth: { equals: row['dateOfBirth'] } })
  return parts.length ? { or: parts } : null
}

const find = async (
  req: PayloadRequest,
  collection: string,
  where: Where,
): Promise<StoredRow[]> => {
  const { docs } = await req.payload.db.find<StoredRow>({
    collection,
    where,
    limit: mostPeople,
    pagination: false,
    req,
  })
  return docs
}

/**
 * Patients and other inquiries that may be the same person as an inquiry: same phone, same e-mail, or
 * same last name and date of birth (R01). Patients first.
 */
export const findPossiblePeople = async (
  req: PayloadRequest,
  inquiry: Row,
): Promise<PossiblePerson[]> => {
  const where = alike(inquiry)
  if (!where) return []
  const isOther: Where = inquiry['id']
    ? { and: [{ id: { not_equals: inquiry['id'] } }, where] }
    : where
  // One after the other: a MongoDB transaction takes one question at a time.
  const patients = await find(req, 'patients', {
    and: [{ status: { not_equals: 'voided' } }, where],
  })
  const inquiries = await find(req, 'inquiries', isOther)
  return [
    ...asPeople({ kind: 'patients', rows: patients, candidate: keysOf(inquiry) }),
    ...asPeople({ kind: 'inquiries', rows: inquiries, candidate: keysOf(inquiry) }),
  ]
}

const asPeople = ({
  kind,
  rows,
  candidate,
}: {
  kind: PossiblePerson['kind']
  rows: StoredRow[]
  candidate: PersonKeys
}): PossiblePerson[] =>
  possibleDuplicates({
    candidate,
    existing: rows.map((row) => ({ id: row.id, ...keysOf(row) })),
  }).flatMap(({ id, reasons }) => {
    const row = rows.find((each) => each.id === id)
    if (!row) return []
    const birth =
      typeof row['dateOfBirth'] === 'string' && row['dateOfBirth'] ? row['dateOfBirth'] : null
    return [
      {
        kind,
        id,
        name: String(row['displayName'] ?? ''),
        dateOfBirth: birth,
        status: String(row['status'] ?? ''),
        reasons,
      },
    ]
  })
