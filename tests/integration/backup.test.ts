import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { copyFile, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { clientOf } from '@/tests/support/client'
import { type Dump, dumpDatabase } from '@/tests/support/dumpDatabase'
import { insert, makePatient, makeStaff, type Person } from '@/tests/support/people'

const passphrase = 'five small boats at anchor'
const canary = 'CANARYPATIENTNAME'
const told = 'CANARYTOLDINCONFIDENCE'

let app: TestApp
let ben: Person
let folder: string
let backup: string

const given = (name: string): string => process.env[name] ?? ''

const source = () => ({
  databaseUrl: given('DATABASE_URL'),
  uploadDir: given('UPLOAD_DIR'),
  keyDir: given('KEY_DIR'),
})

let places = 0

/** An empty place beside the one the product runs in. */
const elsewhere = (name = `elsewhere${++places}`) => ({
  databaseUrl:
    app.database === 'mongo'
      ? given('DATABASE_URL').replace(/\/(t\w+)\?/, `/$1${name}?`)
      : `file:${join(folder, name, 'clinic.db')}`,
  uploadDir: join(folder, name, 'files'),
  keyDir: join(folder, name, 'keys'),
})

const lib = async () => ({
  ...(await import('@/src/lib/backup/backUp')),
  ...(await import('@/src/lib/backup/restore')),
  ...(await import('@/src/lib/backup/folder')),
  ...(await import('@/src/lib/backup/sealedFile')),
})

const backUp = async (name: string, more: { withKeys?: boolean; passphrase?: string } = {}) => {
  const { makeBackup } = await lib()
  const file = join(folder, name)
  await makeBackup({
    place: source(),
    file,
    passphrase,
    withKeys: true,
    now: new Date('2026-11-24T09:40:00Z'),
    release: '0.1.0',
    ...more,
  })
  return file
}

type Restoring = {
  file?: string
  place?: ReturnType<typeof elsewhere>
  passphrase?: string
  mayReplace?: boolean
  withKeys?: boolean
  knownMigrations?: readonly string[]
}

const putBack = async (more: Restoring = {}) => {
  const { restoreBackup } = await lib()
  return restoreBackup({
    file: backup,
    place: elsewhere(),
    passphrase,
    mayReplace: false,
    withKeys: true,
    knownMigrations: [],
    ...more,
  })
}

const filesOf = async (root: string): Promise<Record<string, string>> => {
  const { filesIn } = await lib()
  const names = await filesIn(root)
  return Object.fromEntries(
    names.map((name) => [name, readFileSync(join(root, name)).toString('base64')]),
  )
}

const runScript = async (script: string, args: string[], env: Record<string, string> = {}) => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', `scripts/${script}.ts`, ...args],
    { env: { ...process.env, BACKUP_PASSPHRASE: passphrase, ...env } },
  )
  const printed: Buffer[] = []
  child.stdout.on('data', (chunk) => printed.push(chunk))
  child.stderr.on('data', (chunk) => printed.push(chunk))
  const [code] = await once(child, 'close')
  return { code, text: Buffer.concat(printed).toString('utf8') }
}

beforeAll(async () => {
  app = await bootApp()
  folder = given('TEST_FOLDER')
  ben = await makeStaff(app, 'Ben', ['frontDesk'])
  const patient = await makePatient(app, 'Ana', canary)
  for (let index = 0; index < 400; index += 1)
    await insert(app, 'patients', {
      firstName: 'Bulk',
      lastName: `Row ${index}`,
      displayName: `Bulk Row ${index}`,
    })
  const inquiry = await clientOf(app).post('/api/inquiries', {
    chosenName: 'Ana',
    lastName: 'Silva',
    email: 'ana@example.test',
    contactPreference: 'email',
    state: 'NY',
    format: 'video',
    notEmergency: true,
    message: told,
  })
  expect(inquiry.status, JSON.stringify(inquiry.body)).toBe(201)
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  const form = new FormData()
  form.set('file', new File([new Uint8Array(png)], 'card.png', { type: 'image/png' }))
  form.set('_payload', JSON.stringify({ patient, kind: 'insuranceCard', side: 'front' }))
  const upload = await ben.client.raw('/api/documents', { method: 'POST', body: form })
  expect(upload.status, JSON.stringify(upload.body)).toBe(201)
  // Larger than one chunk and one block of the backup.
  mkdirSync(join(source().uploadDir, 'more'), { recursive: true })
  writeFileSync(join(source().uploadDir, 'more', 'large.bin'), Buffer.alloc(3_500_000, 'large '))
  writeFileSync(join(source().uploadDir, 'more', 'empty.bin'), '')
  backup = await backUp('whole.backup')
})

