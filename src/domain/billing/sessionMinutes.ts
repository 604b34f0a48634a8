import {
  type ProcedureCode,
  procedureCode,
  procedureCodes,
  type ServiceKind,
} from '@/src/domain/billing/procedureCodes'

export type CodeForMinutes =
  | { ok: true; code: string; addOns: readonly { code: string; units: number }[] }
  | { ok: false; ruleId: 'R74'; message: string }

export type MinutesFinding = {
  ruleId: 'R74'
  path: string
  message: string
  suggestedCode: string | null
}

/** Crisis time from here on carries the add-on, one unit for each further half hour. */
const CRISIS_ADD_ON_FROM = 75
const CRISIS_ADD_ON_STEP = 30

const KIND_LABEL: Record<ServiceKind, string> = {
  intake: 'an intake evaluation',
  individual: 'individual therapy',
  familyWithoutPatient: 'a family session',
  familyWithPatient: 'a family session',
  group: 'a group session',
  crisis: 'a crisis session',
}

/**
 * The service code that the documented minutes of a session support, never a higher one
 * (rules.md R74: 90832 16-37, 90834 38-52, 90837 from 53, 90846/90847 from 26; crisis from 30).
 */
export const codeForMinutes = ({
  kind,
  minutes,
}: {
  kind: ServiceKind
  minutes: number
}): CodeForMinutes => {
  if (!Number.isInteger(minutes) || minutes < 1) {
    return {
      ok: false,
      ruleId: 'R74',
      message: 'Enter the minutes of the session as a whole number.',
    }
  }
  const candidates = procedureCodes.filter((entry) => entry.kind === kind)
  const fitting = candidates.find((entry) => fits(entry, minutes))
  if (fitting) return { ok: true, code: fitting.code, addOns: crisisAddOns(fitting, minutes) }
  const shortest = Math.min(...candidates.map((entry) => entry.minutes?.min ?? 1))
  return {
    ok: false,
    ruleId: 'R74',
    message: `${countMinutes(minutes)} too short to bill: ${KIND_LABEL[kind]} needs at least ${shortest} minutes.`,
  }
}

/** Null when the minutes support the code; otherwise the sentence that says which code fits. */
export const minutesFitCode = (session: {
  code: string
  minutes: number
}): MinutesFinding | null => {
  const entry = procedureCode(session.code)
  if (!entry?.minutes) return null
  if (!Number.isInteger(session.minutes) || session.minutes < 1) {
    return finding(`Enter the session's minutes: ${session.code} depends on them.`, null)
  }
  if (fits(entry, session.minutes)) return null
  const better = procedureCodes.find(
    (other) => other.kind === entry.kind && fits(other, session.minutes),
  )
  if (better) {
    return finding(
      `${session.minutes} minutes fits ${better.code}, not ${session.code}.`,
      better.code,
    )
  }
  const { min, max } = entry.minutes
  const isShort = session.minutes < min
  return finding(
    isShort
      ? `${countMinutes(session.minutes)} too short for ${session.code}, which needs at least ${min} minutes.`
      : `${countMinutes(session.minutes)} too long for ${session.code}, which ends at ${max} minutes.`,
    null,
  )
}

const fits = (entry: ProcedureCode, minutes: number): boolean =>
  entry.minutes === null ||
  (minutes >= entry.minutes.min && (entry.minutes.max === null || minutes <= entry.minutes.max))

const crisisAddOns = (entry: ProcedureCode, minutes: number) => {
  if (entry.kind !== 'crisis' || minutes < CRISIS_ADD_ON_FROM) return []
  return [
    { code: '90840', units: 1 + Math.floor((minutes - CRISIS_ADD_ON_FROM) / CRISIS_ADD_ON_STEP) },
  ]
}

const countMinutes = (minutes: number): string =>
  minutes === 1 ? '1 minute is' : `${minutes} minutes is`

const finding = (message: string, suggestedCode: string | null): MinutesFinding => ({
  ruleId: 'R74',
  path: 'minutes',
  message,
  suggestedCode,
})
