import { scopesFor } from '@/access/policy'
import { isStaffRole } from '@/access/roles'
import { type Area, type WorkView, workViews } from './workViews'

export type Someone = { roles?: unknown } | null | undefined

export type MyWork = {
  all: readonly WorkView[]
  /** Screens that stand by themselves. */
  single: readonly WorkView[]
  menus: readonly { area: Area; views: readonly WorkView[] }[]
}

/** A menu for one screen would only be one press more, and so many stand in a row by themselves. */
const fewest = 2
const mostInRow = 8

/** The screens that somebody's roles open, and those among them that share a menu. */
export const myWork = (user: Someone): MyWork => {
  const roles = Array.isArray(user?.roles) ? user.roles.filter(isStaffRole) : []
  const all = workViews.filter(
    ({ needs }) => !needs || scopesFor(needs.slug, needs.verb, roles).length,
  )
  const menus = (['Billing', 'Records', 'Oversight', 'Practice'] as const)
    .map((area) => ({ area, views: all.filter((view) => view.area === area) }))
    .filter(({ views }) => views.length >= fewest && all.length > mostInRow)
  return {
    all,
    single: all.filter((view) => !menus.some(({ area }) => area === view.area)),
    menus,
  }
}

/** The screen an address belongs to: itself, or the list that its record is in. */
export const viewAt = (views: readonly WorkView[], path: string): WorkView | undefined =>
  views.find((view) => view.path === path) ??
  views.find(({ path: own, also }) =>
    [own, ...(also ?? [])].some((begin) => begin !== '/admin' && path.startsWith(`${begin}/`)),
  )