afterAll(() => app.stop())

describe('a backup', () => {
  it('put back elsewhere holds every row, every file and every key', async () => {
    const place = elsewhere()
    const { manifest, notes } = await putBack({ place })
    const expected = await dumpDatabase(source().databaseUrl)
    expect(Object.keys(expected).length).toBeGreaterThan(80)
    expect(await dumpDatabase(place.databaseUrl)).toEqual(expected)
    const files = await filesOf(source().uploadDir)
    expect(Object.keys(files)).toHaveLength(3)
    expect(await filesOf(place.uploadDir)).toEqual(files)
    expect(await filesOf(place.keyDir)).toEqual(await filesOf(source().keyDir))
    expect(manifest.sections.files?.entries).toBe(3)
    expect(manifest.rows['patients']).toBe(401)
    expect(notes).toEqual([])
  })

  it('says when it was made, how large it is and whether the keys are in it', async () => {
    const { readLastBackup } = await lib()
    await backUp('noted.backup', { withKeys: false })
    const last = await readLastBackup(source().uploadDir)
    expect(last).toMatchObject({
      at: '2026-11-24T09:40:00.000Z',
      file: 'noted.backup',
      hasKeys: false,
    })
    expect(last?.bytes).toBe(readFileSync(join(folder, 'noted.backup')).length)
  })

  it('shows nothing to whoever lacks the passphrase, and leaves no copy behind', async () => {
    const bytes = readFileSync(backup)
    for (const word of [canary, told, 'patients', 'general.key', 'card.png'])
      expect(bytes.includes(word), word).toBe(false)
    const { filesIn } = await lib()
    const left = (await filesIn(folder)).filter((name) => /\.partial|\.backup-/.test(name))
    expect(left).toEqual([])
  })

  it('is the state of one instant while others write on', async () => {
    const { databaseUrl } = source()
    const before = await dumpDatabase(databaseUrl)
    let isDone = false
    let written = 0
    // "payers" is read before "referrers" and written before it: only one instant shows as many of each,
    // or one payer more.
    const writing = (async () => {
      while (!isDone) {
        await insert(app, 'payers', { name: `Payer ${written}` })
        await insert(app, 'referrers', { name: `Referrer ${written}` })
        written += 1
        // SQLite answers within the same turn; without a pause nothing else would get one.
        await new Promise((done) => setTimeout(done, 2))
      }
    })()
    const file = join(folder, 'busy.backup')
    const { code, text } = await runScript('backup', [file, '--with-keys'])
    isDone = true
    await writing
    expect(code, text).toBe(0)
    expect(text).toMatch(/busy\.backup is whole: \d+ rows and 3 files, read back\./)

    const place = elsewhere()
    const restored = await runScript('restore', [file, '--with-keys'], {
      DATABASE_URL: place.databaseUrl,
      UPLOAD_DIR: place.uploadDir,
      KEY_DIR: place.keyDir,
    })
    expect(restored.code, restored.text).toBe(0)
    expect(restored.text).toMatch(
      /^The practice is as it was on .*: \d+ rows and 3 files, counted\./,
    )

    const after = await dumpDatabase(place.databaseUrl)
    const copied = (table: string, label: string): number[] =>
      (after[table] ?? [])
        .map((row) => row.match(new RegExp(`"${label} (\\d+)"`))?.[1])
        .filter((number) => number !== undefined)
        .map(Number)
        .sort((a, b) => a - b)
    const payers = copied('payers', 'Payer')
    const referrers = copied('referrers', 'Referrer')
    expect(written).toBeGreaterThan(20)
    expect(payers).toEqual(payers.map((_, index) => index))
    expect(referrers).toEqual(referrers.map((_, index) => index))
    expect([0, 1]).toContain(payers.length - referrers.length)
    expect(payers.length).toBeLessThanOrEqual(written)
    const missing = (table: string): string[] =>
      (before[table] ?? []).filter((row) => !(after[table] as Dump[string]).includes(row))
    for (const table of Object.keys(before)) expect(missing(table), table).toEqual([])
  })
})

