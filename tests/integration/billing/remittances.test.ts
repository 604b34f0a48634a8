import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clock } from '@/src/lib/clock'
import {
  type Billed,
  balance,
  checkBooks,
  type EraClaim,
  era,
  importEra,
  makeClaim,
  makeOffice,
  type Office,
  postEra,
  submit,
} from '@/tests/support/billing'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { makePortalUser, type Person, read } from '@/tests/support/people'
import { crashAndRecover, messageIn, race, rowsOf, statuses } from '@/tests/support/practice'
import { describeShared, type SharedFile, sharedFiles } from '@/tests/support/sharedData'

let app: TestApp
let office: Office
let dana: Person

beforeAll(async () => {
  app = await bootApp()
  office = await makeOffice(app)
  dana = office.dana
})

afterAll(async () => {
  await checkBooks(app)
  clock.reset()
  await app.stop()
})

const sent = async (): Promise<Billed> => {
  const billed = await makeClaim(office)
  await submit(office, billed.claim)
  return billed
}

/** $180 charged, $96 paid, $64 contractual, $20 from the patient. */
const answered = ({ controlNumber, memberId }: Billed, more: Partial<EraClaim> = {}): EraClaim => ({
  controlNumber,
  memberId,
  chargeCents: 18_000,
  paidCents: 9_600,
  adjustments: [
    ['CO', '45', 6_400],
    ['PR', '3', 2_000],
  ],
  ...more,
})

const remittance = async (id: string) => read(app, 'remittances', id)

const itemsOf = (id: string) => rowsOf(app, 'remittance-items', { remittance: id })

const importOnly = async (text: string): Promise<string> => {
  const answer = await importEra(dana.client, text)
  expect(answer.status).toBe(201)
  return answer.body.id
}

const suspense = async (): Promise<number> =>
  (await rowsOf(app, 'ledger-entries', { account: 'payerSuspense' })).reduce(
    (sum, row) => sum - Number(row['amountCents']),
    0,
  )

describe('importing', () => {
  it('takes JSON, a file, and plain text, and keeps the text from every reader', async () => {
    const json = era({
      claims: [
        { controlNumber: 'CANARY-837', memberId: 'CANARYMEMBER', chargeCents: 100, paidCents: 100 },
      ],
    })
    const id = await importOnly(json)
    for (const person of [dana, office.rosa]) {
      const shown = await person.client.get(`/api/remittances/${id}`)
      expect(shown.status).toBe(200)
      expect(JSON.stringify(shown.body)).not.toContain('CANARYMEMBER')
    }
    const stored = await rowsOf(app, 'remittances', { id })
    expect(JSON.stringify(stored)).not.toContain('CANARYMEMBER')
    const form = new FormData()
    form.append(
      'file',
      new Blob([era({ claims: [{ controlNumber: 'X', chargeCents: 100, paidCents: 100 }] })]),
      'era.835',
    )
    const file = await dana.client.raw('/api/remittances', { method: 'POST', body: form })
    expect(file.status).toBe(201)
    expect(await remittance(file.body.id)).toMatchObject({
      fileName: 'era835',
      paymentCents: 100,
      payerName: 'Aetna',
    })
    const plain = await dana.client.raw('/api/remittances', {
      method: 'POST',
      body: era({ claims: [{ controlNumber: 'Y', chargeCents: 100, paidCents: 100 }] }),
      headers: { 'content-type': 'text/plain' },
    })
    expect(plain.status).toBe(201)
  })

  it('answers the first import when the same file comes again, in another envelope too', async () => {
    const text = era({ claims: [{ controlNumber: 'AGAIN', chargeCents: 100, paidCents: 100 }] })
    const id = await importOnly(text)
    const again = await importEra(dana.client, text)
    expect([again.status, again.body.id, again.body.isDuplicate]).toEqual([200, id, true])
    const fetchedAgain = text.replace(/\*0001~/g, '*0099~').replaceAll('ST*835*0001', 'ST*835*0099')
    expect((await importEra(dana.client, fetchedAgain)).body.id).toBe(id)
    const action = await dana.client.post('/api/remittances/import', { text })
    expect(action.status).toBe(409)
  })

  it('makes one remittance when five people import it at once', async () => {
    const text = era({ claims: [{ controlNumber: 'FIVE', chargeCents: 100, paidCents: 100 }] })
    const answers = await Promise.all([1, 2, 3, 4, 5].map(() => importEra(dana.client, text)))
    expect(answers.every(({ status }) => status === 200 || status === 201)).toBe(true)
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1)
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
  })

  it('is for billing', async () => {
    const text = era({ claims: [{ controlNumber: 'NO', chargeCents: 100, paidCents: 100 }] })
    expect((await importEra(office.kim.client, text)).status).toBe(403)
    expect((await importEra(office.ben.client, text)).status).toBe(403)
    expect((await importEra(clientOf(app), text)).status).toBe(401)
    expect((await office.kim.client.post('/api/remittances/import', { text })).status).toBe(403)
    expect(
      (await dana.client.graphql('mutation { createRemittance(data: {}) { id } }')).body.errors
        .length,
    ).toBeGreaterThan(0)
  })

  it('says what is wrong with what is not a remittance', async () => {
    for (const text of ['', 'hello', '{}', 'ISA*00*', 'ISA*00~GS*HC~ST*837*0001~SE*1*0001~']) {
      const answer = await importEra(dana.client, text)
      expect(answer.status, text).toBe(400)
      expect(messageIn(answer), text).toContain(text ? 'begins with ISA' : 'Choose the 835 file')
    }
    expect((await dana.client.post('/api/remittances', { text: 7 })).status).toBe(400)
  })
})

