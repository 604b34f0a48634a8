import { describe, expect, it } from 'vitest'
import {
  isReadyToSign,
  noteReadiness,
  type ReadinessInput,
} from '@/src/domain/records/noteReadiness'

const complete: ReadinessInput = {
  note: {
    intervention: 'Thought record on the meeting.',
    response: 'Found two other explanations.',
    plan: 'Exposure step 2 next week.',
    techniqueTags: ['cbt.cognitive-restructuring'],
    objectiveKeys: ['objective-1-1-1'],
    diagnosisIds: [11],
    riskStatus: 'denied',
  },
  session: {
    patientName: 'Ana',
    attendance: 'present',
    startedAt: '2026-04-14T17:02:00Z',
    endedAt: '2026-04-14T17:51:00Z',
    placeOfService: '11',
    serviceCode: '90834',
  },
  plan: { status: 'active' },
  objectives: [{ key: 'objective-1-1-1', status: 'in-progress' }],
  diagnoses: [{ id: '11' }],
  isIntake: false,
  isPlanDue: true,
}
type Change = {
  [Key in keyof ReadinessInput]?: ReadinessInput[Key] extends (infer Item)[]
    ? Item[]
    : Partial<ReadinessInput[Key]> | ReadinessInput[Key]
}
const withChange = ({ note, session, ...rest }: Change): ReadinessInput => ({
  ...complete,
  ...(rest as Partial<ReadinessInput>), // only note and session are partial, and those are merged here
  note: { ...complete.note, ...note },
  session: { ...complete.session, ...session },
})
const missing = (change: Change) =>
  noteReadiness(withChange(change))
    .filter(({ ok }) => !ok)
    .map(({ ruleId, path, message }) => [ruleId, path, message])

describe('Readiness to sign', () => {
  it('should find a complete note ready, and show every check as met', () => {
    const checks = noteReadiness(complete)
    expect(isReadyToSign(checks)).toBe(true)
    expect(checks).toHaveLength(12)
  })

  it.each<[Change, string, string, string]>([
    [
      { session: { attendance: null } },
      'R51',
      'session.attendance',
      'Record who attended the session.',
    ],
    [
      { session: { startedAt: null } },
      'R51',
      'session.startedAt',
      'Add the start time of the session.',
    ],
    [{ session: { endedAt: null } }, 'R51', 'session.endedAt', 'Add the stop time of the session.'],
    [
      { session: { endedAt: '2026-04-14T17:02:00Z' } },
      'R51',
      'session.endedAt',
      'The session stops before it starts. Correct the times.',
    ],
    [
      { session: { placeOfService: '' } },
      'R51',
      'session.placeOfService',
      'Choose where the session took place.',
    ],
    [{ session: { serviceCode: null } }, 'R51', 'session.serviceCode', 'Add the service code.'],
    [{ note: { diagnosisIds: [] } }, 'R51', 'note.diagnosisIds', 'Add a diagnosis before signing.'],
    [
      { note: { diagnosisIds: [11, 12] } },
      'R51',
      'note.diagnosisIds',
      'A linked diagnosis was not active on the day of service. Remove it or correct its dates.',
    ],
    [
      { note: { objectiveKeys: [] } },
      'R51',
      'note.objectiveKeys',
      'Link an objective of the treatment plan.',
    ],
    [
      { objectives: [{ key: 'objective-1-1-1', status: 'achieved' }] },
      'R51',
      'note.objectiveKeys',
      'A linked objective is not open in the plan in force. Choose another one.',
    ],
    [
      { note: { techniqueTags: [] } },
      'R49',
      'note.techniqueTags',
      'Say what you did and how Ana responded: tag at least one technique.',
    ],
    [
      { note: { intervention: ' ' } },
      'R51',
      'note.intervention',
      'Write what you did in the session.',
    ],
    [
      { note: { response: '\n' } },
      'R49',
      'note.response',
      'Say what you did and how Ana responded: write the response.',
    ],
    [
      { note: { riskStatus: null } },
      'R51',
      'note.riskStatus',
      'Choose the risk line, also when there is no risk.',
    ],
    [{ note: { plan: undefined } }, 'R51', 'note.plan', 'Write the next step.'],
  ])('should name the one thing that is missing: %o', (change, ruleId, path, message) => {
    expect(missing(change)).toEqual([[ruleId, path, message]])
  })

  it('should accept "no plan yet" until the plan is due', () => {
    const noPlan = { plan: null, objectives: [], note: { objectiveKeys: [] } }
    expect(missing({ ...noPlan, isPlanDue: false })).toEqual([])
    expect(missing({ ...noPlan, isPlanDue: true })).toEqual([
      ['R51', 'plan', 'The treatment plan is due. Activate it, then link an objective.'],
    ])
    expect(missing({ ...noPlan, plan: { status: 'draft' }, isPlanDue: false })).toEqual([])
  })

  it('should require an objective as soon as a plan is active, due or not', () => {
    expect(missing({ isPlanDue: false, note: { objectiveKeys: [] } })).toEqual([
      ['R51', 'note.objectiveKeys', 'Link an objective of the treatment plan.'],
    ])
  })

  it('should ask an intake for no technique, objective or response', () => {
    const note = { objectiveKeys: [], techniqueTags: [], intervention: null, response: null }
    expect(missing({ isIntake: true, note })).toEqual([])
    expect(missing({ isIntake: true, note: { ...note, diagnosisIds: [] } })).toHaveLength(1)
  })

  it('should list everything when nothing is there', () => {
    const empty = noteReadiness({
      note: { techniqueTags: [], objectiveKeys: [], diagnosisIds: [] },
      session: { patientName: 'Ana' },
      plan: null,
      objectives: [],
      diagnoses: [],
      isIntake: false,
      isPlanDue: true,
    })
    expect(empty.every(({ ok }) => !ok)).toBe(true)
  })
})
