import { zoneOf } from '@/collections/treatment/planVisit'
import { textIn, type Values } from '@/src/domain/imports/mapping'
import type { Problem } from '@/src/domain/imports/problems'
import type { Row, StoredRow } from '@/src/domain/row'
import { addMinutes, instantOf, serviceDateOf, wallTimeOf } from '@/src/domain/scheduling/zonedTime'
import type { OpenLine } from '../work/line'
import type { Office } from './people'
import { notHere } from './policies'

/** A line as the visit it asks for, as far as its cells allow. */
export type Wish = {
  line: number
  patient: { id: string; name: string }
  clinician: { id: string; name: string }
  location: string
  room: string | null
  startsAt: string
  endsAt: string
  serviceDate: string
  zone: string
  minutes: number
  kind: string
  format: string
}

type Plan = { wish: Wish } | { problems: Problem[] }

const locationRow = (office: Office, id: string): Row | null =>
  office.locations.find((row) => row['id'] === id) ?? null

const startOf = (values: Values, zone: string): { startsAt: string } | { problem: Problem } => {
  const [date, time] = [textIn(values, 'date'), textIn(values, 'time')]
  const startsAt = instantOf({ date, time, zone })
  return wallTimeOf({ instant: startsAt, zone }) === time
    ? { startsAt }
    : {
        problem: {
          column: 'time',
          message: `${time} does not exist on that day in ${zone}: the clocks go forward. Choose another time.`,
        },
      }
}

/** What a line asks for, or why it cannot be said. */
export const planOf = (
  { line, values }: OpenLine,
  office: Office,
  people: ReadonlyMap<string, StoredRow>,
): Plan => {
  const problems: Problem[] = []
  const looked = (column: string, answer: ReturnType<Office['clinician']>) => {
    if ('found' in answer) return answer.found
    problems.push({ column, message: answer.problem })
    return null
  }
  const number = textIn(values, 'recordNumber')
  const patient = people.get(number)
  if (number && !patient) problems.push(notHere(number))
  const said = (name: string): string => textIn(values, name)
  const clinician = said('clinician')
    ? looked('clinician', office.clinician(said('clinician')))
    : null
  const location = said('location') ? looked('location', office.location(said('location'))) : null
  const room =
    location && said('room') ? looked('room', office.room(said('room'), location.id)) : null
  const minutes = Number(values['minutes'] ?? 0)
  if (!location || !said('date') || !said('time')) return { problems }
  const home = zoneOf(locationRow(office, location.id))
  const begins = startOf(values, said('zone') || home)
  if ('problem' in begins) problems.push(begins.problem)
  if (problems.length || 'problem' in begins || !patient || !clinician || !minutes)
    return { problems }
  const { startsAt } = begins
  return {
    wish: {
      line,
      patient: { id: patient.id, name: String(patient['displayName']) },
      clinician,
      location: location.id,
      room: room?.id ?? null,
      startsAt,
      endsAt: addMinutes({ instant: startsAt, minutes }),
      serviceDate: serviceDateOf({ instant: startsAt, zone: home }),
      zone: home,
      minutes,
      kind: said('kind') || 'individual',
      format: said('format') || 'inPerson',
    },
  }
}
