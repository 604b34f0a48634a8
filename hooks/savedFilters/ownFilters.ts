import type { PayloadRequest, Where } from 'payload'
import { asUser } from '@/access/asSystem'
import { actorOf } from '@/access/principal'

/** A filter that somebody keeps for themselves. */
export type OwnFilter = { id: string; title: string; where: Where }

const keyOf = (list: string): string => `filters-${list}`

const isFilter = (value: unknown): value is OwnFilter => {
  if (!value || typeof value !== 'object') return false
  const { id, title, where } = value as Partial<Record<keyof OwnFilter, unknown>> // looked at here
  return typeof id === 'string' && typeof title === 'string' && !!where && typeof where === 'object'
}

/** One's own filters of a list, as the policy table hands out what is kept for oneself. */
export const readOwnFilters = async (req: PayloadRequest, list: string): Promise<OwnFilter[]> => {
  const actor = actorOf(req)
  if (actor.kind !== 'staff') return []
  const kept = await asUser(req).findOne({
    collection: 'payload-preferences',
    where: { and: [{ key: { equals: keyOf(list) } }, { 'user.value': { equals: actor.id } }] },
  })
  return Array.isArray(kept?.value) ? kept.value.filter(isFilter) : []
}

/** Keeps them beside the columns and the order that the person chose for the list, as Payload keeps those. */
export const writeOwnFilters = async (
  req: PayloadRequest,
  list: string,
  filters: readonly OwnFilter[],
): Promise<void> => {
  const { id } = req.user ?? {}
  const user = { relationTo: 'staff', value: id }
  await req.payload.db.upsert({
    collection: 'payload-preferences',
    data: { key: keyOf(list), user, value: filters },
    req,
    where: {
      and: [
        { key: { equals: keyOf(list) } },
        { 'user.value': { equals: id } },
        { 'user.relationTo': { equals: user.relationTo } },
      ],
    },
  })
}
