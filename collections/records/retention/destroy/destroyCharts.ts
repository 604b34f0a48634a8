import type { BasePayload } from 'payload'
import { asSystem, type LocalApi } from '@/access/asSystem'
import { moveRecord } from '@/collections/treatment/moveRecord'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { patientsOnHold } from '@/hooks/rules/sharing/patientsOnHold'
import { idIn, type StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { randomToken } from '@/src/lib/crypto'
import { runSql } from '@/src/lib/database'
import { isMongo } from '@/src/lib/env'
import { faultPoint } from '@/src/lib/faults'
import { practiceToday } from '@/src/lib/practiceZone'
import { retentionOfCharts } from '../readRetention'
import { destroyChart, surveyChart } from './destroyChart'

type Line = StoredRow & { status: string }

const move = (system: LocalApi, line: Line, set: Record<string, unknown>): Promise<boolean> =>
  moveRecord(system.req, {
    collection: 'destruction-lines',
    id: line.id,
    from: { status: { in: ['listed', 'destroying'] } },
    set,
  })

/** What stands in the way of destroying a chart now; a hold or a new visit may have come since the list was made. */
const obstacleOf = async (system: LocalApi, patient: string): Promise<'held' | 'notDue' | null> => {
  const held = await patientsOnHold(factReader(system.req), [patient])
  if (held.has(patient)) return 'held'
  for await (const [chart] of retentionOfCharts(system.req.payload, [patient])) {
    if (chart?.retention.kind !== 'until' || chart.retention.day > practiceToday()) return 'notDue'
  }
  return null
}

/** Looks again and counts what there is; answers whether the chart is to be destroyed. */
const beginLine = async (system: LocalApi, line: Line, patient: string): Promise<boolean> => {
  if (line.status === 'destroying') return true
  const obstacle = await obstacleOf(system, patient)
  if (obstacle) {
    await move(system, line, { status: obstacle })
    return false
  }
  const { rows, files, keys } = await surveyChart(system.req.payload, patient)
  return move(system, line, {
    status: 'destroying',
    rowsDestroyed: rows,
    filesDestroyed: files,
    keysDestroyed: keys,
  })
}

const destroyLine = async (system: LocalApi, line: Line): Promise<boolean> => {
  const patient = idIn(line, 'patient') ?? ''
  if (!(await beginLine(system, line, patient))) return false
  const event = {
    action: 'destroy-chart',
    collection: 'destruction-lines',
    recordIds: [line.id],
    patientIds: [patient],
    writeId: randomToken(9),
    rules: ['R67'],
  }
  await audit(system.req, { ...event, outcome: 'intended' })
  faultPoint('destroy-chart:before')
  await destroyChart(system.req.payload, patient)
  faultPoint('destroy-chart:after')
  await move(system, line, { status: 'destroyed', destroyedAt: clock.now().toISOString() })
  await audit(system.req, { ...event, outcome: 'done' })
  return true
}

/** Deleted rows leave their bytes in the file of SQLite until it is written anew. */
const scrub = async (payload: BasePayload): Promise<void> => {
  if (isMongo) return
  await runSql(payload, 'VACUUM')
  await runSql(payload, 'PRAGMA wal_checkpoint(TRUNCATE)')
}

const finish = async (system: LocalApi, list: string): Promise<void> => {
  await scrub(system.req.payload)
  await moveRecord(system.req, {
    collection: 'destruction-lists',
    id: list,
    from: { status: { equals: 'approved' } },
    set: { status: 'done', finishedAt: clock.now().toISOString() },
  })
}

/**
 * Destroys the charts of the lists that two people approved. Goes on after a crash where it stood; a list is
 * done when the last of its charts is, and nothing of them is left in the file of the database.
 */
export const destroyCharts = async (payload: BasePayload): Promise<string> => {
  const system = await asSystem(payload, 'Destroy the charts that two people approved')
  const read = factReader(system.req)
  const lists = await read.many('destruction-lists', { status: { equals: 'approved' } })
  let destroyed = 0
  for (const { id } of lists) {
    const lines = await read.many('destruction-lines', {
      and: [{ list: { equals: id } }, { status: { in: ['listed', 'destroying'] } }],
    })
    for (const line of lines) {
      if (await destroyLine(system, line as Line)) destroyed += 1 // every row has an id
    }
    await finish(system, String(id))
  }
  return `${destroyed} charts`
}
