import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { checkPlace, ensureEnvFile } from '@/scripts/lib/practiceEnv.mjs'
import { placeFault } from '@/scripts/lib/say.mjs'
import { checklistOf, missingIn } from '@/src/domain/setup/checklist'
import type { SetupFacts } from '@/src/domain/setup/facts'
import { openStep, setupSteps, stateOf, stepAfter, stepBefore } from '@/src/domain/setup/steps'
import { copyKeys, keyFingerprint, sameFingerprint } from '@/src/lib/keyCopy'

/** A practice of which nothing is there yet but its owner. */
const empty: SetupFacts = {
  owner: { hasFactor: true, isFactorRequired: true },
  practice: {
    isNamed: false,
    hasPhone: false,
    hasAddress: false,
    hasNpi: false,
    hasTaxId: false,
    hasPrivacyNotice: false,
    hasEstimateNotice: false,
    isTestMode: true,
  },
  isReachable: false,
  locations: { count: 0, withoutHours: 0 },
  rooms: 0,
  services: { count: 0, drafts: 0 },
  fees: { missing: ['90791', '90834'] },
  payers: { count: 0 },
  areRulesLookedAt: false,
  keys: { isCopied: false, wasCopied: false },
  mail: { isSet: false, isTested: false },
  backup: { at: null, isRecent: false },
  staff: { others: 0, hasCompliance: false, hasFrontDesk: false, hasBilling: false },
  clinicians: { count: 0, licensed: 0, verified: 0, withNpi: 0, withHours: 0 },
  unpublishedTexts: ['Consent to treatment', 'Privacy notice'],
  hasOnCall: false,
  leftOut: [],
  isFinished: false,
}

const sentences = (facts: SetupFacts): string[] =>
  missingIn(checklistOf(facts)).map(({ message }) => message)

describe('the guided start', () => {
  it('goes on at the first step that is neither there nor left out on purpose', () => {
    expect(openStep(empty)?.id).toBe('practice')
    const named = { ...empty, practice: { ...empty.practice, isNamed: true, hasPhone: true } }
    expect(openStep(named)?.id).toBe('locations')
    expect(openStep({ ...named, leftOut: ['locations', 'rooms'] })?.id).toBe('fees')
    // A location without its hours is not done.
    expect(openStep({ ...named, locations: { count: 1, withoutHours: 1 } })?.id).toBe('locations')
  })

  it('takes a step that was left out as done as soon as it is there, and never leaves out the practice', () => {
    const rooms = setupSteps.find(({ id }) => id === 'rooms') as (typeof setupSteps)[number]
    const practice = setupSteps.find(({ id }) => id === 'practice') as (typeof setupSteps)[number]
    expect(stateOf(rooms, { ...empty, leftOut: ['rooms'] })).toBe('left-out')
    expect(stateOf(rooms, { ...empty, leftOut: ['rooms'], rooms: 2 })).toBe('there')
    expect(stateOf(practice, { ...empty, leftOut: ['practice'] })).toBe('open')
  })

  it('leads from each step to the next and back', () => {
    for (const { id } of setupSteps) {
      const after = stepAfter(id)
      if (after) expect(stepBefore(after.id)?.id).toBe(id)
    }
    expect(stepAfter('staff')).toBeNull()
    expect(stepBefore('factor')).toBeNull()
  })
})

describe('the checklist before the first patient', () => {
  it('names what an empty practice lacks, each with the place that mends it', () => {
    const items = checklistOf(empty)
    expect(missingIn(items).map(({ id }) => id)).toEqual([
      'clinician',
      'license',
      'availability',
      'on-call',
      'practice',
      'location',
      'service',
      'fee',
      'payer',
      'privacy-notice',
      'texts',
      'keys',
      'backup',
      'mail',
      'address',
    ])
    // Nobody asks for the hours of places that are not there.
    expect(items.map(({ id }) => id)).not.toContain('hours')
    expect(items.filter(({ fixUrl }) => !fixUrl.startsWith('/admin/'))).toEqual([])
    expect(sentences(empty)).toContain('There is no fee today for 90791 and 90834.')
  })

  it('leads to whoever lacks the NPI: the practice, or a clinician', () => {
    const linkOf = (own: Partial<SetupFacts['practice']>) =>
      checklistOf({
        ...empty,
        payers: { count: 1 },
        clinicians: { ...empty.clinicians, count: 1 },
        practice: { ...empty.practice, ...own },
      }).find(({ id }) => id === 'npi')?.fixUrl
    expect(linkOf({})).toBe('/admin/globals/practice')
    expect(linkOf({ hasNpi: true, hasTaxId: true })).toBe('/admin/collections/staff')
  })

  it('asks for numbers of claims only where somebody else than the patient pays', () => {
    const ids = (facts: SetupFacts) => checklistOf(facts).map(({ id }) => id)
    expect(ids(empty)).not.toContain('npi')
    expect(ids({ ...empty, payers: { count: 1 } })).toEqual(
      expect.arrayContaining(['npi', 'test-mode']),
    )
  })

  it('tells keys that changed since from keys that were never copied', () => {
    expect(sentences(empty).join(' ')).toContain('The keys lie in one place only')
    const changed = { ...empty, keys: { isCopied: false, wasCopied: true } }
    expect(sentences(changed).join(' ')).toContain('changed since they were copied')
  })

  it('says so when a practice lets staff in without a second factor', () => {
    const lax = { ...empty, owner: { hasFactor: true, isFactorRequired: false } }
    expect(sentences(lax)[0]).toContain('password alone')
  })
})

