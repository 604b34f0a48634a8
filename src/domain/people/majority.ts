import { isCalendarDate } from '../calendarDate'
import { ageOn } from '../scheduling/zonedTime'

const usual = 18

/** Where it is not 18: Ala. Code 26-1-1, Neb. Rev. Stat. 43-2101, Miss. Code 1-3-27. */
const elsewhere: Readonly<Record<string, number>> = { AL: 19, NE: 19, MS: 21 }

/** Years at which a person decides alone, by the two letters of the state; 18 where no state is known. */
export const majorityAge = (state: unknown): number =>
  elsewhere[String(state ?? '').toUpperCase()] ?? usual

/** Whether somebody is a minor on a day; null where the date of birth is not known. */
export const isMinorOn = ({
  birthDate,
  state,
  on,
}: {
  birthDate: unknown
  state?: unknown
  on: string
}): boolean | null =>
  typeof birthDate === 'string' && birthDate ? ageOn({ birthDate, on }) < majorityAge(state) : null

/** The day on which a person comes of age; somebody born on February 29 does so on March 1. */
export const comesOfAgeOn = ({
  birthDate,
  state,
}: {
  birthDate: string
  state?: unknown
}): string => {
  const year = Number(birthDate.slice(0, 4)) + majorityAge(state)
  const on = `${year}${birthDate.slice(4)}`
  return isCalendarDate(on) ? on : `${year}-03-01`
}
