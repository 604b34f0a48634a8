import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { makeApiClient } from '@/tests/support/apiClients'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { type Answer, type Client, clientOf, cookiesIn } from '@/tests/support/client'
import { enrollCode } from '@/tests/support/factors'
import { insert, makeStaff } from '@/tests/support/people'

// The settings are read once, when the product is loaded.
const mail = await vi.hoisted(async () => {
  const { startMailServer } = await import('@/tests/support/mailServer')
  const server = await startMailServer()
  process.env['SMTP_URL'] = `smtp://127.0.0.1:${server.port}/?greetingTimeout=400`
  process.env['SERVER_URL'] = 'https://practice.example'
  return server
})

type Item = { id: string; isMet: boolean; message: string; fixUrl: string; isNeeded: boolean }

const password = 'gulls over the quiet pier'
const form = {
  name: 'Nadia Frost',
  email: 'Nadia@Practice.Example',
  password,
  seesPatients: true,
  worksAlone: true,
}

let app: TestApp
let nobody: Client
let owner: Client
let ownerId: string
// Either of the two who came at once.
let ownerEmail = ''

beforeAll(async () => {
  app = await bootApp()
  nobody = clientOf(app)
  await app.payload.updateGlobal({
    slug: 'sign-in-settings' as never, // slugs are data here
    data: { isFactorRequired: true },
  })
})

afterAll(async () => {
  await app.stop()
  await mail.stop()
})

/** Open from nine to five. */
const openOn = (weekday: number) => [{ weekday, from: '09:00', to: '17:00' }]

const auth = () => import('@/collections/system/auth/firstOwner')