describe('posting', () => {
  it('posts what matches and parks the rest with its reason, to the cent', async () => {
    const [one, two, three] = [await sent(), await sent(), await sent()]
    const draft = await makeClaim(office)
    const posted = await postEra(
      office,
      era({
        claims: [
          answered(one),
          answered(two, { controlNumber: 'LOST', modifiers: ['95'] }),
          answered(three, { chargeCents: 17_000, paidCents: 8_600 }),
          answered(draft),
          { controlNumber: 'NOBODYS', chargeCents: 5_000, paidCents: 5_000, code: '90837' },
        ],
        plb: [['WO:OLD', 1_000]],
      }),
    )
    expect(posted.status).toBe(200)
    const total = 9_600 + 9_600 + 8_600 + 9_600 + 5_000 - 1_000
    const { result, id } = posted.body
    expect(result).toMatchObject({ status: 'posted', paymentCents: total, matched: 2, parked: 3 })
    expect(result.postedCents + result.parkedCents).toBe(total)
    const items = await itemsOf(id)
    expect(items.map((item) => item['code'] ?? item['matchedBy']).sort()).toEqual(
      ['CHARGE_DIFFERS', 'NOT_SENT', 'NO_MATCH', 'claimNumber', 'memberAndDate'].sort(),
    )
    const shown = await dana.client.get(
      `/api/remittance-items?where[remittance][equals]=${id}&where[status][equals]=parked`,
    )
    for (const item of shown.body.docs) expect(item.reason.length).toBeGreaterThan(20)
    expect(await balance(office, two.patient)).toMatchObject({ dueCents: 2_000, payersDueCents: 0 })
    expect(await balance(office, three.patient)).toMatchObject({
      dueCents: 0,
      payersDueCents: 18_000,
    })
  })

  it('parks a file that does not balance as a whole', async () => {
    const billed = await sent()
    const before = await suspense()
    const posted = await postEra(office, era({ claims: [answered(billed)], totalCents: 9_700 }))
    expect(posted.body.result).toMatchObject({
      status: 'parked',
      postedCents: 0,
      parkedCents: 9_700,
      matched: 0,
      parked: 1,
    })
    expect((await read(app, 'claims', billed.claim))['status']).toBe('submitted')
    expect(await suspense()).toBe(before + 9_700)
    const [item] = await itemsOf(posted.body.id)
    const match = await dana.client.post(`/api/remittance-items/${item?.id}/match`, {
      claim: billed.claim,
    })
    expect(match.status).toBe(422)
    const dismissed = await dana.client.post(`/api/remittance-items/${item?.id}/dismiss`, {
      reason: 'A corrected file came',
    })
    expect(dismissed.status).toBe(200)
    expect(await suspense()).toBe(before)
  })

  it('posts the whole file once the money of the one that was cut off is dismissed', async () => {
    const billed = await sent()
    const whole = era({ claims: [answered(billed)] })
    const cut = whole.slice(0, whole.indexOf('SE*'))
    const before = await suspense()
    const broken = await postEra(office, cut)
    expect(broken.body.result).toMatchObject({ status: 'parked', parkedCents: 9_600 })
    const id = await importOnly(whole)
    const tooEarly = await dana.client.post(`/api/remittances/${id}/post`)
    expect(tooEarly.status).toBe(409)
    expect(messageIn(tooEarly)).toContain('dismiss it there, then post this one')
    const [item] = await itemsOf(broken.body.id)
    const shown = await dana.client.get(`/api/remittance-items/${item?.id}`)
    expect(shown.body.reason).toContain('Fetch the file again')
    await dana.client.post(`/api/remittance-items/${item?.id}/dismiss`, { reason: 'Came again.' })
    const posted = await dana.client.post(`/api/remittances/${id}/post`)
    expect(posted.status).toBe(200)
    expect(posted.body.result).toMatchObject({ status: 'posted', postedCents: 9_600 })
    expect(await suspense()).toBe(before)
    expect(await balance(office, billed.patient)).toMatchObject({ dueCents: 2_000 })
  })

  it('undoes a payment that the payer takes back and posts the corrected one', async () => {
    const billed = await sent()
    await postEra(office, era({ claims: [answered(billed, { payerClaimNumber: 'ICN-1' })] }))
    const corrected = await postEra(
      office,
      era({
        claims: [
          answered(billed, {
            statusCode: '22',
            payerClaimNumber: 'ICN-1',
            chargeCents: -18_000,
            paidCents: -9_600,
            adjustments: [
              ['CO', '45', -6_400],
              ['PR', '3', -2_000],
            ],
          }),
          answered(billed, {
            payerClaimNumber: 'ICN-2',
            paidCents: 11_600,
            adjustments: [['CO', '45', 6_400]],
          }),
        ],
      }),
    )
    expect(corrected.body.result).toMatchObject({
      status: 'posted',
      matched: 2,
      parked: 0,
      postedCents: 2_000,
    })
    expect(await read(app, 'claims', billed.claim)).toMatchObject({
      status: 'paid',
      paidCents: 11_600,
      patientShareCents: 0,
      payerClaimNumber: 'ICN-2',
    })
    expect(await balance(office, billed.patient)).toMatchObject({ dueCents: 0, payersDueCents: 0 })
  })

  it('posts once when five people post it, and not again', async () => {
    const billed = await sent()
    const id = await importOnly(era({ claims: [answered(billed)] }))
    const answers = await race(dana.client, `/api/remittances/${id}/post`)
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await rowsOf(app, 'postings', { claim: billed.claim })).toHaveLength(1)
    expect((await dana.client.post(`/api/remittances/${id}/post`)).status).toBe(409)
    expect((await office.kim.client.post(`/api/remittances/${id}/post`)).status).toBe(404)
    expect((await office.rosa.client.post(`/api/remittances/${id}/post`)).status).toBe(403)
  })

  it('pays a claim once when two remittances pay it at the same moment', async () => {
    const billed = await sent()
    const ids = [
      await importOnly(era({ claims: [answered(billed, { payerClaimNumber: 'SAME' })] })),
      await importOnly(era({ claims: [answered(billed, { payerClaimNumber: 'SAME' })] })),
    ]
    const answers = await Promise.all(
      ids.map((id) => dana.client.post(`/api/remittances/${id}/post`)),
    )
    expect(statuses(answers)).toEqual([200, 200])
    const all = (await Promise.all(ids.map(itemsOf))).flat()
    expect(all.map((item) => item['status']).sort()).toEqual(['matched', 'parked'])
    expect(all.find((item) => item['status'] === 'parked')?.['code']).toBe('ALREADY_POSTED')
    for (const id of ids) {
      const row = await remittance(id)
      expect(Number(row['postedCents']) + Number(row['parkedCents'])).toBe(9_600)
    }
    expect(await balance(office, billed.patient)).toMatchObject({
      dueCents: 2_000,
      payersDueCents: 0,
    })
  })
})

