import { existsSync } from 'node:fs'
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { archiveInto, type Manifest, readArchive } from './archive'
import { type DataSource, SnapshotExpired } from './dataSource'
import { addFolder, fingerprintsOf } from './folder'
import { BackupProblem } from './problem'
import { backupFormat, sealInto, unsealFile } from './sealedFile'

/** Where a practice keeps what is its own; the same as the settings of the server. */
export type Place = { databaseUrl: string; uploadDir: string; keyDir: string }

export type BackupRequest = {
  place: Place
  /** The file to make; it must not be there. */
  file: string
  passphrase: string
  withKeys: boolean
  /** Nobody writes: needed for a MongoDB without snapshots. */
  isStopped?: boolean
  now: Date
  release: string
}

export type LastBackup = { at: string; file: string; bytes: number; hasKeys: boolean }

/** Shorter ones can be guessed by whoever gets hold of the file. */
export const shortestPassphrase = 12

const recordFile = (uploadDir: string): string => join(uploadDir, '.last-backup.json')

/** The last backup that was made whole, or null. */
export const readLastBackup = async (uploadDir: string): Promise<LastBackup | null> => {
  const file = recordFile(uploadDir)
  return existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : null
}

const sourceOf = async (databaseUrl: string, isStopped: boolean): Promise<DataSource> =>
  databaseUrl.startsWith('mongodb')
    ? (await import('./mongoData')).mongoSource(databaseUrl, isStopped)
    : (await import('./sqliteData')).sqliteSource(databaseUrl)

type Writing = BackupRequest & { partial: string; source: DataSource; way: DataSource['ways'][0] }

const write = async ({
  place,
  passphrase,
  withKeys,
  now,
  release,
  partial,
  source,
  way,
}: Writing): Promise<Manifest> => {
  const handle = await open(partial, 'w', 0o600)
  try {
    const about = {
      format: backupFormat,
      createdAt: now.toISOString(),
      release,
      database: source.kind,
    }
    const archive = archiveInto(await sealInto(handle, passphrase, about))
    // Files are written before their rows: a row in the copy never names a file that is not there yet.
    const facts = await way(archive)
    await addFolder(archive, 'files', place.uploadDir)
    if (withKeys) await addFolder(archive, 'keys', place.keyDir)
    return await archive.finish({
      ...facts,
      keyFingerprints: await fingerprintsOf(place.keyDir),
    })
  } finally {
    await handle.close()
  }
}

const writeInSomeWay = async (
  request: BackupRequest,
  partial: string,
  source: DataSource,
): Promise<Manifest> => {
  for (const way of source.ways) {
    try {
      return await write({ ...request, partial, source, way })
    } catch (error) {
      if (!(error instanceof SnapshotExpired)) throw error
    }
  }
  throw new BackupProblem(
    'The server gave up its snapshot before all was read. Make the backup at a quiet hour, or raise minSnapshotHistoryWindowInSeconds (docs/backup.md).',
  )
}

/** Reads a backup to its end, using nothing of it. Throws a BackupProblem when it is not as it was made. */
export const verifyBackup = (file: string, passphrase: string): Promise<Manifest> =>
  readArchive(unsealFile(file, passphrase), async (_head, blocks) => {
    for await (const _ of blocks);
  })

/**
 * Makes one sealed file of database and uploaded files, and of the keys if asked, while the server runs.
 * It gets its name only when it was written, read back and found whole. Throws a BackupProblem.
 */
export const makeBackup = async (request: BackupRequest): Promise<Manifest> => {
  const file = resolve(request.file)
  const { place, passphrase, withKeys, now } = request
  if (passphrase.length < shortestPassphrase)
    throw new BackupProblem(
      `The passphrase is too short. Use at least ${shortestPassphrase} characters, such as five random words.`,
    )
  if (existsSync(file))
    throw new BackupProblem(`${basename(file)} is there already. Name a new file.`)
  await mkdir(dirname(file), { recursive: true })
  const partial = `${file}.partial`
  const source = await sourceOf(place.databaseUrl, request.isStopped ?? false)
  try {
    const manifest = await writeInSomeWay(request, partial, source)
    await verifyBackup(partial, passphrase)
    await rename(partial, file)
    const last: LastBackup = {
      at: now.toISOString(),
      file: basename(file),
      bytes: (await stat(file)).size,
      hasKeys: withKeys,
    }
    await mkdir(place.uploadDir, { recursive: true })
    await writeFile(recordFile(place.uploadDir), JSON.stringify(last), { mode: 0o600 })
    return manifest
  } finally {
    await rm(partial, { force: true })
    await source.close()
  }
}
