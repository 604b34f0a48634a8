import type { Where } from 'payload'
import { asSystem } from '@/access/asSystem'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { factReader } from '@/hooks/facts'
import { formatDate } from '@/src/domain/calendarDate'
import { textIn, type Values } from '@/src/domain/imports/mapping'
import type { Problem } from '@/src/domain/imports/problems'
import {
  normalizeEmail,
  normalizePhone,
  type PersonKeys,
  possibleDuplicates,
} from '@/src/domain/intake/duplicates'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { practiceToday } from '@/src/lib/practiceZone'
import type { OpenLine } from '../work/line'
import { usesOf } from './inUse'
import type { KindContext, KindWork, Written } from './kindWork'
import { byRecordNumber, type Office, rowsWith } from './people'
import { sameAs } from './settled'

const keysOf = (row: Row): PersonKeys => ({
  lastName: row['lastName'] as string | null, // text columns of patients
  birthDate: row['dateOfBirth'] as string | null,
  email: row['email'] as string | null,
  phone: row['phone'] as string | null,
})

const isThere: Where = { status: { not_in: ['voided', 'destroyed'] } }

/** Everybody in the practice who shares a number, an address or a day of birth with one of the lines. */
const possiblePeople = async (
  { req }: KindContext,
  lines: readonly OpenLine[],
): Promise<(PersonKeys & { id: string; row: Row })[]> => {
  const found = new Map<string, Row>()
  const questions = [
    ['phoneKey', ({ values }: OpenLine) => normalizePhone({ phone: textIn(values, 'phone') })],
    ['emailKey', ({ values }: OpenLine) => normalizeEmail(textIn(values, 'email'))],
    ['dateOfBirth', ({ values }: OpenLine) => textIn(values, 'dateOfBirth')],
  ] as const
  for (const [column, keyOf] of questions) {
    const values = lines.map((line) => keyOf(line) ?? '')
    const rows = await rowsWith(req, 'patients', { column, values, more: isThere })
    for (const row of rows) found.set(String(row['id']), row)
  }
  return [...found].map(([id, row]) => ({ id, row, ...keysOf(row) }))
}

const calledIn = (row: Row): string => {
  const born = typeof row['dateOfBirth'] === 'string' ? row['dateOfBirth'] : ''
  return `${String(row['displayName'])}${born ? `, born ${formatDate(born)}` : ''}`
}

const likeness = (
  values: Values,
  people: Awaited<ReturnType<typeof possiblePeople>>,
): Problem[] => {
  const candidate: PersonKeys = {
    lastName: textIn(values, 'lastName'),
    birthDate: textIn(values, 'dateOfBirth') || null,
    email: textIn(values, 'email'),
    phone: textIn(values, 'phone'),
  }
  return possibleDuplicates({ candidate, existing: people })
    .slice(0, 5)
    .map(({ id, reasons }) => {
      const row = people.find((each) => each.id === id)?.row ?? {}
      const words = reasons.map((reason) => reason.replace(/\.$/, '').toLowerCase()).join(', ')
      return {
        column: '',
        message: `May be ${calledIn(row)}, who is here already: ${words}. Say whether it is the same person or a new one.`,
        candidates: [{ id, name: String(row['displayName']) }],
      }
    })
}

const namedProblems = (values: Values, office: Office): Problem[] =>
  (['clinician', 'location'] as const).flatMap((column): Problem[] => {
    const text = textIn(values, column)
    const looked = text ? office[column](text) : null
    return looked && 'problem' in looked ? [{ column, message: looked.problem }] : []
  })

/** A line that is somebody who is here may not bring a second number for them. */
const numberProblems = (
  { values, decision }: OpenLine,
  alike: readonly Problem[],
  { people, taken }: { people: readonly { id: string; row: Row }[]; taken: Row | undefined },
): Problem[] => {
  const number = textIn(values, 'recordNumber')
  if (!number) return []
  const same = sameAs(alike, decision)
  const sameId = same && 'id' in same ? same.id : null
  const problem = (message: string): Problem[] => [{ column: 'recordNumber', message }]
  if (taken && String(taken['id']) !== sameId)
    return problem(
      `Record number ${number} belongs to ${calledIn(taken)} already. Correct it, or leave the line out.`,
    )
  const known = people.find(({ id }) => id === sameId)?.row
  const theirs = String(known?.['recordNumber'] ?? '')
  return theirs && theirs !== number
    ? problem(`${calledIn(known ?? {})} has the record number ${theirs}, not ${number}.`)
    : []
}

const columns = [
  'firstName',
  'middleName',
  'lastName',
  'chosenName',
  'pronouns',
  'dateOfBirth',
  'sex',
  'email',
  'phone',
  'contactPreference',
  'mayLeaveVoicemail',
  'mayText',
  'mayEmail',
  'addressLine1',
  'addressLine2',
  'city',
  'region',
  'postalCode',
  'preferredLanguage',
  'emergencyName',
  'emergencyRelationship',
  'emergencyPhone',
  'referralSource',
  'assessedOn',
] as const

