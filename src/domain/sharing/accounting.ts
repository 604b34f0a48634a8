import type { CalendarDate } from '../calendarDate'

/** A disclosure as the list of them needs it. */
export type Disclosed = {
  id: string
  sentOn: CalendarDate
  basis: string
  isCountable: boolean
  isPart2: boolean
  /** Law enforcement asked that it is not told before this day. */
  hiddenUntil: CalendarDate | null
}

export type Accounting<Row extends Disclosed> = {
  /** What 45 CFR 164.528 makes the practice list. */
  countable: Row[]
  /** Part 2 records that went out with consent, three years back (42 CFR 2.25). */
  part2: Row[]
  /** What the patient allowed with a release: no law asks for it, the patient may still want to know. */
  released: Row[]
}

const part2Years = 3

export const yearsBefore = (day: CalendarDate, years: number): CalendarDate =>
  `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`

/**
 * Who got something (R63): `years` back from today, newest first. Treatment, payment, operations and what
 * the patient got are in none of the lists.
 */
export const accountingOf = <Row extends Disclosed>(
  rows: readonly Row[],
  { today, years }: { today: CalendarDate; years: number },
): Accounting<Row> => {
  const first = yearsBefore(today, years)
  const shown = rows
    .filter(({ sentOn }) => sentOn >= first && sentOn <= today)
    .filter(({ hiddenUntil }) => !hiddenUntil || hiddenUntil < today)
    .toSorted((one, other) => other.sentOn.localeCompare(one.sentOn))
  const countable = shown.filter((row) => row.isCountable)
  const allowed = shown.filter((row) => !row.isCountable && row.basis === 'release')
  const isRecentPart2 = (row: Row): boolean =>
    row.isPart2 && row.sentOn >= yearsBefore(today, part2Years)
  return {
    countable,
    part2: allowed.filter(isRecentPart2),
    released: allowed.filter((row) => !isRecentPart2(row)),
  }
}
