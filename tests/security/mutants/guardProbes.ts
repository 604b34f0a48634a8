import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { filePlanOf } from '@/hooks/sealedFiles'
import type { StoredRow } from '@/src/domain/row'
import type { Answer } from '@/tests/support/client'
import type { Caller } from '../world/makeCallers'
import { reaches } from '../world/table'
import type { Probe, Stage } from './mutant'

/** A record with everything that `secureCollection` gives: texts, a label, a log, a revision. */
export const subject = 'diagnoses'

const named = ({ world }: Stage, wanted: string): Caller => {
  const found = world.callers.find(({ name }) => name === wanted)
  if (!found) throw new Error(`There is no ${wanted} among the callers.`)
  return found
}

const kim = (stage: Stage): Caller => named(stage, 'clinician')

const words = 'The heron at the window stays a secret'

export type Scene = {
  client: Caller['client']
  owner: Caller['client']
  patient: string
  post: (more?: Record<string, unknown>, headers?: Record<string, string>) => Promise<Answer>
  stored: (id: string) => Promise<StoredRow>
  /** What was logged about a record. */
  logged: (id: string) => Promise<string[]>
}

/** Asks something of a real record; what it wrote is taken back. */
export const scene =
  (stage: Stage, ask: (scene: Scene) => Promise<string | false>): Probe =>
  async () => {
    const { payload } = stage.world.app
    const { client } = kim(stage)
    const [patient = ''] = stage.world.patients
    const found = await ask({
      client,
      owner: named(stage, 'owner').client,
      patient,
      post: (more = {}, headers) => {
        stage.requests += 1
        const data = { patient, code: 'F41.1', description: 'Worry', diagnosedOn: '2026-01-05' }
        return client.post(`/api/${subject}`, { ...data, basis: words, ...more }, headers)
      },
      stored: async (id) =>
        (await payload.db.findOne<StoredRow>({
          collection: subject,
          where: { id: { equals: id } },
        })) ?? {
          id,
        },
      logged: async (id) => {
        const { docs } = await payload.db.find<StoredRow>({
          collection: 'audit-events',
          where: { recordIds: { contains: id } },
          limit: 40,
        })
        return docs.map((row) => String(row['outcome']))
      },
    }).catch((error: unknown) => `failed: ${String(error)}`)
    await stage.watch.undo()
    return found ? [found] : []
  }

export const asked = (ask: (given: Scene) => Promise<string | false>) => (stage: Stage) => [
  scene(stage, ask),
]

const idOf = ({ body }: Answer): string => String(body?.doc?.id)

/** The owner may change and delete each of these alone. */
export const bulky = 'closures'
const nobodys = `/api/${bulky}?where[id][equals]=${randomUUID()}`

/** A probe for each guard that no request of the crawl looks at by itself. */
export const sceneProbes = {
  keepsRevisions: async ({ client, post }: Scene) => {
    const id = idOf(await post())
    const path = `/api/${subject}/${id}`
    await client.patch(path, { description: 'Worries' })
    const { status } = await client.patch(path, { rev: 1, description: 'Worry' })
    return status !== 409 && `a stale revision answers ${status}`
  },
  refusesWrongTypes: async ({ post }: Scene) => {
    const { status } = await post({ description: { a: 1 } })
    return status !== 400 && `an object for a text answers ${status}`
  },
  readsWholeNumbers: async ({ owner }: Scene) => {
    const { status } = await owner.post('/api/payers', { name: 'Half', filingLimitDays: '90 days' })
    return status !== 400 && `"90 days" for a number answers ${status}`
  },
  refusesUnknownValues: async ({ owner }: Scene) => {
    const { status } = await owner.get('/api/payers?where[filingCode][equals]=nonsense')
    return status !== 400 && `a value that is none of the choices answers ${status}`
  },
  dropsTimes: async ({ post, stored }: Scene) => {
    const row = await stored(idOf(await post({ createdAt: '2001-01-01T00:00:00.000Z' })))
    return String(row['createdAt']).startsWith('2001') && 'takes a forged time'
  },
  keepsOtherTexts: async ({ client, post }: Scene) => {
    const path = `/api/${subject}/${idOf(await post())}`
    await client.patch(path, { specifiers: 'With panic' })
    const { body } = await client.get(path)
    return body.basis !== words && 'a text goes when another is changed'
  },
  answersTexts: async ({ post }: Scene) =>
    (await post()).body?.doc?.basis !== words && 'the author is not shown the text',
  sealsTexts: async ({ post, stored }: Scene) => {
    const row = await stored(idOf(await post()))
    const isSealed = row['sealed'] && !JSON.stringify(row).includes('heron')
    return !isSealed && 'a text is not sealed'
  },
  opensTexts: async ({ client, post }: Scene) => {
    const { body } = await client.get(`/api/${subject}/${idOf(await post())}`)
    return body.basis !== words && 'a text is not opened for who may read it'
  },
  opensSelected: async ({ client, post }: Scene) => {
    const id = idOf(await post())
    const { body } = await client.get(`/api/${subject}?where[id][equals]=${id}&select[basis]=true`)
    return body.docs?.[0]?.basis !== words && 'a text that was asked for alone is not opened'
  },
  logsWrites: async ({ logged, post }: Scene) => {
    const outcomes = await logged(idOf(await post()))
    return !outcomes.includes('done') && 'a write is not logged'
  },
  logsIntents: async ({ client, logged, post }: Scene) => {
    const id = idOf(await post())
    await client.patch(`/api/${subject}/${id}`, { description: 'Worries' })
    return !(await logged(id)).includes('intended') && 'a write is not logged before it is done'
  },
  logsReads: async ({ client, logged, post }: Scene) => {
    const id = idOf(await post())
    await client.get(`/api/${subject}/${id}`)
    return !(await logged(id)).includes('seen') && 'a read is not logged'
  },
  makesOnce: async ({ post }: Scene) => {
    const key = randomUUID()
    const first = await post({}, { 'idempotency-key': key })
    const second = await post({}, { 'idempotency-key': key })
    return idOf(first) !== idOf(second) && 'makes a record twice under one key'
  },
  hidesColumns: async ({ client, post }: Scene) => {
    const { body } = await client.get(`/api/${subject}/${idOf(await post())}?showHiddenFields=true`)
    return ('sealed' in body || 'recordUid' in body) && 'shows a hidden column'
  },
  refusesBulk: async ({ owner }: Scene) => {
    const { status } = await owner.patch(nobodys, {})
    return status < 400 && 'changes many records at once'
  },
  refusesBulkDelete: async ({ owner }: Scene) => {
    const { status } = await owner.delete(nobodys)
    return status < 400 && 'deletes many records at once'
  },
}

