import type { BasePayload } from 'payload'
import { demoAnchor } from '@/src/demo/demoClock'
import { addDays } from '@/src/domain/calendarDate'
import { instantOf, serviceDateOf, weekdayOf } from '@/src/domain/scheduling/zonedTime'
import { type Random, randomFrom } from './random'
import type { Cast, Hand } from './stage'

export type StaffName =
  | 'rosa'
  | 'imani'
  | 'kim'
  | 'theo'
  | 'leo'
  | 'ben'
  | 'dana'
  | 'priya'
  | 'mo'
  | 'sam'
  | 'mira'
  | 'jon'
  | 'yara'
  | 'owen'
  | 'june'

export type ClinicianName = 'kim' | 'theo' | 'leo' | 'mira' | 'jon' | 'yara' | 'owen' | 'june'
export type PayerName = 'aetna' | 'medicaid' | 'va'
export type PlaceName = 'downtown' | 'riverside'
export type RoomName = 'alder' | 'birch' | 'cedar'

/** Where the demo's time stands and how its history is told. */
export type Stage = {
  payload: BasePayload
  cast: Cast
  zone: string
  /** The instant at which the demo begins: a weekday at 9:40. */
  anchor: Date
  /** The day of `anchor`, YYYY-MM-DD in the practice's zone. */
  today: string
  /** How many weeks of history are told. */
  weeks: number
  random: Random
  say: (line: string) => void
}

/** Ids of what every story needs. */
export type Clinic = {
  staff: Record<StaffName, string>
  places: Record<PlaceName, string>
  rooms: Record<RoomName, string>
  payers: Record<PayerName, string>
  /** Hash of the demo's one password. */
  passwordHash: string
  /** By the last part of the address, such as `anxiety-therapy`. */
  services: Record<string, string>
}

export const zone = 'America/Los_Angeles'

/** Weeks of history before the demo's day. */
const historyWeeks = 52

/** From here on everything goes through the actions on the real database. */
export const liveDays = 14

/** The instant at which the practice's clocks show `time` on `day`. */
export const at = (day: string, time: string): Date =>
  new Date(instantOf({ date: day, time, zone }))

/** `HH:MM`; minutes beyond the hour run on. */
export const clockTime = (hour: number, minutes: number): string =>
  [hour + Math.floor(minutes / 60), minutes % 60]
    .map((part) => String(part).padStart(2, '0'))
    .join(':')

export const plusMinutes = (instant: Date, minutes: number): Date =>
  new Date(instant.getTime() + minutes * 60_000)

export const dayOf = (instant: Date): string => serviceDateOf({ instant, zone })

/** The first day on or after `day` with this weekday, 1 for Monday. */
export const nextWeekday = (day: string, weekday: number): string =>
  addDays(day, (weekday - weekdayOf(day) + 7) % 7)

/** The same day, or the Monday after a weekend. */
export const workday = (day: string): string => (weekdayOf(day) > 5 ? nextWeekday(day, 1) : day)

export const stageFor = ({
  payload,
  cast,
  now,
  say,
  weeks = historyWeeks,
}: {
  payload: BasePayload
  cast: Cast
  now: Date
  say: Stage['say']
  weeks?: number
}): Stage => {
  const anchor = demoAnchor(now, at, dayOf)
  const today = dayOf(anchor)
  const random = randomFrom(`harbour ${today}`)
  return { payload, cast, zone, anchor, today, weeks, random, say }
}

export const handOf = (stage: Stage, clinic: Clinic, name: StaffName): Hand =>
  stage.cast.staff(clinic.staff[name])