const idOf = (looked: ReturnType<Office['clinician']> | null): string | null =>
  looked && 'found' in looked ? looked.found.id : null

const makePatient = async (
  { req, run, office: lists }: KindContext,
  { line, values }: OpenLine,
): Promise<Written> => {
  const system = await asSystem(req, 'A line of an import')
  const office = await lists()
  const [clinicianText, locationText] = [textIn(values, 'clinician'), textIn(values, 'location')]
  const clinician = clinicianText ? idOf(office.clinician(clinicianText)) : null
  const given = columns.flatMap((name) => {
    const value = values[name]
    return value === null || value === undefined ? [] : [[name, value] as const]
  })
  const today = practiceToday()
  const patient = await ensureRow(system, 'patients', {
    ...Object.fromEntries(given),
    uniqueKey: `import|${run.id}|${line}`,
    recordNumber: textIn(values, 'recordNumber') || undefined,
    status: textIn(values, 'status') || 'active',
    registeredOn: today,
    primaryClinician: clinician,
    location: locationText ? idOf(office.location(locationText)) : null,
  })
  const id = String((patient as { id: string }).id) // every row has one
  if (clinician) {
    await ensureRow(system, 'care-team-assignments', {
      uniqueKey: `import|${run.id}|${line}`,
      patient: id,
      staff: clinician,
      role: 'primary',
      startsOn: today,
    })
  }
  return { slug: 'patients', id }
}

/** The patient that a line of the same file became, or was. */
const patientOfLine = async ({ req, run }: KindContext, line: number): Promise<string> => {
  const row = await factReader(req).one('import-lines', {
    uniqueKey: { equals: `${run.id}|${line}` },
  })
  const id = row?.['recordId']
  if (typeof id === 'string' && id) return id
  throw new Refusal('conflict', `Line ${line}, which is the same person, was not imported.`)
}

const linkPatient = async (context: KindContext, line: OpenLine, id: string): Promise<Written> => {
  const number = textIn(line.values, 'recordNumber')
  const read = factReader(context.req)
  const patient = await read.one('patients', id)
  if (!patient || patient['status'] === 'voided')
    throw new Refusal('conflict', 'The person this line is the same as is not here any more.')
  if (!number || patient['recordNumber']) {
    const gaveNumber =
      Boolean(number) && patient['recordNumber'] === number && line.row['gaveNumber'] === true
    return { slug: 'patients', id, isLinked: true, gaveNumber }
  }
  // Said first: a death in between would leave a number that nobody takes back.
  await context.req.payload.db.updateOne({
    collection: 'import-lines',
    where: { id: { equals: line.row.id } },
    data: { gaveNumber: true },
  })
  const system = await asSystem(context.req, 'A line of an import')
  await system.update({ collection: 'patients', id, data: { recordNumber: number } })
  return { slug: 'patients', id, isLinked: true, gaveNumber: true }
}

export const patientWork: KindWork = {
  check: async (context, lines) => {
    const office = await context.office()
    const people = await possiblePeople(context, lines)
    const numbers = await byRecordNumber(
      context.req,
      lines.map(({ values }) => textIn(values, 'recordNumber')),
    )
    return new Map(
      lines.map((line) => {
        const alike = likeness(line.values, people)
        const taken = numbers.get(textIn(line.values, 'recordNumber'))
        return [
          line.line,
          [
            ...namedProblems(line.values, office),
            ...numberProblems(line, alike, { people, taken }),
            ...alike,
          ],
        ]
      }),
    )
  },
  write: async (context, line) => {
    if (line.decision.answer !== 'same') return makePatient(context, line)
    const as = line.decision.as ?? ''
    const number = /^line (\d+)$/.exec(as)?.[1]
    const id = number ? await patientOfLine(context, Number(number)) : as
    // Whoever it looked like is gone: nobody is left to be the same as.
    return id ? linkPatient(context, line, id) : makePatient(context, line)
  },
  inUse: (context, ids) => usesOf(context, 'patients', ids),
  undo: async ({ req }, row) => {
    const system = await asSystem(req, 'An import is taken back')
    const id = String(row.recordId)
    const isOurs = row.status === 'written'
    await system.update({
      collection: 'patients',
      id,
      data: {
        recordNumber: null,
        rev: row.recordRev,
        ...(isOurs ? { status: 'voided', uniqueKey: `undone|${id}` } : {}),
      },
    })
  },
  afterUndo: async ({ req, run }, row) => {
    const uniqueKey = `import|${run.id}|${row.line}`
    const member = await factReader(req).one('care-team-assignments', {
      uniqueKey: { equals: uniqueKey },
    })
    if (!member) return
    const system = await asSystem(req, 'An import is taken back')
    const id = String(member['id'])
    const data = { endsOn: practiceToday(), uniqueKey: `undone|${id}` }
    await system.update({ collection: 'care-team-assignments', id, data })
  },
}
