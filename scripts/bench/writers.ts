// Booking visits and signing notes on distinct records: ten writers at once against one after the other.
import { writeFileSync } from 'node:fs'
import type { Line } from './lines'

const [, , file = ''] = process.argv
const { getPayload, handleEndpoints } = await import('payload')
const { default: config } = await import('@payload-config')
const { addPeople, signedIn, takeCareOf } = await import('./office')
const { median } = await import('./load')

const perTurn = 60
const rounds = 7
const writers = 10
const clinicians = 20

const payload = await getPayload({ config })

const ben = await signedIn(payload, 'ben', ['frontDesk'])
const kim = await signedIn(payload, 'kim', ['clinician'])

const location = String(
  (
    await payload.db.create({
      collection: 'locations',
      data: {
        name: 'Harbour',
        slug: 'harbour',
        timeZone: 'America/Los_Angeles',
        placeOfService: '11',
        isActive: true,
        rev: 1,
      },
    })
  ).id,
)

const team: string[] = []
for (let number = 0; number < clinicians; number += 1)
  team.push((await signedIn(payload, `therapist${number}`, ['clinician'])).userId)

// Two sides of as many turns, and one turn to warm up.
const needed = perTurn * (rounds + 1) * 2
const people = await addPeople(payload, { from: 0, to: needed, clinician: kim.userId })
await takeCareOf(payload, kim.userId, people)
for (const [at, staff] of team.entries())
  await takeCareOf(
    payload,
    staff,
    people.filter((_, place) => place % clinicians === at),
  )

const send = async (cookie: string, path: string, body: unknown): Promise<string> => {
  const request = new Request(`http://localhost:3000${path}`, {
    method: 'POST',
    headers: {
      cookie,
      origin: 'http://localhost:3000',
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(body),
  })
  const response = await handleEndpoints({ config, request })
  const answer = (await response.json()) as { id?: string; doc?: { id: string } }
  if (response.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer).slice(0, 400)}`)
  return answer.id ?? answer.doc?.id ?? ''
}

const day = 86_400_000
// A Monday at nine in Seattle, weeks ahead.
const firstStart = Math.ceil(Date.now() / (7 * day)) * 7 * day + 4 * day + 17 * 3_600_000

/** The visit of person number `at`: every twenty people share an hour, each with another therapist. */
const book = (at: number): Promise<string> => {
  const slot = Math.floor(at / clinicians)
  const start = firstStart + Math.floor(slot / 6) * day + (slot % 6) * 3_600_000
  return send(ben.cookie, '/api/appointments/book', {
    patient: people[at]?.id,
    clinician: team[at % clinicians],
    startsAt: new Date(start).toISOString(),
    minutes: 50,
    kind: 'individual',
    format: 'phone',
    location,
  })
}

const notes: string[] = []

const sign = (at: number): Promise<string> =>
  send(kim.cookie, `/api/progress-notes/${notes[at]}/sign`, {})

for (const { id: patient } of people)
  notes.push(
    await send(kim.cookie, '/api/progress-notes', {
      kind: 'contact',
      patient,
      contactAt: new Date(Date.now() - 3_600_000).toISOString(),
      contactMinutes: 10,
      contactKind: 'phone',
      contactWith: 'Patient',
      reported: 'Asked whether the appointment could be later.',
      intervention: 'Agreed on a later time.',
      riskStatus: 'denied',
    }),
  )

const perSecond = async (
  work: (at: number) => Promise<unknown>,
  from: number,
  lanes: number,
): Promise<number> => {
  let next = from
  const lane = async (): Promise<void> => {
    while (next < from + perTurn) {
      const at = next
      next += 1
      await work(at)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: lanes }, lane))
  return perTurn / ((performance.now() - startedAt) / 1000)
}

const measure = async (what: string, work: (at: number) => Promise<unknown>): Promise<Line> => {
  let from = 0
  const turn = async (lanes: number): Promise<number> => {
    const speed = await perSecond(work, from, lanes)
    from += perTurn
    return speed
  }
  const one: number[] = []
  const ten: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    // They take turns in who goes first.
    const first = round % 2 ? 1 : writers
    const speeds = new Map([[first, await turn(first)]])
    const second = first === 1 ? writers : 1
    speeds.set(second, await turn(second))
    if (round === 0) continue
    one.push(speeds.get(1) ?? 0)
    ten.push(speeds.get(writers) ?? 0)
  }
  return {
    part: 'writers',
    what: `${what}, ten at once against one`,
    unit: 'requests/s',
    ours: median(ten),
    against: median(one),
    ratio: median(ten.map((speed, at) => speed / (one[at] ?? 1))),
    wanted: '>= 0.9',
  }
}

const lines = [await measure('booking a visit', book), await measure('signing a note', sign)]
writeFileSync(file, JSON.stringify(lines))
process.exit(0)