describe('E7 a day of denials', () => {
  it('posts what was paid, keeps denials open as work, queues the unknown', async () => {
    const billed: Billed[] = []
    for (let count = 0; count < 10; count += 1) billed.push(await sent())
    const video = await makeClaim(office, { kind: 'individual', minutes: 55, format: 'video' })
    await submit(office, video.claim)
    const [co16, co197] = billed.slice(8)
    if (!co16 || !co197) throw new Error('ten claims were made')
    const refused = (claim: Billed, carc: string): EraClaim =>
      answered(claim, { paidCents: 0, statusCode: '4', adjustments: [['CO', carc, 18_000]] })
    const posted = await postEra(
      office,
      era({
        claims: [
          ...billed.slice(0, 8).map((claim) => answered(claim)),
          refused(co16, '16'),
          refused(co197, '197'),
          {
            controlNumber: 'THEIRS',
            memberId: video.memberId,
            code: '90837',
            modifiers: [],
            chargeCents: 16_000,
            paidCents: 16_000,
          },
          { controlNumber: 'UNKNOWN', chargeCents: 7_000, paidCents: 7_000 },
        ],
      }),
    )
    expect(posted.body.result).toMatchObject({
      matched: 11,
      parked: 1,
      postedCents: 8 * 9_600 + 16_000,
      parkedCents: 7_000,
    })
    expect(await read(app, 'claims', video.claim)).toMatchObject({
      status: 'paid',
      paidCents: 16_000,
    })
    for (const [claim, code] of [
      [co16, 'CO-16'],
      [co197, 'CO-197'],
    ] as const) {
      expect(await read(app, 'claims', claim.claim)).toMatchObject({
        status: 'denied',
        denialCodes: code,
      })
      expect(await balance(office, claim.patient)).toMatchObject({
        dueCents: 0,
        payersDueCents: 18_000,
      })
      const early = await dana.client.post('/api/statements/issue', { patient: claim.patient })
      expect(early.body.errors[0].rule).toBe('R82')
    }
    expect(await rowsOf(app, 'ledger-entries', { account: 'writeOff' })).toHaveLength(0)
  })
})

