import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, handOf, type Stage, workday } from '../clinic'
import { rowsOf } from '../story/told'
import type { Story } from '../timeline'

const waits = { status: { equals: 'pendingCosign' } }

const comment =
  'Write what you heard about sleep, and which step of the plan this session was. Then sign again.'

/** Kim reads and co-signs Leo's notes every other workday; of the newest one came back, the others wait. */
export async function* superviseNotes(stage: Stage, clinic: Clinic, firstDay: string): Story {
  for (let day = workday(firstDay); addDays(day, 5) < stage.today; day = workday(addDays(day, 2))) {
    yield at(day, '12:50')
    const kim = handOf(stage, clinic, 'kim')
    for (const { id } of await rowsOf(stage, 'progress-notes', waits, 'signedAt')) {
      await kim.act('progress-notes', 'cosign', { id })
    }
  }
  yield at(workday(addDays(stage.today, -3)), '08:10')
  const [oldest] = await rowsOf(stage, 'progress-notes', waits, 'signedAt')
  if (oldest)
    await handOf(stage, clinic, 'kim').act('progress-notes', 'return', {
      id: oldest.id,
      input: { comment },
    })
}
