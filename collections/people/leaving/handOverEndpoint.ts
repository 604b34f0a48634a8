import { addDataAndFileToRequest, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { asSystem } from '@/access/asSystem'
import { isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { actorOf } from '@/access/principal'
import { checkStepUp } from '@/hooks/actions/stepUp'
import { audit } from '@/hooks/audit/writer'
import { factReader } from '@/hooks/facts'
import { parseInput } from '@/hooks/parseInput'
import { openKinds, openWorkOf } from '@/hooks/rules/people/openWork'
import { rolesOn } from '@/src/domain/people/roleEnds'
import type { Row, StoredRow } from '@/src/domain/row'
import { clock } from '@/src/lib/clock'
import { isRefusal, notFound, Refusal } from '@/src/lib/errors'
import { isId } from '@/src/lib/ids'
import { practiceToday } from '@/src/lib/practiceZone'
import { moves } from './moves'

const schema = z.object({
  to: z.string({ error: 'Choose who takes over.' }).min(1, 'Choose who takes over.').max(64),
  kinds: z.array(z.enum(openKinds)).max(openKinds.length).optional(),
  /** Only these records; all of the kinds without it. */
  ids: z.array(z.string().max(64)).max(5_000).optional(),
})

const inputOf = async (req: PayloadRequest): Promise<z.infer<typeof schema>> => {
  await addDataAndFileToRequest(req)
  return parseInput(schema, req.data ?? {})
}

/** The person an address names, for those who may let somebody go. */
export const leavingPerson = async (req: PayloadRequest): Promise<StoredRow> => {
  if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
  if (!isGranted(req, 'staff', 'deactivate'))
    throw new Refusal('not-granted', 'An owner hands over the work of somebody who leaves.')
  const id = String(req.routeParams?.['id'] ?? '')
  const person = isId(id) ? await factReader(req).one('staff', id) : null
  if (!person) throw notFound()
  return { ...person, id }
}

const successorOf = async (req: PayloadRequest, id: string, from: string): Promise<Row> => {
  const successor = isId(id) ? await factReader(req).one('staff', id) : null
  const bad = (message: string) => new Refusal('invalid', [{ path: 'to', message }])
  if (!successor || id === from) throw bad('Choose somebody else who works here.')
  if (successor['isActive'] !== true || !rolesOn(successor, practiceToday()).length)
    throw bad(`${successor['name']} cannot take over: they do not work here, or have no role.`)
  return successor
}

type Line = {
  kind: string
  recordId: string
  outcome: 'moved' | 'ended' | 'stays'
  /** For who asked. It may name a patient and is not kept; the rule's id is. */
  sentence: string
  rule: string
}

const whyIn = (error: unknown): Pick<Line, 'rule' | 'sentence'> => {
  if (!isRefusal(error)) throw error
  const rules = error.findings.flatMap(({ rule }) => (rule ? [rule] : []))
  return {
    sentence: error.findings.map(({ message }) => message).join(' '),
    rule: [...new Set(rules)].join(' '),
  }
}

const stayed = (rule: string, sentence: string): string =>
  sentence ? (rule ? `Kept by ${rule}.` : 'Not possible at that moment.') : ''

/**
 * POST /api/staff/:id/hand-over {to, kinds?, ids?}: everything of these kinds, or these records, goes to one
 * colleague. Each is moved as the person who asks and under its own rules; what a rule keeps stays, with its
 * sentence. Asking again goes on with what is left.
 */
export const handOverEndpoint = door('policy', {
  method: 'post',
  path: '/:id/hand-over',
  handler: async (req) => {
    const person = await leavingPerson(req)
    const input = await inputOf(req)
    await successorOf(req, input.to, person.id)
    await checkStepUp(req)
    const when = { now: clock.now(), today: practiceToday() }
    const open = await openWorkOf(factReader(req), person.id, when)
    const system = await asSystem(req, 'A line of a hand-over')
    const lines: Line[] = []
    for (const [kind, move] of moves) {
      if (input.kinds && !input.kinds.includes(kind)) continue
      for (const row of open[kind]) {
        const recordId = String(row['id'])
        if (input.ids && !input.ids.includes(recordId)) continue
        const line = { kind, recordId }
        try {
          const outcome = await move({ req, row, from: person.id, to: input.to })
          lines.push({ ...line, outcome, sentence: '', rule: '' })
        } catch (error) {
          lines.push({ ...line, outcome: 'stays', ...whyIn(error) })
        }
      }
    }
    const at = clock.now().toISOString()
    for (const { rule, sentence, ...line } of lines) {
      const uniqueKey = `${person.id}|${line.kind}|${line.recordId}|${crypto.randomUUID()}`
      const who = { staff: person.id, successor: input.to, doneBy: actorOf(req).id }
      await system.create({
        collection: 'handovers',
        data: { ...line, ...who, uniqueKey, at, sentence: stayed(rule, sentence) },
      })
    }
    await audit(req, {
      action: 'hand-over',
      outcome: 'done',
      collection: 'staff',
      recordIds: [person.id, input.to],
      rules: ['R97'],
    })
    const count = (outcome: Line['outcome']) =>
      lines.filter((line) => line.outcome === outcome).length
    return Response.json(
      { moved: count('moved'), ended: count('ended'), stays: count('stays'), lines },
      { headers: { 'cache-control': 'no-store' } },
    )
  },
})
