import { addDays } from '@/src/domain/calendarDate'
import { at, type Clinic, handOf, nextWeekday, type Stage } from '../clinic'
import { finishTasks } from '../story/finishTasks'
import { rowsOf } from '../story/told'
import type { Story } from '../timeline'

/** Mondays: what a payer denied more than ten days ago for a missing detail is corrected and sent again. */
export async function* mendDenials(stage: Stage, clinic: Clinic, firstDay: string): Story {
  for (
    let day = nextWeekday(addDays(firstDay, 28), 1);
    day < addDays(stage.today, -7);
    day = addDays(day, 7)
  ) {
    yield at(day, '14:10')
    const dana = handOf(stage, clinic, 'dana')
    const denied = await rowsOf(
      stage,
      'claims',
      {
        and: [
          { status: { equals: 'denied' } },
          { isReplaced: { not_equals: true } },
          { answeredOn: { less_than: addDays(day, -10) } },
        ],
      },
      'controlNumber',
    )
    for (const { id } of denied) {
      await dana.act('claims', 'replace', { id })
      await finishTasks(stage, dana, { kind: 'denial', recordId: id })
    }
  }
}
