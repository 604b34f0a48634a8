import { randomUUID } from 'node:crypto'
import { createLocalReq } from 'payload'
import { sealTexts } from '@/hooks/sealConfidential'
import { insert } from '@/tests/support/people'
import type { Scene, Scenes } from './scene'
import { next, type Stage } from './stage'

const headings = ['First name', 'Last name', 'DOB']
const mapping = ['firstName', 'lastName', 'dateOfBirth']

const sealed = async (
  { app }: Stage,
  slug: string,
  row: Record<string, unknown>,
  texts: Record<string, string>,
): Promise<Record<string, unknown>> => {
  const place = { recordUid: randomUUID(), ...row }
  const req = await createLocalReq({}, app.payload)
  return { ...place, sealed: await sealTexts(req, slug, place, texts) }
}

/** One import writes at a time: that of the scene before is over. */
const free = async ({ app }: Stage): Promise<void> => {
  await app.payload.db.updateMany({
    collection: 'import-runs',
    where: { lock: { equals: 'busy' } },
    data: { lock: `idle|${next()}` },
  })
}

/** An import of one line, where somebody has to say who it is. */
const run = async (
  stage: Stage,
  more: Record<string, unknown> = {},
): Promise<{ id: string; line: string }> => {
  await free(stage)
  const row = {
    uniqueKey: `import|${next()}`,
    fileKey: `patients|${next()}`,
    lock: `idle|${next()}`,
    kind: 'patients',
    status: 'checked',
    fileName: 'people.csv',
    lineCount: 1,
    doneCount: 1,
    problemCount: 0,
    uploadedBy: stage.ben.id,
    uploadedByName: 'Ben',
    uploadedAt: '2026-04-14T16:00:00.000Z',
    ...more,
  }
  const texts = { headings: JSON.stringify(headings), mapping: JSON.stringify(mapping) }
  const id = await insert(stage.app, 'import-runs', await sealed(stage, 'import-runs', row, texts))
  const place = { run: id, uniqueKey: `${id}|2`, uploadedBy: stage.ben.id }
  const cells = { cells: JSON.stringify(['Ida', 'Imp', '1990-01-01']) }
  const line = await insert(stage.app, 'import-lines', {
    ...(await sealed(stage, 'import-lines', place, cells)),
    line: 2,
    status: 'waiting',
    problemCount: 1,
    isChoice: true,
  })
  return { id, line }
}

const onRun =
  (name: string, { body, more }: { body?: Scene['body']; more?: Record<string, unknown> } = {}) =>
  async (stage: Stage): Promise<Scene> => {
    const { id } = await run(stage, more)
    return { client: stage.ben.client, path: `/api/import-runs/${id}/${name}`, body }
  }

export const importScenes: Scenes<Stage> = {
  'import-runs.upload': {
    begin: async (stage) => ({
      client: stage.ben.client,
      path: '/api/import-runs/upload',
      body: { kind: 'patients', text: `${headings.join(',')}\nIda,Imp ${next()},1990-01-01\n` },
    }),
  },
  'import-runs.map': {
    begin: onRun('map', { body: { columns: mapping.join(',') } }),
  },
  'import-runs.check': { begin: onRun('check') },
  'import-runs.answer-all': { begin: onRun('answer-all', { body: { answer: 'new' } }) },
  'import-runs.start': { begin: onRun('start') },
  'import-runs.resume': {
    begin: onRun('resume', { more: { status: 'stopped', stoppedIn: 'writing' } }),
  },
  'import-runs.undo': {
    begin: onRun('undo', { body: { reason: 'The wrong file.' }, more: { status: 'done' } }),
  },
  'import-runs.discard': { begin: onRun('discard') },
  'import-lines.answer': {
    isRepeatable: true,
    begin: async (stage) => {
      const { line } = await run(stage)
      const body = { answer: 'new' }
      return { client: stage.ben.client, path: `/api/import-lines/${line}/answer`, body }
    },
  },
  'import-lines.mend': {
    isRepeatable: true,
    begin: async (stage) => {
      const { line } = await run(stage)
      const body = { column: 'firstName', value: 'Ina' }
      return { client: stage.ben.client, path: `/api/import-lines/${line}/mend`, body }
    },
  },
}
