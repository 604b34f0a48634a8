import sharp from 'sharp'
import { openSession } from '@/access/session/open'
import { hideOutOfScope } from '@/hooks/checkScope'
import { enforceOnChange, enforceOnDelete, keepOverrides } from '@/hooks/enforceRules'
import { takeOverrides } from '@/hooks/stamp'
import type { StoredRow } from '@/src/domain/row'
import { type Client, clientOf } from '@/tests/support/client'
import { subject } from './guardProbes'
import type { Mutant, Probe, Stage } from './mutant'
import { without } from './withoutHook'

// Guards that rules, labels and files stand behind, and a probe for each.

type Part = Record<string, unknown>

const find = (stage: Stage, collection: string, where: Part): Promise<StoredRow[]> =>
  stage.world.app.payload.db
    .find<StoredRow>({ collection, where: where as never, limit: 0, pagination: false }) // a plain condition
    .then(({ docs }) => docs)

const idOf = (stage: Stage, name: string): string => {
  const found = stage.world.callers.find((caller) => caller.name === name)?.facts.userId
  if (!found) throw new Error(`There is no ${name} among the callers.`)
  return found
}

/** Somebody who showed their password this moment. */
const fresh = async (stage: Stage, name: string): Promise<Client> => {
  const { app } = stage.world
  const userId = idOf(stage, name)
  const token = await openSession(app.payload, { surface: 'staff', userId, agent: '' })
  return clientOf(app, { cookie: `therapy-staff=${token}` })
}

/** Asks something; what it wrote is taken back. */
const asked =
  (stage: Stage, ask: () => Promise<string | false>): Probe =>
  async () => {
    stage.requests += 1
    const found = await ask().catch((error: unknown) => `failed: ${String(error)}`)
    await stage.watch.undo()
    return found ? [found] : []
  }

/** The director makes Theo, whose caseload is full (R96), the primary clinician of one more. */
const assignBeyond = async (stage: Stage, more: Part) => {
  const { app, patients } = stage.world
  const [, , cam] = patients
  const [theo] = await find(stage, 'care-team-assignments', { patient: { equals: patients[1] } })
  const staff = String(theo?.['staff'])
  await app.payload.db.updateOne({ collection: 'staff', id: staff, data: { caseloadCap: 0 } })
  const client = await fresh(stage, 'director')
  const body = { staff, patient: cam, role: 'primary', startsOn: '2026-11-01', ...more }
  return client.post('/api/care-team-assignments', body)
}

const pastTheRule = { _override: [{ rule: 'R96', reason: 'Agreed with the whole team' }] }

const keepsRules = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { status } = await assignBeyond(stage, {})
    return status !== 422 && `a rule lets a new record by (${status})`
  })

const takesOverrides = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { status } = await assignBeyond(stage, pastTheRule)
    return status !== 201 && `a reason to go past a rule is lost (${status})`
  })

const keepsReasons = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { body } = await assignBeyond(stage, pastTheRule)
    const kept = await find(stage, 'overrides', { recordId: { equals: body?.doc?.id } })
    return kept.length !== 1 && 'nobody knows that a rule was gone past'
  })

/** Where the table and the scope would let it go: the rule alone keeps a record (R60). */
const keepsRecords = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { access } = stage.world.config(subject)
    const restore = without(stage.world.app.config.collections, hideOutOfScope)
    const before = access.delete
    access.delete = () => true
    try {
      const [row] = stage.oracle.rowsOf(subject)
      const { status } = await (await fresh(stage, 'owner')).delete(`/api/${subject}/${row?.id}`)
      return status !== 422 && `a record of the chart can be deleted (${status})`
    } finally {
      access.delete = before
      restore()
    }
  })