describe('the fingerprint of the keys', () => {
  it('may be typed as people type, and is never met by nothing', () => {
    expect(sameFingerprint(' 0A1B 2c3d-4E5F6071', '0a1b-2c3d-4e5f-6071')).toBe(true)
    expect(sameFingerprint('0a1b-2c3d-4e5f-6072', '0a1b-2c3d-4e5f-6071')).toBe(false)
    expect(sameFingerprint('', '')).toBe(false)
  })

  it('is the same of a copy, however the folder is written, and another one of other keys', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'keys-'))
    try {
      const [own, copy] = [join(folder, 'own'), join(folder, 'copy')]
      mkdirSync(own)
      writeFileSync(join(own, 'general.key'), 'one')
      writeFileSync(join(own, 'audit-head.json'), '{}')
      const print = await keyFingerprint(own)
      expect(print).toMatch(/^[0-9a-f]{4}(-[0-9a-f]{4}){3}$/)
      // As .env has it: ./data/keys.
      expect(await keyFingerprint(`./${relative('.', own)}`)).toBe(print)
      expect(await copyKeys(own, copy)).toBe(print)
      writeFileSync(join(own, 'general.key'), 'another')
      expect(await keyFingerprint(own)).not.toBe(print)
      await expect(copyKeys(own, own)).rejects.toThrow('already')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

describe('a command that cannot use a place', () => {
  it('says which, and what to do, in one sentence', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'place-'))
    try {
      const file = join(folder, 'letter.txt')
      writeFileSync(file, 'A file, no folder.')
      writeFileSync(join(folder, 'general.key'), 'one')
      const told = (to: string) => copyKeys(folder, to).catch(placeFault)
      expect(await told(file)).toBe(`${file} is there already. Name another place.`)
      expect(await told(join(file, 'keys'))).toBe(
        `${join(file, 'keys')} would lie in a file, which is no folder. Name another place.`,
      )
      const closed = { code: 'EACCES', syscall: 'copyfile', path: file, dest: '/stick/general.key' }
      expect(placeFault(closed)).toBe(
        '/stick/general.key cannot be used by this account. Name another place, or let the account in.',
      )
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
    expect(placeFault(new Error('Error: cannot connect to SQLite: 14'))).toMatch(/DATABASE_URL/)
    expect(placeFault(new TypeError('of ours'))).toBeNull()
  })
})

describe('npm run setup', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'setup-'))
    vi.stubEnv('PAYLOAD_SECRET', '')
  })
  afterEach(() => {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true, force: true })
  })

  const secretIn = (file: string): string =>
    readFileSync(file, 'utf8').match(/^PAYLOAD_SECRET=(.*)$/m)?.[1] ?? ''

  it('makes .env once, for the owner of the machine alone, with a secret that nobody else has', () => {
    const [one, other] = [join(folder, 'one'), join(folder, 'other')]
    expect(ensureEnvFile(3005, one)).toMatch(/with a secret of its own/)
    expect(statSync(one).mode & 0o077).toBe(0)
    expect(readFileSync(one, 'utf8')).toMatch(/^SERVER_URL=http:\/\/localhost:3005$/m)
    const secret = secretIn(one)
    expect(secret).toMatch(/^[0-9a-f]{64}$/)
    expect(ensureEnvFile(3005, one)).toBeNull()
    expect(secretIn(one)).toBe(secret)
    ensureEnvFile(3005, other)
    expect(secretIn(other)).not.toBe(secret)
  })

  it('gives an .env without a secret its secret and leaves the rest alone', () => {
    const file = join(folder, 'env')
    writeFileSync(file, 'SMTP_URL=smtp://mail.example\nPAYLOAD_SECRET=\nPORT=4000\n')
    expect(ensureEnvFile(3005, file)).toMatch(/had no secret/)
    expect(readFileSync(file, 'utf8')).toMatch(
      /^SMTP_URL=smtp:\/\/mail\.example\nPAYLOAD_SECRET=[0-9a-f]{64}\nPORT=4000\n$/,
    )
  })

  it('writes nothing where the environment brings the secret', () => {
    vi.stubEnv('PAYLOAD_SECRET', 'one that the container was given, 32 long')
    const file = join(folder, 'env')
    expect(ensureEnvFile(3005, file)).toBeNull()
    expect(existsSync(file)).toBe(false)
  })

  it('refuses a demo’s database, and one whose keys are not there', () => {
    const keys = join(folder, 'keys')
    const place = { DATABASE_URL: `file:${join(folder, 'clinic.db')}`, KEY_DIR: keys }
    expect(() => checkPlace(place)).not.toThrow()
    writeFileSync(join(folder, 'clinic.db'), 'rows')
    expect(() => checkPlace(place)).toThrow(/its keys are not in/)
    mkdirSync(keys)
    writeFileSync(join(keys, 'general.key'), 'a key')
    expect(() => checkPlace(place)).not.toThrow()
    writeFileSync(join(folder, 'logins.json'), '[]')
    expect(() => checkPlace(place)).toThrow(/belongs to a demo/)
  })
})