describe('what is no whole backup', () => {
  const changed = async (name: string, change: (bytes: Buffer) => Buffer): Promise<string> => {
    const file = join(folder, name)
    writeFileSync(file, change(Buffer.from(readFileSync(backup))))
    return file
  }

  const refused = async (more: Restoring, sentence: RegExp) => {
    const place = elsewhere()
    await expect(putBack({ place, ...more })).rejects.toThrow(sentence)
    expect(await filesOf(place.uploadDir)).toEqual({})
    expect(existsSync(place.keyDir)).toBe(false)
    if (app.database === 'sqlite') expect(existsSync(place.databaseUrl.slice(5))).toBe(false)
    else expect(await dumpDatabase(place.databaseUrl)).toEqual({})
  }

  it('is refused when one byte of it was changed, wherever that is', async () => {
    const { size } = { size: readFileSync(backup).length }
    const places = [24, 150, 400, 420, 5_000, size >> 1, size - 60, size - 5]
    for (const at of places) {
      const file = await changed(`flipped-${at}.backup`, (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
        return bytes
      })
      await refused({ file }, /damaged|not a whole backup/)
    }
    const foreign = await changed('foreign.backup', (bytes) => bytes.fill('x', 0, 5))
    await refused({ file: foreign }, /is not a backup of Therapy Ops/)
  })

  it('is refused when it was cut short or something was added', async () => {
    for (const share of [0.999, 0.5, 0.01]) {
      const file = await changed(`cut-${share}.backup`, (bytes) =>
        bytes.subarray(0, Math.floor(bytes.length * share)),
      )
      await refused({ file }, /not a whole backup: it was interrupted/)
    }
    // Cut and given the end of a whole one.
    const patched = await changed('patched.backup', (bytes) =>
      Buffer.concat([bytes.subarray(0, bytes.length >> 1), bytes.subarray(-60)]),
    )
    await refused({ file: patched }, /is damaged/)
    const longer = await changed('longer.backup', (bytes) =>
      Buffer.concat([bytes, bytes.subarray(-60)]),
    )
    await refused({ file: longer }, /is damaged/)
  })

  it('is refused when its writing stopped half way', async () => {
    const { sealInto, verifyBackup } = await lib()
    const file = join(folder, 'half.backup.partial')
    const handle = await open(file, 'w')
    const about = {
      format: 1,
      createdAt: '2026-11-24T09:40:00Z',
      release: '0',
      database: 'sqlite' as const,
    }
    const writer = await sealInto(handle, passphrase, about)
    await writer.write(Buffer.alloc(2_500_000, 1))
    await handle.close()
    await expect(verifyBackup(file, passphrase)).rejects.toThrow(/not a whole backup/)
    // The next backup of that name starts over.
    await copyFile(file, join(folder, 'again.backup.partial'))
    expect(existsSync(await backUp('again.backup'))).toBe(true)
    expect(existsSync(join(folder, 'again.backup.partial'))).toBe(false)
  })

  it('is refused with another passphrase, and one of a later format with any', async () => {
    await refused(
      { passphrase: 'six small boats at anchor' },
      /^The passphrase does not open whole\.backup\./,
    )
    const { createHash } = await import('node:crypto')
    const later = await changed('later.backup', (bytes) => {
      const start = bytes.indexOf('{"format":1')
      const length = bytes.readUInt32BE(start - 4)
      bytes.write('{"format":9', start)
      const end = start + length + 32
      createHash('sha256').update(bytes.subarray(start, end)).digest().copy(bytes, end)
      return bytes
    })
    await refused({ file: later }, /has format 9; this release reads format 1/)
  })

  it('is refused when a later release made it, or when it is of the other database', async () => {
    const other =
      app.database === 'mongo'
        ? `file:${join(folder, 'other.db')}`
        : 'mongodb://127.0.0.1:1/other?replicaSet=none'
    await expect(putBack({ place: { ...elsewhere(), databaseUrl: other } })).rejects.toThrow(
      /is a backup of a (SQLite|MongoDB) database and DATABASE_URL names/,
    )
    await expect(putBack({ file: join(folder, 'nothing.backup') })).rejects.toThrow(
      /^There is no file/,
    )
  })
})

