import { at, type Clinic, handOf, plusDays, type Stage, workday } from '../clinic'
import { rowsOf } from '../story/told'
import type { Story } from '../timeline'

const waits = { status: { equals: 'pendingCosign' } }

/** Kim reads and co-signs Leo's notes every other workday; the newest still wait. */
export async function* superviseNotes(stage: Stage, clinic: Clinic, firstDay: string): Story {
  for (
    let day = workday(firstDay);
    plusDays(day, 5) < stage.today;
    day = workday(plusDays(day, 2))
  ) {
    yield at(day, '12:50')
    const kim = handOf(stage, clinic, 'kim')
    for (const { id } of await rowsOf(stage, 'progress-notes', waits, 'signedAt')) {
      await kim.act('progress-notes', 'cosign', { id })
    }
  }
}
