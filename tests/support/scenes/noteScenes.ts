import { addDiagnosis } from '@/tests/support/chart'
import { intakePath, intakesOf } from '@/tests/support/intakes'
import { askPhq, calmAnswers, urgentAnswers } from '@/tests/support/measures'
import { notePath, notesOf } from '@/tests/support/notes'
import { insert, makePortalUser, type Person } from '@/tests/support/people'
import { done, made } from '@/tests/support/plans'
import { rowsOf } from '@/tests/support/practice'
import type { Scenes } from './scene'
import { next, openTask, type Stage, somebody } from './stage'

type Author = 'kim' | 'leo'

const sessionOf = async ({ app }: Stage, note: string): Promise<string> => {
  const [row] = await rowsOf(app, 'progress-notes', { id: note })
  return String(row?.['session'])
}

/** A draft with the reminder to write it, and the charge that waits for it. */
const draftNote = async (stage: Stage, name: string, author: Author): Promise<string> => {
  const patient = await somebody(stage, name)
  const { app } = stage
  await addDiagnosis(app, patient)
  const id = await notesOf(app, () => stage).draft({ by: stage[author], patient })
  const session = await sessionOf(stage, id)
  await openTask(stage, 'note-due', { slug: 'sessions', id: session })
  await insert(app, 'charges', {
    uniqueKey: `${session}|90834`,
    patient,
    session,
    clinician: stage[author].id,
    serviceDate: '2026-04-14',
    code: '90834',
    amountCents: 12_000,
    units: 1,
    status: 'awaitingNote',
  })
  return id
}

const signedNote = async (stage: Stage, name: string, author: Author): Promise<string> => {
  const id = await draftNote(stage, name, author)
  await done(stage[author], notePath(id, 'sign'))
  return id
}

const draftAddendum = async (stage: Stage, name: string, author: Author): Promise<string> => {
  const note = await signedNote(stage, name, author)
  return (await made(stage[author], 'addenda', { note, text: 'One thing more.' })).id
}

const writtenIntake = async (stage: Stage, name: string, author: Author): Promise<string> => {
  const intakes = intakesOf(stage.app, () => stage)
  const of = await intakes.newCase(name, stage[author])
  await openTask(stage, 'note-due', { slug: 'sessions', id: of.session })
  await insert(stage.app, 'charges', {
    uniqueKey: `${of.session}|90791`,
    patient: of.patient,
    session: of.session,
    clinician: stage[author].id,
    serviceDate: '2026-04-14',
    code: '90791',
    amountCents: 12_000,
    units: 1,
    status: 'awaitingNote',
  })
  return intakes.written(of, stage[author])
}

const portalOf = (stage: Stage, patient: string): Promise<Person> =>
  makePortalUser(stage.app, patient, `reader${next()}@example.test`)

const asked = async (stage: Stage, name: string): Promise<{ patient: string; id: string }> => {
  const patient = await somebody(stage, name)
  await insert(stage.app, 'packet-items', {
    uniqueKey: `${patient}|measure|PHQ-9`,
    patient,
    kind: 'measure',
    reference: 'PHQ-9',
    title: 'Questionnaire',
    status: 'open',
  })
  return { patient, id: await askPhq(stage, patient) }
}

