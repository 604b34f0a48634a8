import type { BasePayload } from 'payload'
import { asSystem, type LocalApi } from '@/access/asSystem'
import { ensureTask } from '@/collections/system/ensureTask'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { factReader } from '@/hooks/facts'
import type { FactReader } from '@/hooks/rules/rule'
import { patientsOnHold } from '@/hooks/rules/sharing/patientsOnHold'
import { countOf } from '@/src/domain/countOf'
import type { Retention } from '@/src/domain/retention/retention'
import { idIn } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { practiceToday } from '@/src/lib/practiceZone'
import { type ChartRetention, retentionOfCharts } from './readRetention'

const dueInDays = 30

type Due = ChartRetention & { retention: Extract<Retention, { kind: 'until' }> }

const isDue =
  (today: string) =>
  (chart: ChartRetention): chart is Due =>
    chart.retention.kind === 'until' && chart.retention.day <= today

/** Charts that stand on a list nobody has finished, or that somebody keeps until later. */
const spokenFor = async (
  read: FactReader,
  { charts, today }: { charts: readonly Due[]; today: string },
): Promise<Set<string>> => {
  const ids = charts.map(({ patient }) => patient)
  const lines = ids.length
    ? await read.many('destruction-lines', {
        and: [
          { patient: { in: ids } },
          { status: { in: ['listed', 'held', 'destroying', 'kept'] } },
        ],
      })
    : []
  const lists = lines.length
    ? await read.many('destruction-lists', {
        id: { in: [...new Set(lines.map((line) => idIn(line, 'list') ?? ''))] },
      })
    : []
  const isOpen = new Set(
    lists
      .filter(({ status }) => status === 'open' || status === 'half' || status === 'approved')
      .map(({ id }) => id),
  )
  const standing = lines.filter((line) =>
    line['status'] === 'kept'
      ? String(line['askAgainOn'] ?? '') > today
      : isOpen.has(idIn(line, 'list')),
  )
  const held = await patientsOnHold(read, ids)
  return new Set([...standing.map((line) => idIn(line, 'patient') ?? ''), ...held])
}

/** The rule in words, as it was on that day. */
const basisOf = ({ rule, because }: Due['retention']): string =>
  because === 'service'
    ? `${countOf(rule.yearsFromService, 'year')} from the last service (${rule.citation})`
    : `${countOf(rule.yearsFromMajority ?? 0, 'year')} from majority at ${rule.majorityAge} (${rule.citation})`

const keepLine = (system: LocalApi, list: string, { patient, lastServiceOn, retention }: Due) =>
  ensureRow(system, 'destruction-lines' as never, {
    uniqueKey: `${list}|${patient}`,
    list,
    patient,
    lastServiceOn,
    keptUntil: retention.day,
    basis: basisOf(retention),
    status: 'listed',
  })

/**
 * Makes the month's list of charts whose time is over, with a task for compliance and one for the owner. Charts
 * on legal hold, on an unfinished list or kept for longer are not on it. Repeating it changes nothing.
 */
export const makeDestructionList = async (payload: BasePayload): Promise<string> => {
  const system = await asSystem(payload, 'Monthly list of charts whose time is over')
  const read = factReader(system.req)
  const today = practiceToday()
  const due: Due[] = []
  for await (const charts of retentionOfCharts(payload)) {
    const some = charts.filter(isDue(today))
    const taken = await spokenFor(read, { charts: some, today })
    due.push(...some.filter(({ patient }) => !taken.has(patient)))
  }
  if (!due.length) return 'nothing is due'
  const dueAt = new Date(clock.now().getTime() + dueInDays * 86_400_000)
  const list = (await ensureRow(system, 'destruction-lists' as never, {
    uniqueKey: `destruction|${today.slice(0, 7)}`,
    madeOn: today,
    status: 'open',
    chartCount: due.length,
    dueAt: dueAt.toISOString(),
  })) as { id: string; status: string } // every row has an id
  // This month's list is in work already: what became due since waits for the next.
  if (list.status !== 'open') return 'this month’s list is closed'
  for (const chart of due) await keepLine(system, list.id, chart)
  const what = countOf(due.length, 'chart')
  for (const role of ['compliance', 'owner'] as const) {
    await ensureTask(system, {
      uniqueKey: `destruction|${list.id}|${role}`,
      title: `${what} may be destroyed after approval: the time to keep them is over. Open Retention.`,
      kind: `destruction-${role}`,
      assignedRole: role,
      dueAt,
      collectionSlug: 'destruction-lists',
      recordId: list.id,
      closesOnlyBy: [role],
    })
  }
  return `${what} listed`
}