describe('interrupted', () => {
  const points = [
    'remittances.post:before-commit',
    'remittances.post:after-commit',
    'remittances.post:before-matched',
    'remittances.post:claim-1',
    'remittances.post:before-parked',
    'remittances.post:before-adjustments',
    'remittances.post:before-finish',
    'remittances.post:before-done',
  ]
  for (const point of points) {
    it(`ends as if nothing had happened after a stop at ${point}`, async () => {
      const [one, two] = [await sent(), await sent()]
      const id = await importOnly(
        era({
          claims: [
            answered(one),
            answered(two),
            { controlNumber: `P${point}`.slice(0, 20), chargeCents: 100, paidCents: 100 },
          ],
          plb: [['L6', -50]],
        }),
      )
      const headers = { 'Idempotency-Key': `post-${id}` }
      await crashAndRecover(app, {
        point,
        call: () => dana.client.post(`/api/remittances/${id}/post`, {}, headers),
      })
      const repeated = await dana.client.post(`/api/remittances/${id}/post`, {}, headers)
      expect([repeated.status, repeated.body.isReplay]).toEqual([200, true])
      expect(await remittance(id)).toMatchObject({
        status: 'posted',
        postedCents: 19_250,
        parkedCents: 100,
        pendingAction: null,
      })
      expect(await rowsOf(app, 'postings', { remittance: id })).toHaveLength(4)
      expect(await itemsOf(id)).toHaveLength(3)
      expect(await balance(office, two.patient)).toMatchObject({
        dueCents: 2_000,
        payersDueCents: 0,
      })
      await checkBooks(app)
    })
  }

  it('imports whole after a stop', async () => {
    const one = era({ claims: [{ controlNumber: 'S1', chargeCents: 100, paidCents: 100 }] })
    const two = era({ claims: [{ controlNumber: 'S2', chargeCents: 200, paidCents: 200 }] })
    for (const point of [
      'remittances.import:before-commit',
      'remittances.import:after-commit',
      'remittances.import:before-done',
    ]) {
      const text = `${one}${two}`.replaceAll('EFT', `${point.length}`)
      await crashAndRecover(app, {
        point,
        call: () => dana.client.post('/api/remittances', { text }),
      })
      const answer = await importEra(dana.client, text)
      expect(answer.body.remittances).toHaveLength(2)
      for (const { id } of answer.body.remittances) {
        expect((await dana.client.post(`/api/remittances/${id}/post`)).status).toBe(200)
      }
    }
  })
})