export const noteScenes: Scenes<Stage> = {
  'progress-notes.sign': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: notePath(await draftNote(stage, name, 'kim'), 'sign'),
    }),
  },
  'progress-notes.sign trainee': {
    begin: async (stage, name) => ({
      client: stage.leo.client,
      path: notePath(await draftNote(stage, name, 'leo'), 'sign'),
    }),
  },
  'progress-notes.cosign': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: notePath(await signedNote(stage, name, 'leo'), 'cosign'),
    }),
  },
  'progress-notes.return': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: notePath(await signedNote(stage, name, 'leo'), 'return'),
      body: { comment: 'More, please.' },
    }),
  },
  'progress-notes.share': {
    begin: async (stage, name) => {
      const id = await signedNote(stage, name, 'kim')
      const { id: addendum } = await made(stage.kim, 'addenda', { note: id, text: 'More.' })
      await done(stage.kim, `/api/addenda/${addendum}/sign`)
      const [row] = await rowsOf(stage.app, 'progress-notes', { id })
      await portalOf(stage, String(row?.['patient']))
      return { client: stage.kim.client, path: notePath(id, 'share') }
    },
  },
  'progress-notes.hide': {
    isRepeatable: true,
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: notePath(await signedNote(stage, name, 'kim'), 'hide'),
      body: { from: 'proxies', reason: 'The father is violent.' },
    }),
  },
  'progress-notes.unhide': {
    begin: async (stage, name) => {
      const id = await signedNote(stage, name, 'kim')
      await done(stage.kim, notePath(id, 'hide'), { from: 'everybody', reason: 'Not now.' })
      return { client: stage.kim.client, path: notePath(id, 'unhide') }
    },
  },
  'progress-notes.void': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: notePath(await draftNote(stage, name, 'kim'), 'void'),
      body: { reason: 'Wrong patient.' },
    }),
  },
  'addenda.sign': {
    begin: async (stage, name) => ({
      client: stage.leo.client,
      path: `/api/addenda/${await draftAddendum(stage, name, 'leo')}/sign`,
    }),
  },
  'addenda.cosign': {
    begin: async (stage, name) => {
      const path = `/api/addenda/${await draftAddendum(stage, name, 'leo')}`
      await done(stage.leo, `${path}/sign`)
      return { client: stage.kim.client, path: `${path}/cosign` }
    },
  },
  'psychotherapy-notes.void': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const { id } = await made(stage.kim, 'psychotherapy-notes', { patient, text: 'For me.' })
      return { client: stage.kim.client, path: `/api/psychotherapy-notes/${id}/void` }
    },
  },
  'intake-assessments.submit': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const portal = await portalOf(stage, patient)
      await insert(stage.app, 'packet-items', {
        uniqueKey: `${patient}|history`,
        patient,
        kind: 'history',
        title: 'Your history',
        status: 'open',
      })
      const answers = { patient, historyConcerns: 'Worry', historyGoals: 'Sleep' }
      const { id } = await made(portal, 'intake-assessments', answers)
      return { client: portal.client, path: intakePath(id, 'submit') }
    },
  },
  'intake-assessments.sign': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: intakePath(await writtenIntake(stage, name, 'kim'), 'sign'),
    }),
  },
  'intake-assessments.sign trainee': {
    begin: async (stage, name) => ({
      client: stage.leo.client,
      path: intakePath(await writtenIntake(stage, name, 'leo'), 'sign'),
    }),
  },
  'intake-assessments.cosign': {
    begin: async (stage, name) => {
      const id = await writtenIntake(stage, name, 'leo')
      await done(stage.leo, intakePath(id, 'sign'))
      return { client: stage.kim.client, path: intakePath(id, 'cosign') }
    },
  },
  'intake-assessments.return': {
    begin: async (stage, name) => {
      const id = await writtenIntake(stage, name, 'leo')
      await done(stage.leo, intakePath(id, 'sign'))
      return {
        client: stage.kim.client,
        path: intakePath(id, 'return'),
        body: { comment: 'More, please.' },
      }
    },
  },
  'measure-responses.save': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const { id, patient } = await asked(stage, name)
      return {
        client: (await portalOf(stage, patient)).client,
        path: `/api/measure-responses/${id}/save`,
        body: { answers: calmAnswers },
      }
    },
  },
  'measure-responses.submit': {
    begin: async (stage, name) => {
      const { id, patient } = await asked(stage, name)
      return {
        client: (await portalOf(stage, patient)).client,
        path: `/api/measure-responses/${id}/submit`,
        body: { answers: urgentAnswers },
      }
    },
  },
  'diagnoses.confirm': {
    begin: async (stage, name) => {
      const { id } = await made(stage.leo, 'diagnoses', {
        patient: await somebody(stage, name),
        code: 'F32.1',
        description: 'Major depressive disorder, moderate',
        rank: 1,
        diagnosedOn: '2026-01-05',
      })
      return { client: stage.kim.client, path: `/api/diagnoses/${id}/confirm` }
    },
  },
  'diagnoses.resolve': {
    begin: async (stage, name) => {
      const { id } = await made(stage.kim, 'diagnoses', {
        patient: await somebody(stage, name),
        code: 'F32.1',
        description: 'Major depressive disorder, moderate',
        rank: 1,
        diagnosedOn: '2026-01-05',
      })
      return {
        client: stage.kim.client,
        path: `/api/diagnoses/${id}/resolve`,
        body: { outcome: 'resolved' },
      }
    },
  },
}
