import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ageOf } from './ages'
import { type Row, textIn } from './read'

/** How long ago, or in how long, by the clock that cannot be moved: sessions, keys, deliveries. */
export const wallAge = (row: Row, name: string): string =>
  ageOf({ instant: textIn(row, name), now: clock.wall(), zone: practiceZone() })
