import type { PayloadRequest, Where } from 'payload'
import { isStaffRole } from '@/access/roles'
import { factReader } from '@/hooks/facts'
import { foldText } from '@/src/domain/intake/searchText'
import { rolesOn } from '@/src/domain/people/roleEnds'
import type { Row, StoredRow } from '@/src/domain/row'
import { practiceToday } from '@/src/lib/practiceZone'

export type Named = { id: string; name: string }

export type Lookup = { found: Named } | { problem: string }

const chunk = 500

/** Rows whose column holds one of the values, however many there are. */
export const rowsWith = async (
  req: PayloadRequest,
  slug: string,
  { column, values, more }: { column: string; values: readonly string[]; more?: Where },
): Promise<Row[]> => {
  const wanted = [...new Set(values.filter(Boolean))]
  const rows: Row[] = []
  for (let at = 0; at < wanted.length; at += chunk) {
    const part: Where = { [column]: { in: wanted.slice(at, at + chunk) } }
    rows.push(...(await factReader(req).many(slug, more ? { and: [part, more] } : part)))
  }
  return rows
}

const isThere: Where = { status: { not_in: ['voided', 'destroyed'] } }

/** Patients by the number they had in the system before. */
export const byRecordNumber = async (
  req: PayloadRequest,
  numbers: readonly string[],
): Promise<Map<string, StoredRow>> => {
  const rows = await rowsWith(req, 'patients', {
    column: 'recordNumber',
    values: numbers,
    more: isThere,
  })
  return new Map(
    rows.map((row) => [String(row['recordNumber']), { ...row, id: String(row['id']) }] as const),
  )
}

const quoted = (text: string): string => `"${text.slice(0, 60)}"`

const pick = (
  text: string,
  rows: readonly Row[],
  { keysOf, none, many }: { keysOf: (row: Row) => string[]; none: string; many: string },
): Lookup => {
  const wanted = foldText(text)
  const hits = rows.filter((row) => keysOf(row).some((key) => foldText(key) === wanted))
  const [hit] = hits
  if (!hit) return { problem: `${quoted(text)} ${none}` }
  if (hits.length > 1) return { problem: `${quoted(text)} ${many}` }
  return { found: { id: String(hit['id']), name: String(hit['name']) } }
}

const turned = (name: unknown): string => {
  const words = String(name ?? '').split(' ')
  return words.length > 1 ? `${words.at(-1)}, ${words.slice(0, -1).join(' ')}` : ''
}

/** The practice's own lists, that cells name by what people call them. */
export const officeOf = async (req: PayloadRequest) => {
  const read = factReader(req)
  const everything: Where = { id: { exists: true } }
  const staff = (await read.many('staff', everything)).filter(
    (row) =>
      row['isActive'] !== false &&
      rolesOn(row, practiceToday()).some(
        (role) => isStaffRole(role) && (role === 'clinician' || role === 'intern'),
      ),
  )
  const active = async (slug: string): Promise<Row[]> =>
    (await read.many(slug, everything)).filter((row) => row['isActive'] !== false)
  const [locations, rooms, payers] = [
    await active('locations'),
    await active('rooms'),
    await active('payers'),
  ]
  return {
    locations,
    rooms,
    clinician: (text: string): Lookup =>
      pick(text, staff, {
        keysOf: (row) => [String(row['name']), String(row['email'] ?? ''), turned(row['name'])],
        none: 'is no clinician who works here. Invite them first, or correct the name.',
        many: 'is the name of several clinicians. Write the e-mail address instead.',
      }),
    location: (text: string): Lookup =>
      pick(text, locations, {
        keysOf: (row) => [String(row['name'])],
        none: 'is no location of the practice. Add it first, or correct the name.',
        many: 'is the name of several locations. Give each its own name first.',
      }),
    payer: (text: string): Lookup =>
      pick(text, payers, {
        keysOf: (row) => [String(row['name']), String(row['payerId'] ?? '')],
        none: 'is no payer of the practice. Add it first, or correct the name.',
        many: 'is the name of several payers. Write the payer ID instead.',
      }),
    room: (text: string, location: string): Lookup =>
      pick(
        text,
        rooms.filter((row) => String(row['location']) === location),
        {
          keysOf: (row) => [String(row['name'])],
          none: 'is no room at this location. Add it first, or correct the name.',
          many: 'is the name of several rooms there. Give each its own name first.',
        },
      ),
  }
}

export type Office = Awaited<ReturnType<typeof officeOf>>