const newToken = async (): Promise<string> => {
  const { issueSetupToken } = await auth()
  const { linkFor } = await import('@/collections/system/auth/tokens')
  const link = await linkFor(app.payload, await issueSetupToken(app.payload))
  expect(link).toMatch(/^https:\/\/practice\.example\/staff\/setup#/)
  return link.split('#')[1] ?? ''
}

let calls = 0

/** Each from another place, so that nobody has to wait for the tries of others. */
const first = (more: object): Promise<Answer> => {
  calls += 1
  const from = { 'x-real-ip': `10.1.${calls}.1` }
  return nobody.post('/api/auth/staff/first-owner', { ...form, ...more }, from)
}

const sentence = ({ body }: Answer): string =>
  (body.errors as { message: string }[]).map(({ message }) => message).join(' ')

const owners = async (): Promise<number> => {
  const { totalDocs } = await app.payload.db.count({
    collection: 'staff',
    where: { roles: { in: ['owner'] } },
  })
  return totalDocs
}

const items = async (): Promise<Item[]> => {
  const { status, body } = await owner.get('/api/globals/setup/checklist')
  expect(status).toBe(200)
  return body.items
}

const isMet = async (id: string): Promise<boolean | undefined> =>
  (await items()).find((item) => item.id === id)?.isMet

const stepStates = async (): Promise<Record<string, string>> => {
  const { body } = await owner.get('/api/globals/setup/checklist')
  return Object.fromEntries(
    (body.steps as { id: string; state: string }[]).map(({ id, state }) => [id, state]),
  )
}

describe('the address that npm run setup prints', () => {
  it('is kept as a hash, and a new one makes the earlier one useless', async () => {
    const old = await newToken()
    const token = await newToken()
    const rows = JSON.stringify(await app.payload.db.find({ collection: 'auth-tokens' }))
    expect(rows).not.toContain(token)
    const answer = await first({ token: old })
    expect(answer.status).toBe(400)
    expect(sentence(answer)).toBe(
      'This address was used before or is too old. Run npm run setup at the server for a new one.',
    )
    expect((await first({ token: 'made-up' })).status).toBe(400)
    expect((await first({})).status).toBe(400)
  })

  it('ends after a day, opens no other door, and no other link opens this one', async () => {
    const token = await newToken()
    const accepted = await nobody.post('/api/auth/staff/accept', { token, password })
    expect(accepted.status).toBe(400)
    await app.payload.db.updateMany({
      collection: 'auth-tokens',
      where: { purpose: { equals: 'setup' } },
      data: { expiresAt: new Date(Date.now() - 1000).toISOString() },
    })
    expect((await first({ token })).status).toBe(400)
    const { issueToken, linkFor } = await import('@/collections/system/auth/tokens')
    const invite = await issueToken(app.payload, {
      purpose: 'invite',
      surface: 'staff',
      userId: 'somebody',
    })
    const [, other] = (await linkFor(app.payload, invite)).split('#')
    expect((await first({ token: other })).status).toBe(400)
    expect(
      (await nobody.post('/api/auth/portal/first-owner', { ...form, token: await newToken() }))
        .status,
    ).toBe(404)
    expect(await owners()).toBe(0)
  })

  it('survives a weak password, a missing name and a wrong address', async () => {
    const token = await newToken()
    const weak = await first({ token, password: 'nadia frost' })
    expect(weak.status).toBe(400)
    expect(sentence(weak)).toMatch(/Choose a password of at least 12 characters/)
    const own = await first({ token, password: 'nadiafrostnadiafrost' })
    expect(sentence(own)).toMatch(/Your own name/)
    const wrong = await first({ token, name: '', email: 'nadia', seesPatients: undefined })
    expect(wrong.status).toBe(400)
    expect(sentence(wrong)).toMatch(/Enter your name\..*e-mail address.*see patients/)
    expect(await owners()).toBe(0)
  })

  it('makes one owner of two who come at once, whose session reaches nothing before the factor', async () => {
    const token = await newToken()
    const answers = await Promise.all([
      first({ token }),
      first({ token, email: 'other@practice.example', name: 'Somebody Else' }),
    ])
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(await owners()).toBe(1)
    const won = answers.find(({ status }) => status === 200) as Answer // counted a line before
    expect(won.body.standing).toBe('enroll')
    const half = clientOf(app, { cookie: cookiesIn(won) })
    expect((await half.get('/api/globals/setup/checklist')).status).toBe(401)
    owner = (await enrollCode(app, half)).client
    const { body } = await owner.get('/api/auth/staff/me')
    ownerId = body.user.id
    ownerEmail = won === answers[0] ? 'nadia@practice.example' : 'other@practice.example'
    expect(body.user.roles).toEqual(['owner', 'clinician', 'frontDesk', 'biller'])
  })

  it('is refused once there is an owner, used or new', async () => {
    const answer = await first({ token: await newToken() })
    expect(answer.status).toBe(409)
    expect(sentence(answer)).toMatch(/has its owner already/)
    expect(await owners()).toBe(1)
  })
})

describe('the guided start', () => {
  it('is open to the owner, its checklist also to director and compliance, and to nobody else', async () => {
    const path = '/api/globals/setup/checklist'
    const imani = await makeStaff(app, 'Imani', ['director'])
    const ben = await makeStaff(app, 'Ben', ['frontDesk'])
    const director = (await enrollCode(app, imani.client)).client
    const desk = (await enrollCode(app, ben.client)).client
    expect((await director.get(path)).status).toBe(200)
    expect((await director.post('/api/globals/setup/finish')).status).toBe(403)
    expect((await desk.get(path)).status).toBe(403)
    const { client } = await makeApiClient(app, { owner: ownerId, scopes: 'setup:read' })
    expect((await client.get(path)).body.steps).toHaveLength(10)
    const other = await makeApiClient(app, { owner: ownerId, scopes: 'locations:read' })
    expect((await other.client.get(path)).status).toBe(403)
    expect((await client.post('/api/globals/setup/finish')).status).toBe(403)
    expect((await nobody.get(path)).status).toBe(401)
    for (const door of ['key-copy', 'mail-test', 'leave-out', 'finish'])
      expect((await nobody.post(`/api/globals/setup/${door}`)).status, door).toBe(401)
  })

  it('computes where it stands from the records, through the doors that everybody uses', async () => {
    expect(await stepStates()).toMatchObject({ factor: 'there', practice: 'open', rooms: 'open' })
    const named = await owner.post('/api/globals/practice', {
      name: 'Quiet Pier Therapy',
      phone: '(503) 555-0177',
      timeZone: 'America/New_York',
    })
    expect(named.status).toBe(200)
    const bad = await owner.post('/api/locations', {
      name: 'Pier',
      timeZone: 'America/New_York',
      hours: [{ weekday: 5, from: '17:00', to: '09:00' }],
    })
    expect(bad.status).toBe(400)
    expect(sentence(bad)).toMatch(/Friday: closing at 9:00 AM is not after opening at 5:00 PM/)
    const place = await owner.post('/api/locations', {
      name: 'Pier',
      timeZone: 'America/New_York',
      hours: [...openOn(5), ...openOn(1)],
    })
    expect(place.status).toBe(201)
    expect(place.body.doc.hours).toEqual([...openOn(1), ...openOn(5)])
    const room = { name: 'Gull room', location: place.body.doc.id }
    const key = { 'Idempotency-Key': 'the-room-of-the-setup-test' }
    // Pressed twice, made once.
    await Promise.all([1, 2].map(() => owner.post('/api/rooms', room, key)))
    expect((await owner.get('/api/rooms')).body.totalDocs).toBe(1)
    const minus = await owner.post('/api/fee-schedules', {
      code: '90791',
      amountCents: -100,
      effectiveFrom: '2020-01-01',
    })
    expect(sentence(minus)).toMatch(/cannot be negative/)
    for (const code of ['90791', '90834', '90837'])
      await owner.post('/api/fee-schedules', {
        code,
        amountCents: 15_000,
        effectiveFrom: '2020-01-01',
      })
    await owner.post('/api/services', {
      title: 'Therapy for couples',
      summary: 'For two who want to understand each other again.',
      _status: 'published',
    })
    const number = await owner.post('/api/globals/rule-settings', {
      practice: { noteDueHours: 4000 },
    })
    expect(sentence(number)).toMatch(/A note is due after: enter a whole number from 1 to 168/)
    await owner.post('/api/globals/rule-settings', { practice: { noteDueHours: 48 } })
    expect(await stepStates()).toMatchObject({
      practice: 'there',
      locations: 'there',
      rooms: 'there',
      fees: 'there',
      payers: 'open',
      rules: 'there',
      keys: 'open',
      mail: 'open',
      staff: 'there',
    })
    // What is taken away again is missing again.
    await owner.patch(`/api/locations/${place.body.doc.id}`, { hours: [], rev: 1 })
    expect((await stepStates())['locations']).toBe('open')
    await owner.patch(`/api/locations/${place.body.doc.id}`, {
      hours: openOn(1),
      rev: 2,
    })
  })

  it('refuses a second place or payer in use of one name, and half days of a filing limit', async () => {
    const [first] = (await owner.get('/api/locations')).body.docs
    const again = { name: ' PIER ', timeZone: 'America/New_York' }
    const second = await owner.post('/api/locations', again)
    expect(second.status).toBe(409)
    expect(sentence(second)).toBe(
      'There is a location "Pier" already. Add what tells them apart, or deactivate the other one first.',
    )
    const change = (data: object, rev: number) =>
      owner.patch(`/api/locations/${first.id}`, { ...data, rev })
    expect((await change({ name: 'Pier', phone: '(503) 555-0100' }, first.rev)).status).toBe(200)
    expect((await change({ isActive: false }, first.rev + 1)).status).toBe(200)
    const made = await owner.post('/api/locations', again)
    expect(made.status).toBe(201)
    expect((await change({ isActive: true }, first.rev + 2)).status).toBe(409)
    const { id, rev } = made.body.doc
    expect((await owner.patch(`/api/locations/${id}`, { isActive: false, rev })).status).toBe(200)
    expect((await change({ isActive: true }, first.rev + 2)).status).toBe(200)

    const half = await owner.post('/api/payers', { name: 'Aetna', filingLimitDays: 90.5 })
    expect(sentence(half)).toMatch(/Enter whole days from 1 to 1500/)
    const payer = { name: 'Aetna', isActive: false }
    expect((await owner.post('/api/payers', payer)).status, 'not in use').toBe(201)
    expect((await owner.post('/api/payers', payer)).status, 'not in use').toBe(201)
  })

  it('asks for amounts of the rules as money, and keeps whole cents', async () => {
    const refused = await owner.post('/api/globals/rule-settings', {
      practice: { approvalLimitCents: 2_000_000 },
    })
    expect(sentence(refused)).toBe(
      'Write-offs and refunds above this need the owner: enter an amount from $0.00 to $10,000.00.',
    )
    const { ruleFields } = await import('@/src/components/admin/setup/setupFields')
    const limit = ruleFields.find(({ name }) => name === 'approvalLimitCents')
    expect(limit).toMatchObject({
      type: 'money',
      label: 'Write-offs and refunds above this need the owner',
      help: 'R83. From $0.00 to $10,000.00; the product starts with $100.00.',
    })
    expect(ruleFields.find(({ name }) => name === 'noteDueHours')?.label).toMatch(/ \(hours\)$/)
  })

  it('leaves out on purpose what a practice does without, and never the practice itself', async () => {
    expect((await owner.post('/api/globals/setup/leave-out', { step: 'payers' })).status).toBe(200)
    expect((await stepStates())['payers']).toBe('left-out')
    expect(await isMet('payer')).toBe(true)
    const never = await owner.post('/api/globals/setup/leave-out', { step: 'practice' })
    expect(never.status).toBe(409)
    expect(sentence(never)).toMatch(/cannot be left out/)
    expect((await owner.post('/api/globals/setup/leave-out', { step: 'nothing' })).status).toBe(400)
    // Nothing that it keeps is written past its doors.
    await owner.post('/api/globals/setup', { leftOut: 'keys mail', finishedAt: '2020-01-01' })
    expect(await stepStates()).toMatchObject({ keys: 'open', mail: 'open' })
  })

  it('takes a copy of the keys as proved by its fingerprint alone, and not any more once a key changes', async () => {
    const { copyKeys } = await import('@/src/lib/keyCopy')
    const { env } = await import('@/src/lib/env')
    const wrong = await owner.post('/api/globals/setup/key-copy', { fingerprint: '0000-0000' })
    expect(wrong.status).toBe(400)
    expect(sentence(wrong)).toMatch(/not the fingerprint of the keys in use/)
    const safe = mkdtempSync(join(tmpdir(), 'safe-'))
    try {
      const fingerprint = await copyKeys(env.KEY_DIR, safe)
      expect((await owner.post('/api/globals/setup/key-copy', { fingerprint })).status).toBe(200)
      expect(await isMet('keys')).toBe(true)
      const { body } = await owner.get('/api/globals/setup')
      expect(JSON.stringify(body)).not.toContain('keyCopyOf')
      const stray = join(env.KEY_DIR, 'other.key')
      writeFileSync(stray, 'another one')
      expect((await items()).find(({ id }) => id === 'keys')?.message).toMatch(/changed since/)
      rmSync(stray)
      expect(await isMet('keys')).toBe(true)
    } finally {
      rmSync(safe, { recursive: true, force: true })
    }
  })

  it('sends a real message, and says in the server’s own words why one was not taken', async () => {
    mail.behave('refuse')
    const refused = await owner.post('/api/globals/setup/mail-test')
    expect(refused.status).toBe(409)
    expect(sentence(refused)).toMatch(/Its own words: 550 5\.7\.1 No relaying from here/)
    mail.behave('hang')
    const silent = await owner.post('/api/globals/setup/mail-test')
    expect(silent.status).toBe(409)
    expect(sentence(silent)).toMatch(/^The mail server did not answer/)
    expect(await isMet('mail')).toBe(false)
    mail.behave('accept')
    const taken = await owner.post('/api/globals/setup/mail-test')
    expect(taken.body.message.toLowerCase()).toContain(`took a message to ${ownerEmail}`)
    expect(mail.messages).toHaveLength(1)
    expect(mail.messages[0]?.toLowerCase()).toContain(`to: ${ownerEmail}`)
    expect(await isMet('mail')).toBe(true)
  })

  it('ends when nothing is missing, and names every line that is until then', async () => {
    const early = await owner.post('/api/globals/setup/finish')
    expect(early.status).toBe(409)
    const missing = (await items()).filter((item) => item.isNeeded && !item.isMet)
    expect(
      (early.body.errors as { message: string; fixUrl: string }[]).map(({ fixUrl }) => fixUrl),
    ).toEqual(missing.map(({ fixUrl }) => fixUrl))
    expect(missing.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['license', 'availability', 'on-call', 'texts', 'backup']),
    )
    await owner.post('/api/globals/practice', {
      addressLine1: '1 Pier',
      city: 'Portland',
      region: 'ME',
      postalCode: '04101-0001',
      privacyNotice: 'This notice says how we keep what you tell us.',
      privacyNoticeEffectiveOn: '2026-01-01',
    })
    const license = { staff: ownerId, kind: 'license', state: 'ME', number: 'LC1' }
    await insert(app, 'credentials', { ...license, expiresOn: '2020-01-01' })
    expect(await isMet('license')).toBe(false)
    const entered = await owner.post('/api/credentials', { ...license, expiresOn: '2099-12-31' })
    expect(entered.status).toBe(201)
    const places = await owner.get('/api/locations')
    const hours = await owner.post('/api/availability', {
      staff: ownerId,
      weekday: '1',
      fromTime: '09:00',
      toTime: '12:00',
      location: places.body.docs[0].id,
    })
    expect(hours.status).toBe(201)
    const shift = await owner.post('/api/on-call-shifts', {
      staff: ownerId,
      startsAt: new Date(Date.now() - 3_600_000).toISOString(),
      endsAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    expect(shift.status).toBe(201)
    for (const kind of ['treatment', 'privacyNotice', 'feePolicy']) {
      const { body } = await owner.post('/api/consent-templates', {
        kind,
        title: kind,
        body: 'What it says.',
      })
      await owner.post(`/api/consent-templates/${body.doc.id}/publish-version`)
    }
    const { env } = await import('@/src/lib/env')
    const { mkdirSync } = await import('node:fs')
    mkdirSync(env.UPLOAD_DIR, { recursive: true })
    const last = { at: new Date().toISOString(), file: 'a.backup', bytes: 1, hasKeys: false }
    writeFileSync(join(env.UPLOAD_DIR, '.last-backup.json'), JSON.stringify(last))
    const left = (await items()).filter((item) => item.isNeeded && !item.isMet)
    expect(left).toEqual([])
    expect((await owner.post('/api/globals/setup/finish')).status).toBe(200)
    expect((await owner.get('/api/globals/setup/checklist')).body).toMatchObject({
      isReady: true,
      isFinished: true,
    })
  })
})
