import { bookAppointment } from '@/collections/treatment/actions/bookAppointment'
import { cancelAppointment } from '@/collections/treatment/actions/cancelAppointment'
import { runAction } from '@/hooks/actions/run'
import { findingsFor } from '@/hooks/enforce'
import { textIn } from '@/src/domain/imports/mapping'
import type { Problem } from '@/src/domain/imports/problems'
import { idIn, type StoredRow } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import type { OpenLine } from '../work/line'
import { planOf, type Wish } from './appointmentWish'
import { calendarProblems } from './calendarProblems'
import type { KindContext, KindWork } from './kindWork'
import { byRecordNumber, rowsWith } from './people'

/** People without an initial assessment, here or before. */
const unassessedOf = async (
  { req }: KindContext,
  people: ReadonlyMap<string, StoredRow>,
): Promise<ReadonlySet<string>> => {
  const ids = [...people.values()].filter((row) => !row['assessedOn']).map(({ id }) => id)
  const done = await rowsWith(req, 'intake-assessments', {
    column: 'patient',
    values: ids,
    more: { isFinal: { equals: true } },
  })
  const assessed = new Set(done.map((row) => idIn(row, 'patient')))
  return new Set(ids.filter((id) => !assessed.has(id)))
}

/** What R17 would say of the second of two visits once the first is written. */
const secondVisit = ({ patient }: Wish): Problem => ({
  column: 'date',
  message: `The initial assessment of ${patient.name} is not finished, so no second visit is booked (R17). Say in the file of the patients when they were assessed, or leave the line out.`,
})

/** The rules of booking, for lines that the calendar has room for. */
const ruleProblems = async ({ req }: KindContext, wish: Wish): Promise<Problem[]> => {
  const { line, patient, clinician, ...visit } = wish
  const after = { ...visit, patient: patient.id, clinician: clinician.id, status: 'booked' }
  const changed = Object.keys(after)
  const change = {
    slug: 'appointments',
    on: 'action:book',
    before: null,
    after,
    changed,
    input: {},
  }
  return (await findingsFor(req, change))
    .filter(({ isAdvice }) => !isAdvice)
    .map(({ message }) => ({ column: '', message }))
}

export const appointmentWork: KindWork = {
  check: async (context, lines, index) => {
    const office = await context.office()
    const people = await byRecordNumber(
      context.req,
      lines.map(({ values }) => textIn(values, 'recordNumber')),
    )
    const plans = lines.map((line) => ({ line, plan: planOf(line, office, people) }))
    const wishes = plans.flatMap(({ plan }) => ('wish' in plan ? [plan.wish] : []))
    const found = await calendarProblems(context, wishes)
    const unassessed = await unassessedOf(context, people)
    const isSecond = (line: OpenLine, { patient }: Wish): boolean =>
      unassessed.has(patient.id) && Boolean(index.isLaterVisit?.(line.values))
    const problems = new Map<number, Problem[]>()
    for (const { line, plan } of plans) {
      if ('problems' in plan) problems.set(line.line, plan.problems)
      else {
        const { wish } = plan
        const known = [
          ...(found.get(line.line) ?? []),
          ...(isSecond(line, wish) ? [secondVisit(wish)] : []),
        ]
        problems.set(line.line, known.length ? known : await ruleProblems(context, wish))
      }
    }
    return problems
  },
  write: async (context, line) => {
    const { req, run } = context
    const number = textIn(line.values, 'recordNumber')
    const people = await byRecordNumber(req, [number])
    const plan = planOf(line, await context.office(), people)
    if ('problems' in plan)
      throw new Refusal('conflict', plan.problems.map(({ message }) => message).join(' '))
    const { wish } = plan
    const booked = await runAction(req, {
      action: bookAppointment,
      id: null,
      input: {
        patient: wish.patient.id,
        clinician: wish.clinician.id,
        startsAt: wish.startsAt,
        minutes: wish.minutes,
        kind: wish.kind,
        format: wish.format,
        location: wish.location,
        ...(wish.room ? { room: wish.room } : {}),
        ...(textIn(line.values, 'note') ? { note: textIn(line.values, 'note') } : {}),
        isQuiet: true,
      },
      idempotencyKey: `import.${run.id}.${line.line}`,
    })
    return { slug: 'appointments', id: booked.id }
  },
  inUse: async ({ req }, ids) => {
    const rows = await rowsWith(req, 'appointments', { column: 'id', values: ids })
    return new Map(
      rows
        .filter((row) => row['status'] !== 'booked')
        .map((row) => [
          String(row['id']),
          `The visit is ${String(row['status'])
            .replace(/([A-Z])/g, ' $1')
            .toLowerCase()} by now.`,
        ]),
    )
  },
  undo: async ({ req, run }, row) => {
    await runAction(req, {
      action: cancelAppointment,
      id: String(row.recordId),
      input: { kind: 'office', reason: 'The import was taken back.', isQuiet: true },
      rev: row.recordRev ?? null,
      idempotencyKey: `import.undo.${run.id}.${row.line}`,
    })
  },
}