describe('what is there already', () => {
  it('stays, unless --replace says otherwise', async () => {
    const place = elsewhere()
    await putBack({ place })
    const stray = join(place.uploadDir, 'stray.bin')
    writeFileSync(stray, 'of the old place')
    await expect(putBack({ place })).rejects.toThrow(/^There is data at .*add --replace/)
    expect(existsSync(stray)).toBe(true)
    await putBack({ place, mayReplace: true })
    expect(existsSync(stray)).toBe(false)
    expect((await dumpDatabase(place.databaseUrl))['patients']).toHaveLength(401)

    const onlyFiles = elsewhere()
    mkdirSync(onlyFiles.uploadDir, { recursive: true })
    writeFileSync(join(onlyFiles.uploadDir, 'stray.bin'), 'x')
    await expect(putBack({ place: onlyFiles })).rejects.toThrow(/^There are files in .*--replace/)
  })

  it('goes whole: tables that the backup does not know are not left beside it', async () => {
    const place = elsewhere()
    await putBack({ place })
    const more = await backUp('one-more.backup')
    await insert(app, 'referrers', { name: 'Of today' })
    await putBack({ place, file: more, mayReplace: true })
    expect((await dumpDatabase(place.databaseUrl))['referrers']?.join()).not.toContain('Of today')
  })

  it('keeps its keys: another key of the same name is never written over', async () => {
    const place = elsewhere()
    mkdirSync(place.keyDir, { recursive: true })
    writeFileSync(join(place.keyDir, 'general.key'), Buffer.alloc(32, 7).toString('base64'))
    await expect(putBack({ place, mayReplace: true })).rejects.toThrow(/holds another general\.key/)
    const { notes } = await putBack({ place, withKeys: false })
    expect(notes.join(' ')).toMatch(/lacks .*audit\.key/)
    expect(notes.join(' ')).toMatch(/general\.key .* is not the one this backup was made with/)
    const keyless = await backUp('keyless.backup', { withKeys: false })
    await expect(putBack({ file: keyless })).rejects.toThrow(/holds no keys/)
  })

  it('is refused as a name for a new backup, and so is a short passphrase', async () => {
    await expect(backUp('whole.backup')).rejects.toThrow(/whole\.backup is there already/)
    await expect(backUp('short.backup', { passphrase: 'boats' })).rejects.toThrow(
      /at least 12 characters/,
    )
    expect(existsSync(join(folder, 'short.backup'))).toBe(false)
  })

  it('is not taken from under a running server', async () => {
    if (app.database === 'mongo') return
    const place = { ...elsewhere(), databaseUrl: source().databaseUrl }
    await expect(putBack({ place, mayReplace: true })).rejects.toThrow(
      /A server has this database open/,
    )
    expect((await ben.client.get('/api/patients?limit=1')).status).toBe(200)
    await rm(place.uploadDir, { recursive: true, force: true })
  })
})

describe('the commands', () => {
  it('say in one sentence what is wrong', async () => {
    const wrong = await runScript('restore', [backup], { BACKUP_PASSPHRASE: 'not the passphrase' })
    expect(wrong.code).toBe(1)
    expect(wrong.text).toBe(
      'The passphrase does not open whole.backup. Type the one that the backup was made with.\n',
    )
    const without = await runScript('backup', [join(folder, 'x.backup')], { BACKUP_PASSPHRASE: '' })
    expect(without.code).toBe(1)
    expect(without.text).toMatch(/^A backup needs a passphrase: /)
    const nothing = await runScript('restore', [])
    expect(nothing.text).toMatch(/^Say which: /)
    const refusedText = await runScript('restore', [backup])
    expect(refusedText.text).toMatch(/^There is data at .*add --replace/)
  })
})
