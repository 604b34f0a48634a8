// A file of 20,000 people: read and checked, written, taken back; and one of 100,000 lines that is refused.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { signedIn } = await import('./office')

const count = 20_000
const tooMany = 100_000

const payload = await getPayload({ config })
const ben = await signedIn(payload, 'ben', ['frontDesk'])

type Answer = { status: number; body: Record<string, unknown> }

const send = async (path: string, body: string | FormData): Promise<Answer> => {
  const request = new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: {
      cookie: ben.cookie,
      origin: 'http://localhost:3000',
      ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
    },
    body,
  })
  const response = await handleEndpoints({ config, request })
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

const inWords = (lines: number): string => lines.toLocaleString('en-US')

const csvOf = (lines: number): string =>
  [
    'Chart number,First name,Last name,DOB,E-mail,State,Status',
    ...Array.from(
      { length: lines },
      (_, at) =>
        `R${at},Person${at},Bench${at % 997},19${50 + (at % 50)}-0${1 + (at % 9)}-1${at % 10},p${at}@example.com,OR,Active`,
    ),
  ].join('\n')

const upload = (lines: number): Promise<Answer> => {
  const form = new FormData()
  form.set('file', new File([csvOf(lines)], `people-${lines}.csv`, { type: 'text/csv' }))
  form.set('_payload', JSON.stringify({ kind: 'patients', fileName: `people-${lines}.csv` }))
  return send('/api/import-runs/file', form)
}

let asked = 0
let peak = 0

/** Goes on until the import waits for somebody, as its page does; every answer says how far it is. */
const settle = async (id: string, wanted: string): Promise<void> => {
  for (;;) {
    const { body } = await send(`/api/import-runs/${id}/continue`, '{}')
    asked += 1
    peak = Math.max(peak, process.memoryUsage.rss())
    if (/^(reading|checking|starting|writing|undoing)$/.test(String(body['status']))) continue
    if (body['status'] === wanted) return
    throw new Error(`The import ended as ${JSON.stringify(body).slice(0, 300)}.`)
  }
}

const must = (answer: Answer, status: number): Record<string, unknown> => {
  if (answer.status === status) return answer.body
  throw new Error(JSON.stringify(answer).slice(0, 400))
}

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1000
}

const refused = await secondsOf(async () => must(await upload(tooMany), 400))
const before = process.memoryUsage.rss()
const { id, rev } = must(await upload(count), 201) as { id: string; rev: number }
const checked = await secondsOf(async () => {
  await send(`/api/import-runs/${id}/check`, JSON.stringify({ rev }))
  await settle(id, 'checked')
})
asked = 0
const written = await secondsOf(async () => {
  must(await send(`/api/import-runs/${id}/start`, '{}'), 200)
  await settle(id, 'done')
})
const told = asked
const takenBack = await secondsOf(async () => {
  must(await send(`/api/import-runs/${id}/undo`, JSON.stringify({ reason: 'Bench' })), 200)
  await settle(id, 'undone')
})

const line = (what: string, unit: string, ours: number, wanted?: string): Line => ({
  part: 'imports',
  what,
  unit,
  ours,
  ...(wanted ? { wanted } : {}),
})
const megabytes = (bytes: number): number => bytes / 1024 / 1024

writeFileSync(
  file,
  JSON.stringify([
    line(`${inWords(count)} lines read and checked`, 'seconds', checked),
    line(`${inWords(count)} people written`, 'seconds', written),
    line('answers meanwhile that said how far it was', 'answers', told),
    line(`${inWords(count)} people taken back`, 'seconds', takenBack),
    line('memory on top of the server’s', 'MB', megabytes(peak - before)),
    line(`${inWords(tooMany)} lines refused in a sentence`, 'seconds', refused),
  ]),
)
process.exit(0)
