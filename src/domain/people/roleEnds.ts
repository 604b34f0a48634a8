import type { Row } from '@/src/domain/row'
/** Roles that end by themselves: `compliance:2026-06-30`, separated by spaces; the day is the last one. */
export type RoleEnds = Readonly<Record<string, string>>

const entry = /^([A-Za-z]+):(\d{4}-\d{2}-\d{2})$/

export const roleEndsIn = (text: unknown): RoleEnds => {
  const words = typeof text === 'string' ? text.split(' ') : []
  const found = words.flatMap((word) => {
    const [, role, day] = entry.exec(word) ?? []
    return role && day ? [[role, day] as const] : []
  })
  return Object.fromEntries(found)
}

export const roleEndsText = (ends: RoleEnds): string =>
  Object.entries(ends)
    .map(([role, day]) => `${role}:${day}`)
    .sort()
    .join(' ')

const isOver = (ends: RoleEnds, role: string, today: string): boolean => {
  const day = ends[role]
  return day !== undefined && day < today
}

/** The roles somebody holds on a day: those that have ended are gone, whether a job took them off or not. */
export const rolesOn = (person: Row, today: string): string[] => {
  const { roles, roleEnds } = person
  const held = Array.isArray(roles) ? roles.filter((role) => typeof role === 'string') : []
  const ends = roleEndsIn(roleEnds)
  return held.filter((role) => !isOver(ends, role, today))
}

/** What somebody holds after a grant: the end is for what is added and for what ended by itself before. */
export const afterGrant = (
  before: { roles: readonly string[]; ends: RoleEnds },
  wish: { roles: readonly string[]; endsOn: string | null },
): { roles: string[]; ends: RoleEnds } => {
  const roles = [...new Set(wish.roles)]
  const isPermanent = (role: string): boolean =>
    before.roles.includes(role) && before.ends[role] === undefined
  const ending = wish.endsOn ? roles.filter((role) => !isPermanent(role)) : []
  return { roles, ends: Object.fromEntries(ending.map((role) => [role, wish.endsOn ?? ''])) }
}

/** Roles whose holders watch over the others: taking one away is decided by two as well. */
const watchful = ['owner', 'compliance']

/** Whether a change only takes away (a role, or days of one): that need not wait for anybody. */
export const onlyTakesAway = (
  before: { roles: readonly string[]; ends: RoleEnds },
  after: { roles: readonly string[]; ends: RoleEnds },
): boolean => {
  const lastDay = (ends: RoleEnds, role: string): string => ends[role] ?? '9999-12-31'
  const isLess = after.roles.every(
    (role) =>
      before.roles.includes(role) && lastDay(after.ends, role) <= lastDay(before.ends, role),
  )
  const isWatched = watchful.some(
    (role) =>
      before.roles.includes(role) && lastDay(after.ends, role) !== lastDay(before.ends, role),
  )
  const isLost = watchful.some((role) => before.roles.includes(role) && !after.roles.includes(role))
  return isLess && !isWatched && !isLost
}