describe('parked money', () => {
  const parkedOne = async () => {
    const billed = await sent()
    const posted = await postEra(
      office,
      era({
        claims: [
          answered(billed, { controlNumber: `WRONG${billed.controlNumber}`, memberId: 'OTHER' }),
        ],
      }),
    )
    const [item] = await itemsOf(posted.body.id)
    expect(item).toMatchObject({ status: 'parked', code: 'NO_MATCH', amountCents: 9_600 })
    return { billed, item: item?.id ?? '' }
  }

  it('is matched with a claim by hand, once', async () => {
    const before = await suspense()
    const { billed, item } = await parkedOne()
    expect(await suspense()).toBe(before + 9_600)
    const answers = await race(dana.client, `/api/remittance-items/${item}/match`, {
      claim: billed.claim,
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await suspense()).toBe(before)
    expect(await read(app, 'remittance-items', item)).toMatchObject({
      status: 'matched',
      matchedBy: 'hand',
      claim: billed.claim,
      patient: billed.patient,
    })
    expect(await balance(office, billed.patient)).toMatchObject({
      dueCents: 2_000,
      payersDueCents: 0,
    })
    expect((await read(app, 'claims', billed.claim))['status']).toBe('patientOwes')
  })

  it('ends well after a stop in the middle of matching', async () => {
    for (const point of [
      'remittance-items.match:after-commit',
      'remittance-items.match:before-post',
      'remittance-items.match:before-done',
    ]) {
      const { billed, item } = await parkedOne()
      const before = await suspense()
      await crashAndRecover(app, {
        point,
        call: () =>
          dana.client.post(`/api/remittance-items/${item}/match`, { claim: billed.claim }),
      })
      expect(await suspense()).toBe(before - 9_600)
      expect(await balance(office, billed.patient)).toMatchObject({
        dueCents: 2_000,
        payersDueCents: 0,
      })
    }
  })

  it('refuses a claim it does not fit, an unknown one, and other roles', async () => {
    const { item } = await parkedOne()
    const other = await sent()
    const paid = era({ claims: [answered(other)] })
    await postEra(office, paid)
    const path = `/api/remittance-items/${item}/match`
    expect((await dana.client.post(path, { claim: 'nothing' })).status).toBe(400)
    expect((await dana.client.post(path, {})).status).toBe(400)
    const draft = await makeClaim(office)
    const unsent = await dana.client.post(path, { claim: draft.claim })
    expect([unsent.status, unsent.body.errors[0].rule]).toEqual([422, 'R81'])
    expect((await office.ben.client.post(path, { claim: other.claim })).status).toBe(404)
    expect((await office.rosa.client.post(path, { claim: other.claim })).status).toBe(403)
    const ana = await makePortalUser(app, other.patient, 'parked@example.test')
    expect((await ana.client.get('/api/remittance-items')).status).toBe(403)
  })

  it('is dismissed with a reason, once', async () => {
    const { item } = await parkedOne()
    const before = await suspense()
    expect((await dana.client.post(`/api/remittance-items/${item}/dismiss`, {})).status).toBe(400)
    const answers = await race(dana.client, `/api/remittance-items/${item}/dismiss`, {
      reason: 'Sent back to the payer',
    })
    expect(statuses(answers)).toEqual([200, 409, 409, 409, 409])
    expect(await suspense()).toBe(before - 9_600)
  })
})

const isRemittance = ({ bytes }: SharedFile): boolean =>
  /ST[*|^]835/.test(Buffer.from(bytes).toString('latin1'))

describeShared('R81 every sample remittance', 'x12', () => {
  for (const { name, bytes } of sharedFiles('x12').filter(isRemittance)) {
    it(`posts or parks ${name} to the cent`, {
      timeout: 240_000,
    }, async () => {
      const form = new FormData()
      form.append('file', new Blob([Uint8Array.from(bytes)]), 'sample.835')
      const imported = await dana.client.raw('/api/remittances', { method: 'POST', body: form })
      expect([200, 201, 400]).toContain(imported.status)
      if (imported.status === 400) return expect(messageIn(imported).length).toBeGreaterThan(10)
      for (const { id, status } of imported.body.remittances) {
        if (status !== 'imported') continue
        const posted = await dana.client.post(`/api/remittances/${id}/post`)
        expect([200, 409]).toContain(posted.status)
        if (posted.status === 409) {
          expect(posted.body.errors[0].rule).toBe('R81')
          continue
        }
        const { postedCents, parkedCents, paymentCents } = posted.body.result
        expect(postedCents + parkedCents).toBe(paymentCents)
        expect(['posted', 'parked']).toContain(posted.body.result.status)
      }
    })
  }
})

describe('an explanation on paper', () => {
  const paper = async (billed: Billed, more: Record<string, unknown> = {}) => {
    const [line] = await rowsOf(app, 'claim-lines', { claim: billed.claim })
    return {
      payer: office.aetna,
      number: `CHK-${billed.controlNumber}`,
      paidOn: '2026-04-10',
      lines: [{ line: line?.id, paidCents: 9_600, contractualCents: 6_400, copayCents: 2_000 }],
      ...more,
    }
  }
  const enter = (body: unknown) => dana.client.post('/api/remittances/enter', body)

  it('is posted like a file of the payer, to the cent, and once', async () => {
    const billed = await sent()
    const body = await paper(billed)
    const made = await enter(body)
    expect(made.status, messageIn(made)).toBe(201)
    expect(await remittance(made.body.id)).toMatchObject({
      status: 'imported',
      paymentCents: 9_600,
      paymentMethod: 'CHK',
      traceNumber: body.number,
      payer: body.payer,
    })
    const posted = await dana.client.post(`/api/remittances/${made.body.id}/post`, {})
    expect(posted.status, messageIn(posted)).toBe(200)
    expect(await read(app, 'claims', billed.claim)).toMatchObject({
      status: 'patientOwes',
      paidCents: 9_600,
    })
    const again = await enter(body)
    expect([again.status, messageIn(again)]).toEqual([
      409,
      expect.stringContaining('was imported before'),
    ])
  })

  it('may deny, with the code that stands on it', async () => {
    const billed = await sent()
    const body = await paper(billed)
    const lines = body.lines.map(({ line }) => ({ line, deniedCents: 18_000, deniedCode: '197' }))
    const made = await enter({ ...body, lines })
    expect(made.status, messageIn(made)).toBe(201)
    await dana.client.post(`/api/remittances/${made.body.id}/post`, {})
    expect(await read(app, 'claims', billed.claim)).toMatchObject({ status: 'denied' })
  })

  it('says in one sentence what does not add up, and takes nothing', async () => {
    const billed = await sent()
    const body = await paper(billed)
    const line = body.lines[0]?.line
    const before = (await rowsOf(app, 'remittances', {})).length
    const tries: [Record<string, unknown>, string][] = [
      [{ lines: [{ line, paidCents: 9_600 }] }, '$84.00 of the charge is not explained yet.'],
      [{ lines: [{ line, paidCents: 19_000 }] }, '$10.00 more than the charge.'],
      [{ lines: [{ line, deniedCents: 18_000 }] }, 'enter the reason code'],
      [{ lines: [{ line, paidCents: -5 }] }, 'not negative'],
      [{ lines: [{ line: 'nobody', paidCents: 1 }] }, 'Reload the page.'],
      [{ lines: [] }, 'at least one line'],
      [{ lines: 'not a list' }, 'at least one line'],
      [{ paidOn: '2026-13-01' }, 'such as 2026-11-24'],
      [{ paidOn: '2099-01-01' }, 'still to come'],
      [{ payer: 'nobody' }, 'Choose a payer'],
      [{ number: 'a*b~c' }, 'letters, digits and hyphens'],
    ]
    for (const [more, sentence] of tries) {
      const answer = await enter({ ...body, ...more })
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([
        400,
        expect.stringContaining(sentence),
      ])
    }
    expect((await rowsOf(app, 'remittances', {})).length).toBe(before)
    expect((await office.dana.client.get('/api/remittances?limit=1')).status).toBe(200)
    expect((await clientOf(app).post('/api/remittances/enter', body)).status).toBe(401)
  })
})

const deniedAs = async (group: string, carc: string): Promise<Billed> => {
  const billed = await sent()
  const answer = answered(billed, { paidCents: 0, adjustments: [[group, carc, 18_000]] })
  await postEra(office, era({ claims: [answer] }))
  return billed
}

const denialOf = async ({ claim }: Billed) =>
  (await rowsOf(app, 'tasks', { recordId: claim, kind: 'denial' }))[0]

describe('working a denial', () => {
  it('says in words what the payer means and what to do', async () => {
    const task = await denialOf(await deniedAs('CO', '197'))
    expect(task?.['title']).toContain('no authorization is on file')
  })

  it('is decided by a corrected claim', async () => {
    const billed = await deniedAs('CO', '16')
    const path = `/api/claims/${billed.claim}/replace`
    expect((await dana.client.post(path, { payerClaimNumber: 'ICN-7' })).status).toBe(200)
    expect(await denialOf(billed)).toMatchObject({ status: 'done', doneBy: dana.id })
  })

  it('is decided by writing the fee off', async () => {
    const billed = await deniedAs('CO', '29')
    const path = `/api/charges/${billed.charge}/write-off`
    const body = { amountCents: 10_000, owedBy: 'payer', reason: 'No proof.' }
    expect((await dana.client.post(path, body)).status).toBe(200)
    expect(await denialOf(billed)).toMatchObject({ status: 'open' })
    const _override = [{ rule: 'R83', reason: 'It was filed too late.' }]
    await office.rosa.client.post(path, { ...body, amountCents: 8_000, _override })
    expect((await read(app, 'claims', billed.claim))['status']).toBe('closed')
    expect(await denialOf(billed)).toMatchObject({ status: 'done' })
  })

  it('is decided by passing on what the payer leaves to the patient, and nothing else', async () => {
    const theirs = await deniedAs('CO', '197')
    const body = { amountCents: 18_000, reason: 'The plan had ended.' }
    const refused = await dana.client.post(`/api/charges/${theirs.charge}/pass-on`, body)
    expect(refused.status).toBe(409)
    expect(messageIn(refused)).toContain('begins with PR')
    const billed = await deniedAs('PR', '27')
    const path = `/api/charges/${billed.charge}/pass-on`
    const tooMuch = await dana.client.post(path, { ...body, amountCents: 18_001 })
    expect(messageIn(tooMuch)).toContain('Only $180.00')
    expect(await balance(office, billed.patient)).toMatchObject({ dueCents: 0 })
    expect((await dana.client.post(path, body)).status).toBe(200)
    expect(await balance(office, billed.patient)).toMatchObject({
      dueCents: 18_000,
      payersDueCents: 0,
    })
    expect((await read(app, 'claims', billed.claim))['status']).toBe('closed')
    expect(await denialOf(billed)).toMatchObject({ status: 'done' })
    expect((await dana.client.post(path, body)).status).toBe(409)
  })
})
