import type { Row } from '@/src/domain/row'
/** What the practice decided about signing in. */
export type SignInSettings = {
  /** Staff need a second factor before they see anything. */
  isFactorRequired: boolean
  staffIdleMinutes: number
  staffHours: number
  portalIdleMinutes: number
  portalHours: number
}

type Bounds = { min: number; max: number; standard: number }

/** 45 CFR 164.312(a)(2)(iii): automatic log-off; how far a practice may move it. */
export const timeBounds: Readonly<
  Record<Exclude<keyof SignInSettings, 'isFactorRequired'>, Bounds>
> = {
  staffIdleMinutes: { min: 5, max: 60, standard: 15 },
  staffHours: { min: 1, max: 12, standard: 12 },
  portalIdleMinutes: { min: 5, max: 60, standard: 30 },
  portalHours: { min: 1, max: 12, standard: 12 },
}

/** The stored settings, with the product's own where one is missing or out of bounds. */
export const signInSettingsOf = (stored: Row | null): SignInSettings => {
  const numbers = Object.entries(timeBounds).map(([name, { min, max, standard }]) => {
    const value = stored?.[name]
    return [name, typeof value === 'number' && value >= min && value <= max ? value : standard]
  })
  return {
    ...Object.fromEntries(numbers),
    isFactorRequired: stored?.['isFactorRequired'] !== false,
  } as SignInSettings // one number per bound
}

/**
 * How far a session reaches. `verify`: the password was right, the factor is still to come. `enroll`: the
 * practice asks for a factor and this person has none yet. Both reach nothing else.
 */
export type Standing = 'full' | 'verify' | 'enroll'

type Facts = {
  surface: 'staff' | 'portal'
  /** When a factor was shown in this session. */
  mfaAt?: string | null
  hasFactor: boolean
  isFactorRequired: boolean
}

export const standingOf = ({ surface, mfaAt, hasFactor, isFactorRequired }: Facts): Standing => {
  if (mfaAt) return 'full'
  if (hasFactor) return 'verify'
  return surface === 'staff' && isFactorRequired ? 'enroll' : 'full'
}

type Times = {
  startedAt: string
  absoluteExpiresAt: string
  lastSeenAt?: string | null
  idleMinutes: number
}

/** The instant at which a session ends if nothing more is done in it. */
export const idleEndOf = ({
  startedAt,
  absoluteExpiresAt,
  lastSeenAt,
  idleMinutes,
}: Times): Date => {
  const idle = new Date(lastSeenAt ?? startedAt).getTime() + idleMinutes * 60_000
  return new Date(Math.min(idle, new Date(absoluteExpiresAt).getTime()))
}