/** In a practice that is a program as a whole every record has the label (R64). */
const labels = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { app, patients } = stage.world
    const stored = await app.payload.db.findGlobal<Part>({ slug: 'practice' })
    const data = { ...stored, part2Program: 'all' }
    await app.payload.db.updateGlobal({ slug: 'practice', data })
    const { body } = await (await fresh(stage, 'clinician')).post(`/api/${subject}`, {
      patient: patients[0],
      code: 'F10.20',
      description: 'Worry',
      diagnosedOn: '2026-01-05',
    })
    const [row] = await find(stage, subject, { id: { equals: body?.doc?.id } })
    return row?.['isPart2'] !== true && 'a record of a program has no label'
  })

const picture = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const shape = { width: 20, height: 20, channels: 3, background: '#336699' } as const
  return new Uint8Array(await sharp({ create: shape }).png().toBuffer())
}

/** Hands a file in and takes it out again. */
const download = async (stage: Stage) => {
  const body = new FormData()
  body.set('file', new File([await picture()], 'card.png', { type: 'image/png' }))
  body.set('_payload', JSON.stringify({ patient: stage.world.patients[0], kind: 'other' }))
  const client = await fresh(stage, 'clinician')
  const made = await client.raw('/api/documents', { method: 'POST', body })
  const { id, filename } = made.body?.doc ?? {}
  return { id: String(id), answer: await client.get(`/api/documents/file/${filename}`) }
}

const logsDownloads = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { id } = await download(stage)
    const logged = await find(stage, 'audit-events', { recordIds: { contains: id } })
    const isLogged = logged.some(
      (row) => row['outcome'] === 'seen' && String(row['fields']).includes('file'),
    )
    return !isLogged && 'a file leaves without a line in the log'
  })

const sendsClearFiles = (stage: Stage): Probe =>
  asked(stage, async () => {
    const { answer } = await download(stage)
    const isPicture = Buffer.from(answer.bytes.slice(1, 4)).toString('latin1') === 'PNG'
    const isAttached = answer.headers.get('content-disposition')?.startsWith('attachment')
    return (
      !(isPicture && isAttached) && `a file does not come as it was handed in (${answer.status})`
    )
  })

const hook = (stage: Stage, given: unknown, name: string, probe: Mutant['probes']): Mutant => ({
  kind: 'guard',
  name: `${name} is gone`,
  slug: null,
  loosen: () => without(stage.world.app.config.collections, given),
  probes: probe,
})

/** The hook of this collection that was made for it alone, by a word of its own. */
const madeFor = (stage: Stage, slug: string, word: string): unknown => {
  const found = stage.world
    .config(slug)
    .hooks.beforeChange.find((each) => each.toString().includes(word))
  if (!found) throw new Error(`"${slug}" has no hook with the word ${word}.`)
  return found
}

const handler = (stage: Stage, number: 0 | -1, name: string, probe: Probe): Mutant => ({
  kind: 'guard',
  name: `${name} is gone`,
  slug: null,
  loosen: () => {
    const { upload } = stage.world.config('documents')
    const before = upload.handlers ?? []
    const left = before.at(number)
    upload.handlers = before.filter((each) => each !== left)
    return () => {
      upload.handlers = before
    }
  },
  probes: () => [probe],
})

/** The hooks that have a probe here. */
export const ruleHooks: readonly unknown[] = [
  takeOverrides,
  keepOverrides,
  enforceOnChange,
  enforceOnDelete,
]

export const ruleGuardMutants = (stage: Stage): Mutant[] => [
  hook(stage, takeOverrides, 'takeOverrides', () => [takesOverrides(stage)]),
  hook(stage, keepOverrides, 'keepOverrides', () => [keepsReasons(stage)]),
  hook(stage, enforceOnChange, 'enforceOnChange', () => [keepsRules(stage)]),
  hook(stage, enforceOnDelete, 'enforceOnDelete', () => [keepsRecords(stage)]),
  hook(stage, madeFor(stage, subject, 'isPart2'), 'labelPart2', () => [labels(stage)]),
  handler(stage, 0, 'logDownload', logsDownloads(stage)),
  handler(stage, -1, 'sendFile', sendsClearFiles(stage)),
]
