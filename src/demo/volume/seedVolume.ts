import type { BasePayload, PayloadRequest } from 'payload'
import { asSystem } from '@/access/asSystem'
import { addDays } from '@/src/domain/calendarDate'
import { clock } from '@/src/lib/clock'
import { withoutWaiting } from '@/src/lib/database'
import { makeKeys } from '@/src/lib/keys'
import { makeBase } from '../seed/base/makeBase'
import { type Clinic, type Stage, stageFor, workday } from '../seed/clinic'
import { insertInBulk, withLateReferences } from '../seed/memory/insertable'
import { newId } from '../seed/memory/newId'
import { refuseForeignData } from '../seed/seedDemo'
import { castOf } from '../seed/stage'
import { nextVisit } from './nextVisit'
import { pastVisit } from './pastVisit'
import { patientRow, percentActive, type Somebody, somebody } from './person'
import type { Rows } from './rows'
import { caseload, makeTherapists } from './therapists'

const perBatch = 1_000

type Context = { stage: Stage; clinic: Clinic; req: PayloadRequest; therapists: string[] }

const around = (
  person: Somebody,
  stamps: object,
): { team: Rows[string]; policies: Rows[string] } => {
  const { id: patient, clinician, firstOn, index, lastOn, payer, status } = person
  const team = {
    id: newId(),
    uniqueKey: `${patient}|${clinician}|${firstOn}`,
    patient,
    staff: clinician,
    role: 'primary',
    startsOn: firstOn,
    endsOn: status === 'discharged' ? addDays(lastOn, 14) : null,
    ...stamps,
  }
  const policy = {
    id: newId(),
    patient,
    payer,
    memberId: `V${String(10_000_000 + index)}`,
    planName: 'Standard',
    priority: 'primary',
    relationship: 'self',
    effectiveOn: addDays(firstOn, -100),
    copayCents: 0,
    status: 'active',
    ...stamps,
  }
  return { team: [team], policies: payer ? [policy] : [] }
}

/** Everything about some people, ready to be written; `nextClaim` counts on. */
const rowsOf = async (
  { stage, clinic, req, therapists }: Context,
  { from, count, nextClaim }: { from: number; count: number; nextClaim: () => number },
): Promise<Rows> => {
  const now = clock.wall().toISOString()
  const stamps = { rev: 1, createdAt: now, updatedAt: now }
  const people = Array.from({ length: count }, (_, offset) =>
    somebody(stage, { index: from + offset, clinic, therapists }),
  )
  await makeKeys(
    stage.payload,
    'general',
    people.map(({ id }) => `patient:${id}`),
  )
  const theirs = people.map((person) => around(person, stamps))
  const rows: Rows = {
    patients: people.map((person) => patientRow(person, stamps)),
    'care-team-assignments': theirs.flatMap(({ team }) => team),
    'insurance-policies': theirs.flatMap(({ policies }) => policies),
  }
  const context = { clinic, req, today: stage.today, stamps }
  for (const [place, person] of people.entries()) {
    if (person.status === 'prospective') continue
    const policy = theirs[place]?.policies[0]?.id ?? null
    const common = { policy, claimNumber: 0 }
    const visits = [
      { ...common, day: workday(person.firstOn), sequence: 1, code: '90791', cents: 18_000 },
      { ...common, day: workday(person.lastOn), sequence: 2, code: '90834', cents: 15_000 },
    ] as const
    for (const visit of visits) {
      const claimNumber = person.payer ? nextClaim() : 0
      await pastVisit(rows, context, { person, visit: { ...visit, claimNumber } })
    }
    nextVisit(rows, context, person)
  }
  return rows
}

const write = async (payload: BasePayload, rows: Rows): Promise<number> => {
  let written = 0
  for (const [slug, list] of Object.entries(rows)) {
    await insertInBulk(payload, slug, list)
    written += list.length
  }
  return written
}

const inWords = (count: number): string => count.toLocaleString('en-US')

/**
 * Fills an empty database with a practice of `patients` made-up people: two visits each with a sealed
 * note, charge, claim and postings that balance, caseloads, and the next week's calendar. Written in bulk
 * for measuring; what the actions leave in between (tasks, mail, papers) is the demo's. Throws a
 * SeedRefusal where somebody's records are.
 */
export const seedVolume = async (
  payload: BasePayload,
  { patients, now, say }: { patients: number; now: Date; say: (line: string) => void },
): Promise<true> => {
  await refuseForeignData(payload)
  const stage = stageFor({ payload, cast: castOf(payload), now, say, weeks: 13 })
  const { req } = await asSystem(payload, 'write volume')
  await withoutWaiting(payload, async () => {
    const clinic = await makeBase(stage)
    clock.freeze(stage.anchor)
    const active = Math.ceil((patients * percentActive) / 100)
    const therapists = await makeTherapists(
      stage,
      clinic,
      Math.max(7, Math.ceil(active / caseload)),
    )
    say(`${inWords(therapists.length)} therapists are there.`)
    let [claims, written] = [0, 0]
    const nextClaim = (): number => {
      claims += 1
      return claims
    }
    await withLateReferences(payload, async () => {
      for (let from = 0; from < patients; from += perBatch) {
        const count = Math.min(perBatch, patients - from)
        const rows = await rowsOf({ stage, clinic, req, therapists }, { from, count, nextClaim })
        written += await write(payload, rows)
        say(
          `${inWords(from + count)} of ${inWords(patients)} patients, ${inWords(written)} records ...`,
        )
      }
    })
    // The next claim goes on from here.
    await payload.db.create({ collection: 'counters', data: { uniqueKey: 'claim', value: claims } })
  })
  return true
}
