import { at, type Clinic, handOf, nextWeekday, plusDays, type Stage } from '../clinic'
import { finishTasks } from '../story/finishTasks'
import { rowsOf } from '../story/told'
import type { Story } from '../timeline'

/** Mondays: what a payer denied more than ten days ago for a missing detail is corrected and sent again. */
export async function* mendDenials(stage: Stage, clinic: Clinic, firstDay: string): Story {
  for (
    let day = nextWeekday(plusDays(firstDay, 28), 1);
    day < plusDays(stage.today, -7);
    day = plusDays(day, 7)
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
          { answeredOn: { less_than: plusDays(day, -10) } },
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
