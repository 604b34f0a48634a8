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

/** Cases whose tests are still being written. */
export const notYet: readonly string[] = [
  'T021',
  'T022',
  'T023',
  'T024',
  'T025',
  'T026',
  'T029',
  'T030',
  'T036',
  'T046',
  'T047',
  'T050',
  'T053',
  'T054',
  'T058',
  'T059',
  'T082',
  'T086',
  'T087',
  'T088',
  'T091',
  'T092',
  'T093',
  'T094',
  'T095',
  'T096',
  'T097',
  'T098',
  'T099',
  'T100',
  'T101',
  'T102',
  'T103',
  'T104',
  'T105',
  'T106',
  'T107',
  'T108',
  'T109',
  'T110',
  'T111',
  'T112',
  'T113',
  'T114',
  'T115',
  'T117',
  'T120',
  'T121',
  'T122',
  'T123',
  'T124',
]