/** A change of a record out of scope answers as if there were none. */
export const hidesWhatIsBeyond =
  (stage: Stage): Probe =>
  async () => {
    const { client, facts } = kim(stage)
    const beyond = stage.oracle
      .rowsOf(subject)
      .find((row) => !reaches(facts, subject, 'update', row))
    const { status } = await client.patch(`/api/${subject}/${beyond?.id}`, { description: 'x' })
    stage.requests += 1
    await stage.watch.undo()
    return status === 404 ? [] : [`a record out of scope answers ${status}`]
  }

/** A record about somebody beyond the scope, while the other guard that would refuse it is away: each holds alone. */
export const outsideCreate =
  (stage: Stage, other: unknown): Probe =>
  async () => {
    const { hooks } = stage.world.config(subject)
    const before = hooks.beforeChange
    hooks.beforeChange = before.filter((each) => each !== other)
    const [, patient] = stage.world.patients
    const found = await scene(stage, async ({ post }) => {
      const { status } = await post({ patient })
      return status < 400 && 'makes a record beyond the scope'
    })()
    hooks.beforeChange = before
    return found
  }

/** A picture that is an address in a body: nothing is fetched, and it says what is missing. */
export const claimsOfFiles =
  (stage: Stage): Probe =>
  async () => {
    const data = '{ alt: "x", url: "http://127.0.0.1:9/x.png", filename: "x.png" }'
    const query = `mutation { createMedia(data: ${data}) { id } }`
    const { body } = await named(stage, 'marketing').client.graphql(query)
    stage.requests += 1
    await stage.watch.undo()
    const status = body.errors?.[0]?.extensions?.statusCode
    return status === 400 ? [] : [`a file by its address answers ${status}`]
  }

/** What lies on the disk of a file that was handed in. */
export const chartFiles =
  (stage: Stage): Probe =>
  async () => {
    const [patient = ''] = stage.world.patients
    const body = new FormData()
    const shape = { width: 20, height: 20, channels: 3, background: '#336699' } as const
    const bytes = new Uint8Array(await sharp({ create: shape }).png().toBuffer())
    body.set('file', new File([bytes], 'card.png', { type: 'image/png' }))
    body.set('_payload', JSON.stringify({ patient, kind: 'other' }))
    const answer = await kim(stage).client.raw('/api/documents', { method: 'POST', body })
    stage.requests += 1
    const name = answer.body?.doc?.filename
    const plan = filePlanOf('documents')
    const file = join(plan?.folder ?? '', String(name))
    const isSealed = existsSync(file) && readFileSync(file, 'latin1').startsWith('enc:v1:')
    await stage.watch.undo()
    return isSealed ? [] : [`a file is not sealed (${answer.status})`]
  }
