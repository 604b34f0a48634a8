import { formatDate } from '../calendarDate'
import { normalizeEmail, normalizeName, normalizePhone } from '../intake/duplicates'
import type { CellValue } from './cells'
import { columnLabel, type ImportKind } from './columns'
import type { Values } from './mapping'
import type { Problem } from './problems'

/** What a file says about itself: which of its lines contradict or repeat each other. */
export type FileIndex = {
  add: (line: number, values: Values) => void
  /** About this line and those before it. */
  problemsOf: (line: number, values: Values) => Problem[]
  /** Whether the same person has an earlier visit in the file. */
  isLaterVisit?: (values: Values) => boolean
}

const text = (value: CellValue | undefined): string => (typeof value === 'string' ? value : '')

/** Lines by a key; the first of them decides. */
const firstLines = () => {
  const first = new Map<string, number>()
  return {
    add: (key: string, line: number): void => {
      const known = first.get(key)
      if (key && (known === undefined || line < known)) first.set(key, line)
    },
    before: (key: string, line: number): number | null => {
      const known = key ? first.get(key) : undefined
      return known !== undefined && known < line ? known : null
    },
  }
}

export const nameIn = (values: Values): string =>
  [text(values['firstName']), text(values['lastName'])].filter(Boolean).join(' ')

const personKey = (values: Values): string => {
  const [name, born] = [normalizeName(text(values['lastName'])), text(values['dateOfBirth'])]
  return name && born ? `${name}|${born}` : ''
}

const phoneKey = (values: Values): string => normalizePhone({ phone: text(values['phone']) }) ?? ''
const emailKey = (values: Values): string => normalizeEmail(text(values['email'])) ?? ''

const reasons = [
  { keyOf: personKey, words: 'the same last name and date of birth' },
  { keyOf: phoneKey, words: 'the same phone number' },
  { keyOf: emailKey, words: 'the same e-mail address' },
] as const

const patientIndex = (): FileIndex => {
  const byReason = reasons.map(() => firstLines())
  const byNumber = firstLines()
  const names = new Map<number, string>()
  return {
    add: (line, values) => {
      names.set(line, nameIn(values))
      byNumber.add(text(values['recordNumber']), line)
      for (const [index, { keyOf }] of reasons.entries()) byReason[index]?.add(keyOf(values), line)
    },
    problemsOf: (line, values) => {
      const problems: Problem[] = []
      const number = text(values['recordNumber'])
      const taken = byNumber.before(number, line)
      if (taken)
        problems.push({
          column: 'recordNumber',
          message: `Record number ${number} stands on line ${taken} already. Each person has one of their own.`,
        })
      const alike = new Map<number, string[]>()
      for (const [index, { keyOf, words }] of reasons.entries()) {
        const other = byReason[index]?.before(keyOf(values), line)
        if (other) alike.set(other, [...(alike.get(other) ?? []), words])
      }
      for (const [other, words] of alike) {
        const name = names.get(other) ?? ''
        problems.push({
          column: '',
          message: `May be the person of line ${other}, ${name}: ${words.join(', ')}. Say whether it is the same person or a new one.`,
          candidates: [{ line: other, name }],
        })
      }
      return problems
    },
  }
}

type Cover = { line: number; from: string; to: string }

const openEnd = '9999-12-31'

const coverOf = (line: number, values: Values): Cover => ({
  line,
  from: text(values['effectiveOn']),
  to: text(values['terminatedOn']) || openEnd,
})

const policyIndex = (): FileIndex => {
  const byCard = firstLines()
  const firsts = new Map<string, Cover[]>()
  const cardOf = (values: Values): string =>
    ['recordNumber', 'payer', 'memberId']
      .map((name) => text(values[name]).toLowerCase().trim())
      .join('|')
  const payerKey = (values: Values): string =>
    values['priority'] === 'secondary' ? '' : text(values['recordNumber'])
  return {
    add: (line, values) => {
      byCard.add(cardOf(values), line)
      const person = payerKey(values)
      const cover = coverOf(line, values)
      if (person && cover.from <= cover.to)
        firsts.set(person, [...(firsts.get(person) ?? []), cover])
    },
    problemsOf: (line, values) => {
      const same = byCard.before(cardOf(values), line)
      if (same)
        return [{ column: '', message: `This is the policy of line ${same} again. Leave one out.` }]
      const { from, to } = coverOf(line, values)
      const other = (firsts.get(payerKey(values)) ?? []).find(
        (cover) => cover.line < line && cover.from <= to && from <= cover.to,
      )
      return other
        ? [
            {
              column: 'priority',
              message: `Line ${other.line} is a policy that pays first at the same time. Make one of them the second, or give the older one its last day.`,
            },
          ]
        : []
    },
  }
}

