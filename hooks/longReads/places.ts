import type { Where } from 'payload'
import { cursorOf, type Place, placeIn } from '@/src/domain/api/cursor'
import type { Row } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'

/** The place that a caller named; null for the beginning. Throws a Refusal on a word that is no cursor. */
export const givenPlace = (after: unknown): Place | null => {
  if (after === '' || after === undefined || after === null) return null
  const place = typeof after === 'string' ? placeIn(after) : null
  if (place && (place.id === '' || isId(place.id))) return place
  throw new Refusal('invalid', [
    {
      path: 'after',
      message: 'This is no cursor. Send the `after` of the last answer as it came.',
    },
  ])
}

/** What long reads are ordered by. */
type Column = 'createdAt' | 'updatedAt' | 'at' | 'removedAt'

/** Records that come after a place in the order of a column and then of their ids. */
export const beyond = (column: Column, place: Place | null, idColumn = 'id'): Where | null => {
  if (!place) return null
  const { at, id } = place
  const later: Where = { [column]: { greater_than: at } }
  if (!id) return later
  const sameTime: Where = {
    and: [{ [column]: { equals: at } }, { [idColumn]: { greater_than: id } }],
  }
  // The first condition says the same once more, in a form an index is used for.
  return { and: [{ [column]: { greater_than_equal: at } }, { or: [later, sameTime] }] }
}

export const placeOf = (column: Column, row: Row): Place => ({
  at: new Date(String(row[column])).toISOString(),
  id: String(row['id']),
})

export const cursorAt = (place: Place | null): string | null => (place ? cursorOf(place) : null)
