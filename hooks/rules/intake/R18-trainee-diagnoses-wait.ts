import type { Row } from '@/src/domain/row'
import { isInForce } from '../records/agreements'
import { isTrainee, isTraineeRow } from '../records/trainee'
import { defineRule } from '../rule'

type Facts = { enteredBy: Row | null; supervisors: Row[] }

export const traineeDiagnosesWait = defineRule<Facts>({
  id: 'R18',
  title: "A trainee's diagnosis is provisional until the supervisor confirms it",
  area: 'intake',
  appliesTo: ['diagnoses:create', 'diagnoses:action:confirm'],
  override: { roles: ['supervisor'] },
  facts: async (read, { after, on }) => {
    const staffId = after['diagnosedBy']
    if (on === 'create' || !staffId) return { enteredBy: null, supervisors: [] }
    return {
      enteredBy: await read.one('staff', String(staffId)),
      supervisors: await read.many('supervision-agreements', { supervisee: { equals: staffId } }),
    }
  },
  check: ({ actor, change, facts: { enteredBy, supervisors }, isSystem, today }) => {
    if (isSystem) return []
    const isFinal = change.after['status'] === 'active'
    if (isTrainee(actor)) {
      return isFinal
        ? [{ path: 'status', message: 'Your supervisor must confirm this diagnosis.' }]
        : []
    }
    if (!isTraineeRow(enteredBy)) return []
    const isSupervisor = supervisors.some(
      (each) => each['supervisor'] === actor.id && isInForce(each, today),
    )
    return isSupervisor
      ? []
      : [{ message: 'A trainee entered this diagnosis. Their supervisor must confirm it.' }]
  },
})