type Visit = { line: number; start: number; end: number }

const appointmentIndex = (): FileIndex => {
  const visits = new Map<string, Visit[]>()
  // The time on the clock is enough within one file; the practice's own calendar is asked by instants.
  const spanOf = (line: number, values: Values): Visit | null => {
    const start = Date.parse(`${text(values['date'])}T${text(values['time'])}:00Z`)
    const minutes = Number(values['minutes'] ?? 0)
    return Number.isNaN(start) || !minutes ? null : { line, start, end: start + minutes * 60_000 }
  }
  const who = (values: Values): (readonly [key: string, words: string])[] => {
    const zone = text(values['zone'])
    const keys: (readonly [string, string, string])[] = [
      ['clinician', text(values['clinician']), 'the clinician'],
      ['recordNumber', text(values['recordNumber']), 'the patient'],
      [
        'room',
        text(values['room']) && `${text(values['location'])}/${text(values['room'])}`,
        'the room',
      ],
    ]
    return keys
      .filter(([, value]) => value)
      .map(([name, value, words]) => [`${name}|${value.toLowerCase()}|${zone}`, words] as const)
  }
  const first = new Map<string, number>()
  return {
    add: (line, values) => {
      const span = spanOf(line, values)
      if (!span) return
      const person = text(values['recordNumber'])
      first.set(person, Math.min(first.get(person) ?? span.start, span.start))
      for (const [key] of who(values)) {
        const known = visits.get(key)
        if (known) known.push(span)
        else visits.set(key, [span])
      }
    },
    problemsOf: (line, values) => {
      const span = spanOf(line, values)
      if (!span) return []
      return who(values).flatMap(([key, words]): Problem[] => {
        const other = (visits.get(key) ?? []).find(
          (visit) => visit.line < line && visit.start < span.end && span.start < visit.end,
        )
        return other
          ? [
              {
                column: 'time',
                message: `Overlaps with line ${other.line}: ${words} cannot be in two visits at once.`,
              },
            ]
          : []
      })
    },
    isLaterVisit: (values) => {
      const span = spanOf(0, values)
      const start = first.get(text(values['recordNumber']))
      return span !== null && start !== undefined && start < span.start
    },
  }
}

const indexes: Readonly<Record<ImportKind, () => FileIndex>> = {
  patients: patientIndex,
  policies: policyIndex,
  appointments: appointmentIndex,
}

export const fileIndex = (kind: ImportKind): FileIndex => indexes[kind]()

/** What is wrong with the values of one line by themselves, beyond each cell. */
export const lineProblems = (kind: ImportKind, values: Values, today: string): Problem[] => {
  const problem = (column: string, message: string): Problem[] => [{ column, message }]
  if (kind === 'patients') {
    const born = text(values['dateOfBirth'])
    if (born > today) return problem('dateOfBirth', `${formatDate(born)} is still to come.`)
    const assessed = text(values['assessedOn'])
    if (assessed > today) return problem('assessedOn', `${formatDate(assessed)} is still to come.`)
    return born && born < '1900-01-01'
      ? problem('dateOfBirth', `${formatDate(born)} is too long ago. Check the year.`)
      : []
  }
  if (kind !== 'policies') return []
  const [from, to] = [text(values['effectiveOn']), text(values['terminatedOn'])]
  const isHolder = (values['relationship'] ?? 'self') === 'self'
  const needed = ['subscriberFirstName', 'subscriberLastName', 'subscriberBirthDate']
  return [
    ...(from && to && to < from
      ? problem('terminatedOn', `Coverage ends on ${formatDate(to)}, before it begins.`)
      : []),
    ...(isHolder
      ? []
      : needed.flatMap((name) =>
          values[name]
            ? []
            : problem(
                name,
                `${columnLabel('policies', name)} is missing: the patient is not the holder.`,
              ),
        )),
  ]
}
