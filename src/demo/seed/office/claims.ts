import { addDays } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { at, type Clinic, dayOf, handOf, nextWeekday, type Stage, workday } from '../clinic'
import { rowsOf } from '../story/told'
import type { Story } from '../timeline'

const withStatus = (stage: Stage, ...statuses: string[]): Promise<StoredRow[]> =>
  rowsOf(stage, 'claims', { status: { in: statuses } }, 'controlNumber')

/** Goes through the drafts: green ones become ready, the others say what is missing. */
const prepareAll = async (stage: Stage, clinic: Clinic): Promise<void> => {
  const dana = handOf(stage, clinic, 'dana')
  for (const { id } of await withStatus(stage, 'draft', 'needsAttention')) {
    await dana.act('claims', 'prepare', { id })
  }
}

const sendReady = async (stage: Stage, clinic: Clinic): Promise<void> => {
  const ready = await withStatus(stage, 'ready')
  if (!ready.length) return
  await handOf(stage, clinic, 'dana').act('claim-batches', 'submit', {
    input: { claims: ready.map(({ id }) => id) },
  })
}

const payerNumber = ({ controlNumber }: StoredRow): string =>
  `PC${String(controlNumber).slice(1)}26`

const noteAcceptance = async (stage: Stage, clinic: Clinic, day: string): Promise<void> => {
  const dana = handOf(stage, clinic, 'dana')
  for (const claim of await withStatus(stage, 'submitted')) {
    if (dayOf(new Date(String(claim['submittedAt']))) >= addDays(day, -1)) continue
    const input = { payerClaimNumber: payerNumber(claim) }
    await dana.act('claims', 'mark-accepted', { id: claim.id, input })
  }
}

/** The clearinghouse sends one of the newest back before any payer saw it. */
const noteRejection = async (stage: Stage, clinic: Clinic): Promise<void> => {
  const [claim] = await withStatus(stage, 'submitted')
  if (!claim) return
  await handOf(stage, clinic, 'dana').act('claims', 'reject', {
    id: claim.id,
    input: { reason: 'Clearinghouse: the date of birth does not agree with the payer’s file.' },
  })
}

/** Dana's claims: sent on Tuesdays and Fridays, accepted two days later. */
export async function* sendClaims(stage: Stage, clinic: Clinic, firstDay: string): Story {
  const lastDay =
    workday(addDays(stage.today, -3)) >= stage.today
      ? addDays(stage.today, -3)
      : workday(addDays(stage.today, -3))
  let day = nextWeekday(firstDay, 2)
  while (day < lastDay) {
    yield at(day, '10:20')
    await noteAcceptance(stage, clinic, day)
    yield at(day, '15:20')
    await prepareAll(stage, clinic)
    await sendReady(stage, clinic)
    day = addDays(day, new Date(`${day}T12:00:00Z`).getUTCDay() === 2 ? 3 : 4)
  }
  // The last evening before the demo's day: looked through, not sent yet.
  yield at(addDays(stage.today, -1), '16:40')
  await noteRejection(stage, clinic)
  await prepareAll(stage, clinic)
}
