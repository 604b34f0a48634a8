import { races, writing } from './changing'
import { availability, content, injection, network } from './outside'
import { operations, signIn } from './people'
import { history, reading } from './reading'
import type { Area, WrittenCases } from './types'

export type AbuseCase = {
  id: string
  title: string
  area: Area
  /** Why it cannot happen here, when it cannot. */
  cannot?: string
}

const byArea: Readonly<Record<Area, WrittenCases>> = {
  reading,
  history,
  writing,
  races,
  injection,
  content,
  network,
  availability,
  signIn,
  operations,
}

/** All 124, in the order of their ids. A test names each by its id (registry.test.ts). */
export const abuseCases: readonly AbuseCase[] = Object.entries(byArea)
  .flatMap(([area, cases]) =>
    Object.entries(cases).map(
      ([id, written]): AbuseCase => ({
        id,
        area: area as Area, // a key of the record above
        ...(typeof written === 'string' ? { title: written } : written),
      }),
    ),
  )
  .sort((left, right) => left.id.localeCompare(right.id))
