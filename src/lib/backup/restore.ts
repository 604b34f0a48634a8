import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type EntryHead, type Manifest, readArchive } from './archive'
import { type Place, verifyBackup } from './backUp'
import type { DatabaseKind, DataRestore } from './dataSource'
import { filesIn, fingerprintsOf, isKeyFile, restoreFolder } from './folder'
import { mongoRestore } from './mongoData'
import { BackupProblem } from './problem'
import { readHeader, unsealFile } from './sealedFile'
import { sqliteRestore } from './sqliteData'

export type RestoreRequest = {
  place: Place
  file: string
  passphrase: string
  /** Whether what is there may go. */
  mayReplace: boolean
  withKeys: boolean
  /** Names of the migrations this release has. */
  knownMigrations: readonly string[]
}

export type Restored = {
  manifest: Manifest
  createdAt: string
  /** What whoever restores must know or do; sentences. */
  notes: string[]
}

const names: Record<DatabaseKind, string> = { sqlite: 'SQLite', mongodb: 'MongoDB' }

const targetOf = async (databaseUrl: string): Promise<DataRestore> =>
  databaseUrl.startsWith('mongodb') ? mongoRestore(databaseUrl) : sqliteRestore(databaseUrl)

const refuseOtherKind = (kind: DatabaseKind, databaseUrl: string): void => {
  const own: DatabaseKind = databaseUrl.startsWith('mongodb') ? 'mongodb' : 'sqlite'
  if (kind === own) return
  throw new BackupProblem(
    `This is a backup of a ${names[kind]} database and DATABASE_URL names ${names[own]}. Set DATABASE_URL to a ${names[kind]} database.`,
  )
}

const refuseLaterRelease = (manifest: Manifest, known: readonly string[]): void => {
  const unknown = manifest.migrations.filter((name) => !known.includes(name))
  if (!unknown.length) return
  throw new BackupProblem(
    `The backup was made by a later release of Therapy Ops: this one does not know ${unknown[0]}. Restore it with that release.`,
  )
}

const refuseToOverwrite = async (target: DataRestore, uploadDir: string): Promise<void> => {
  if (!(await target.isEmpty())) {
    throw new BackupProblem(
      `There is data at ${target.place}. Restore into an empty place, or add --replace to put the backup in its place.`,
    )
  }
  if ((await filesIn(uploadDir)).length) {
    throw new BackupProblem(
      `There are files in ${uploadDir}. Restore into an empty place, or add --replace to put those of the backup in their place.`,
    )
  }
}

/** Keys are added, never replaced: what another key sealed can only be opened by that key. */
const addKeys = async (keyDir: string, keys: ReadonlyMap<string, Buffer>): Promise<void> => {
  for (const [name, content] of keys) {
    const file = join(keyDir, name)
    if (!isKeyFile(name) || !existsSync(file)) continue
    if ((await readFile(file, 'utf8')).trim() === content.toString('utf8').trim()) continue
    throw new BackupProblem(
      `${keyDir} holds another ${name} than the backup. Move it away first, and keep it if anything was sealed with it.`,
    )
  }
  for (const [name, content] of keys) {
    const file = join(keyDir, name)
    if (existsSync(file)) continue
    await mkdir(dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, content, { mode: 0o600, flag: 'wx' })
  }
}

const keyNotes = async (manifest: Manifest, keyDir: string): Promise<string[]> => {
  const here = await fingerprintsOf(keyDir)
  const wanted = Object.entries(manifest.keyFingerprints)
  const missing = wanted.filter(([name]) => !here[name]).map(([name]) => name)
  const other = wanted.filter(([name, print]) => here[name] && here[name] !== print)
  return [
    ...(missing.length
      ? [
          `${keyDir} lacks ${missing.join(', ')}. The server does not start without them: ${manifest.sections.keys ? 'they are in this backup, so restore it again with --replace --with-keys' : 'bring the key files'}.`,
        ]
      : []),
    ...(other.length
      ? [
          `${other.map(([name]) => name).join(', ')} in ${keyDir} is not the one this backup was made with: what was sealed stays closed until you bring the right one.`,
        ]
      : []),
  ]
}

const contentOf = async (blocks: AsyncIterable<Buffer>): Promise<Buffer> => {
  const parts: Buffer[] = []
  for await (const block of blocks) parts.push(block)
  return Buffer.concat(parts)
}

const putBack = async (
  { place, file, passphrase, withKeys }: RestoreRequest,
  target: DataRestore,
): Promise<Manifest> => {
  const files = await restoreFolder(place.uploadDir)
  const keys = new Map<string, Buffer>()
  const take = async (head: EntryHead, blocks: AsyncGenerator<Buffer>): Promise<void> => {
    if (head.section === 'database') return target.take(head, blocks)
    if (head.section === 'files') return files.take(head.name, blocks)
    keys.set(head.name, await contentOf(blocks))
  }
  try {
    const manifest = await readArchive(unsealFile(file, passphrase), take)
    const wrong = await target.check(manifest.rows)
    if (wrong.length)
      throw new BackupProblem(
        `Not all rows arrived: ${wrong.join(', ')}. Nothing was changed; try again or use another backup.`,
      )
    if (withKeys) await addKeys(place.keyDir, keys)
    await target.commit()
    await files.commit()
    return manifest
  } catch (error) {
    await target.abandon()
    await files.abandon()
    throw error
  }
}

/**
 * Puts a backup back. The whole file is verified before anything is touched, and what is there goes only
 * when the backup's rows are in and counted. Throws a BackupProblem; then nothing was changed.
 */
export const restoreBackup = async (request: RestoreRequest): Promise<Restored> => {
  const { place, file, passphrase, mayReplace, knownMigrations, withKeys } = request
  if (!existsSync(file)) throw new BackupProblem(`There is no file ${file}.`)
  const header = await readHeader(file)
  refuseOtherKind(header.database, place.databaseUrl)
  const found = await verifyBackup(file, passphrase)
  refuseLaterRelease(found, knownMigrations)
  if (withKeys && !found.sections.keys && Object.keys(found.keyFingerprints).length) {
    throw new BackupProblem(
      'This backup holds no keys: it was made without --with-keys. Restore without it and bring the key files yourself.',
    )
  }
  const target = await targetOf(place.databaseUrl)
  try {
    if (!mayReplace) await refuseToOverwrite(target, place.uploadDir)
    const manifest = await putBack(request, target)
    return {
      manifest,
      createdAt: header.createdAt,
      notes: await keyNotes(manifest, place.keyDir),
    }
  } finally {
    await target.close()
  }
}
