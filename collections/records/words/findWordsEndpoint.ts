import type { PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { decide, isGranted } from '@/access/decide'
import { door } from '@/access/doors'
import { fieldClassOf } from '@/access/fieldClasses'
import { mayRead } from '@/access/fieldRights'
import { actorOf } from '@/access/principal'
import { scopeContextOf } from '@/access/scopeContext'
import { audit } from '@/hooks/audit/writer'
import { sealPlanOf, unsealRow } from '@/hooks/sealConfidential'
import { findWords, wordsIn } from '@/src/domain/records/findWords'
import type { StoredRow } from '@/src/domain/row'
import { Refusal } from '@/src/lib/errors'
import { readKeys } from '@/src/lib/keys'
import { plainRows } from '@/src/lib/plainRows'
import { searchableRecords, type WordsLine } from './searchableRecords'

type Searched = (typeof searchableRecords)[number]

const patientsPerRead = 10
const mostHits = 200

const input = z.object({
  words: z.string({ message: 'Type a word to look for.' }).trim().min(2).max(200),
})

type Hit = Extract<WordsLine, { kind: 'hit' }> & { id: string; patientId: string }

const namesOf = async (
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const rows = await plainRows<{ id: string; displayName?: string }>(req.payload, {
    slug: 'patients',
    column: 'id',
    values: ids,
    fields: ['displayName'],
    req,
  })
  return new Map(rows.map(({ id, displayName }) => [id, displayName ?? '']))
}

/** Hits among what the caller may read about some patients in one kind of record. */
const hitsIn = async (
  req: PayloadRequest,
  { record, patients, words }: { record: Searched; patients: readonly string[]; words: string[] },
): Promise<Omit<Hit, 'patient'>[]> => {
  const { slug, day, path, label } = record
  const scope = await decide(req, slug, 'read')
  const { principals } = actorOf(req)
  const readable = (sealPlanOf(slug)?.fields ?? []).filter((name) =>
    mayRead(principals, fieldClassOf(slug, name)),
  )
  if (scope === false || !readable.length) return []
  const about: Where = { patient: { in: [...patients] } }
  const { docs } = await req.payload.db.find<StoredRow>({
    collection: slug,
    where: scope === true ? about : { and: [about, scope] },
    select: { recordUid: true, sealed: true, patient: true, [day]: true },
    limit: 0,
    pagination: false,
    req,
  })
  const hits: Omit<Hit, 'patient'>[] = []
  for (const row of docs) {
    const texts = await unsealRow(req, slug, row)
    const shown = readable.map((name) => texts[name]).filter((text) => typeof text === 'string')
    const found = findWords(shown, words)
    if (!found) continue
    hits.push({
      kind: 'hit',
      id: row.id,
      patientId: String(row['patient']),
      record: label,
      day: String(row[day] ?? ''),
      href: `${path}${row.id}`,
      snippet: found.snippet,
    })
  }
  return hits
}

/** The reading of what was found is in the log before it leaves; the words themselves are not. */
const logHits = async (
  req: PayloadRequest,
  record: Searched,
  hits: readonly Omit<Hit, 'patient'>[],
): Promise<void> => {
  if (!hits.length) return
  await audit(req, {
    action: 'found-words',
    outcome: 'seen',
    collection: record.slug,
    recordIds: hits.map(({ id }) => id),
    patientIds: [...new Set(hits.map(({ patientId }) => patientId))],
  })
}

async function* search(req: PayloadRequest, words: string[]): AsyncGenerator<WordsLine> {
  const { caseload, supervisees } = await scopeContextOf(req)
  const patients = [...new Set([...caseload, ...supervisees])]
  let hits = 0
  for (let done = 0; done < patients.length && hits < mostHits; done += patientsPerRead) {
    const some = patients.slice(done, done + patientsPerRead)
    await readKeys(
      req.payload,
      'general',
      some.map((id) => `patient:${id}`),
    )
    for (const record of searchableRecords) {
      const found = await hitsIn(req, { record, patients: some, words })
      await logHits(req, record, found)
      const names = await namesOf(req, [...new Set(found.map(({ patientId }) => patientId))])
      for (const { id, patientId, ...hit } of found)
        yield { ...hit, patient: names.get(patientId) ?? '' }
      hits += found.length
    }
    yield {
      kind: 'progress',
      done: Math.min(done + patientsPerRead, patients.length),
      total: patients.length,
    }
  }
  yield { kind: 'end', hits, isCutOff: hits >= mostHits }
}

const streamOf = (lines: AsyncGenerator<WordsLine>): ReadableStream<Uint8Array> => {
  const encoder = new TextEncoder()
  return new ReadableStream({
    pull: async (controller) => {
      const { value, done } = await lines.next()
      if (done) return controller.close()
      controller.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    cancel: () => lines.return(undefined).then(() => undefined),
  })
}

/**
 * `POST /api/progress-notes/find-words` {words}: looks through the charts of the caller's own caseload, and of
 * those they supervise, by opening one text after the other; there is no index of what people said. Answers
 * one JSON line per hit, per step and at the end, as it goes (`WordsLine`).
 */
export const findWordsEndpoint = door('policy', {
  method: 'post',
  path: '/find-words',
  handler: async (req) => {
    if (actorOf(req).kind === 'anonymous') throw new Refusal('signed-out', 'Sign in first.')
    if (actorOf(req).kind !== 'staff' || !isGranted(req, 'progress-notes', 'read'))
      throw new Refusal(
        'not-granted',
        'Only those who treat patients can look through their charts.',
      )
    const parsed = input.safeParse(await req.json?.())
    const words = parsed.success ? wordsIn(parsed.data.words) : []
    if (!words.length)
      throw new Refusal('invalid', [
        { path: 'words', message: 'Type at least one word of two letters or more.' },
      ])
    return new Response(streamOf(search(req, words)), {
      headers: { 'Content-Type': 'application/x-ndjson; charset=utf-8' },
    })
  },
})
