import type { BasePayload, Where } from 'payload'
import {
  type ChartFacts,
  type RecordClass,
  type Retention,
  type RetentionRule,
  retentionOf,
} from '@/src/domain/retention/retention'
import { idIn, type StoredRow } from '@/src/domain/row'

export type ChartRetention = { patient: string; lastServiceOn: string | null; retention: Retention }

const chartsPerRead = 200

/** Where a day stands on which something happened for a patient. */
const daysIn = [
  { slug: 'sessions', column: 'serviceDate' },
  { slug: 'appointments', column: 'serviceDate' },
  { slug: 'progress-notes', column: 'serviceDate' },
  { slug: 'intake-assessments', column: 'serviceDate' },
] as const

/** Records by which a chart holds a class. */
const classesIn: readonly { slug: string; recordClass: RecordClass }[] = [
  { slug: 'psychotherapy-notes', recordClass: 'psychotherapy' },
  { slug: 'charges', recordClass: 'billing' },
  { slug: 'claims', recordClass: 'billing' },
]

const rowsOf = async (
  payload: BasePayload,
  slug: string,
  { where, columns }: { where: Where; columns: readonly string[] },
): Promise<StoredRow[]> => {
  const { docs } = await payload.db.find<StoredRow>({
    collection: slug,
    where,
    select: Object.fromEntries(columns.map((name) => [name, true as const])),
    limit: 0,
    pagination: false,
  })
  return docs
}

export const readRules = async (payload: BasePayload): Promise<RetentionRule[]> => {
  const { docs } = await payload.db.find<StoredRow & RetentionRule>({
    collection: 'retention-rules',
    where: {},
    limit: 0,
    pagination: false,
  })
  return docs.map(
    ({ state, recordClass, yearsFromService, yearsFromMajority, majorityAge, citation }) => ({
      state,
      recordClass,
      yearsFromService,
      yearsFromMajority: yearsFromMajority ?? null,
      majorityAge,
      citation,
    }),
  )
}

type Gathered = { lastDay: Map<string, string>; classes: Map<string, Set<RecordClass>> }

const gather = async (payload: BasePayload, ids: readonly string[]): Promise<Gathered> => {
  const about: Where = { patient: { in: [...ids] } }
  const lastDay = new Map<string, string>()
  const classes = new Map<string, Set<RecordClass>>()
  for (const { slug, column } of daysIn) {
    for (const row of await rowsOf(payload, slug, { where: about, columns: ['patient', column] })) {
      const patient = idIn(row, 'patient') ?? ''
      const day = String(row[column] ?? '').slice(0, 10)
      if (day > (lastDay.get(patient) ?? '')) lastDay.set(patient, day)
    }
  }
  for (const { slug, recordClass } of classesIn) {
    for (const row of await rowsOf(payload, slug, { where: about, columns: ['patient'] })) {
      const patient = idIn(row, 'patient') ?? ''
      classes.set(patient, (classes.get(patient) ?? new Set()).add(recordClass))
    }
  }
  return { lastDay, classes }
}

const statesOf = (patient: StoredRow, locations: ReadonlyMap<string, string>): string[] => {
  const own = String(patient['region'] ?? '')
  const ofPractice = locations.get(idIn(patient, 'location') ?? '') ?? ''
  return [...new Set([own, ofPractice].map((each) => each.toUpperCase()).filter(Boolean))]
}

const factsOf = (
  patient: StoredRow,
  { lastDay, classes }: Gathered,
  locations: ReadonlyMap<string, string>,
): ChartFacts => ({
  states: statesOf(patient, locations),
  classes: ['clinical', ...(classes.get(patient.id) ?? [])],
  dateOfBirth: String(patient['dateOfBirth'] ?? '') || null,
  lastServiceOn:
    lastDay.get(patient.id) ?? (String(patient['registeredOn'] ?? '').slice(0, 10) || null),
})

/**
 * How long each chart is kept, some hundred charts at a time; of `ids` alone where they are given. Charts that
 * were destroyed are left out.
 */
export async function* retentionOfCharts(
  payload: BasePayload,
  ids?: readonly string[],
): AsyncGenerator<ChartRetention[]> {
  const rules = await readRules(payload)
  const places = await rowsOf(payload, 'locations', { where: {}, columns: ['region'] })
  const locations = new Map(places.map((row) => [row.id, String(row['region'] ?? '')]))
  const isThere: Where = { status: { not_equals: 'destroyed' } }
  const chosen: Where = ids ? { and: [isThere, { id: { in: [...ids] } }] } : isThere
  const all = await rowsOf(payload, 'patients', { where: chosen, columns: ['status'] })
  for (let at = 0; at < all.length; at += chartsPerRead) {
    const some = all.slice(at, at + chartsPerRead).map(({ id }) => id)
    const patients = await rowsOf(payload, 'patients', {
      where: { id: { in: some } },
      columns: ['dateOfBirth', 'region', 'location', 'registeredOn'],
    })
    const found = await gather(payload, some)
    yield patients.map((patient) => {
      const facts = factsOf(patient, found, locations)
      return {
        patient: patient.id,
        lastServiceOn: facts.lastServiceOn,
        retention: retentionOf(facts, rules),
      }
    })
  }
}
