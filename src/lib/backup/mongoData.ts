import mongoose from 'mongoose'
import type { ArchiveWriter, EntryHead } from './archive'
import {
  type CopiedFacts,
  type DataRestore,
  type DataSource,
  differing,
  SnapshotExpired,
} from './dataSource'
import { BackupProblem } from './problem'

const { BSON, MongoClient } = mongoose.mongo

type Client = InstanceType<typeof MongoClient>
type Session = ReturnType<Client['startSession']>
type Index = Record<string, unknown> & { name: string; key: Record<string, unknown> }

const stagingPrefix = 'restoring_'
const blockBytes = 1024 * 1024
const insertAtOnce = 1000

// Numbers stay what they are in the database: a whole double must not come back as an integer.
const exactly = { promoteValues: false, bsonRegExp: true } as const

const placeOf = (databaseUrl: string): string =>
  databaseUrl.replace(/\/\/[^@/]*@/, '//').replace(/\?.*$/, '')

const connect = async (databaseUrl: string): Promise<Client> => {
  const client = new MongoClient(databaseUrl, { serverSelectionTimeoutMS: 10_000 })
  try {
    return await client.connect()
  } catch {
    await client.close()
    throw new BackupProblem(
      `The database at ${placeOf(databaseUrl)} does not answer. Check DATABASE_URL and the server.`,
    )
  }
}

const collectionNames = async (client: Client): Promise<string[]> => {
  const found = await client.db().listCollections({}, { nameOnly: true }).toArray()
  return found
    .filter(({ type }) => (type ?? 'collection') === 'collection')
    .map(({ name }) => name)
    .filter((name) => !name.startsWith('system.') && !name.startsWith(stagingPrefix))
    .sort()
}

const indexesOf = async (client: Client, name: string): Promise<Index[]> => {
  const found = await client.db().collection(name).indexes()
  return found
    .filter((index) => index.name !== '_id_')
    .map(({ v, ns, ...index }) => index as unknown as Index) // listed by the server
}

async function* documentBlocks(
  client: Client,
  name: string,
  { session, count }: { session: Session | null; count: () => void },
): AsyncGenerator<Buffer> {
  const options = { ...exactly, ...(session ? { session } : {}) }
  let held: Uint8Array[] = []
  let bytes = 0
  for await (const document of client.db().collection(name).find({}, options)) {
    const plain = BSON.serialize(document)
    count()
    held.push(plain)
    bytes += plain.length
    if (bytes < blockBytes) continue
    yield Buffer.concat(held)
    held = []
    bytes = 0
  }
  if (held.length) yield Buffer.concat(held)
}

// MongoDB's codes for a snapshot or transaction that became too old: 239 SnapshotTooOld,
// 246 SnapshotUnavailable, 251 NoSuchTransaction, 290 TransactionExceededLifetimeLimitSeconds.
const expiredCodes = new Set([239, 246, 251, 290])

const isExpired = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && expiredCodes.has(Number(error.code))

const readAll = async (
  client: Client,
  archive: ArchiveWriter,
  session: Session | null,
): Promise<CopiedFacts> => {
  const rows: Record<string, number> = {}
  try {
    for (const name of await collectionNames(client)) {
      const more = await indexesOf(client, name)
      rows[name] = 0
      const count = () => {
        rows[name] = (rows[name] ?? 0) + 1
      }
      const blocks = documentBlocks(client, name, { session, count })
      await archive.add({ section: 'database', name, more }, blocks)
    }
    return { rows, migrations: [] }
  } catch (error) {
    if (isExpired(error)) throw new SnapshotExpired('The snapshot was gone before it was read.')
    throw error
  }
}

/** Exact for what is read within a minute, MongoDB's limit for a transaction. */
const inTransaction = async (client: Client, archive: ArchiveWriter): Promise<CopiedFacts> => {
  const session = client.startSession()
  session.startTransaction({ readConcern: { level: 'snapshot' }, readPreference: 'primary' })
  try {
    return await readAll(client, archive, session)
  } finally {
    await session.abortTransaction().catch(() => {})
    await session.endSession()
  }
}

/** For more than that: a snapshot session, kept for five minutes unless the server keeps history longer. */
const inSnapshot = async (client: Client, archive: ArchiveWriter): Promise<CopiedFacts> => {
  const session = client.startSession({ snapshot: true })
  try {
    return await readAll(client, archive, session)
  } finally {
    await session.endSession()
  }
}

const hasSnapshots = async (client: Client): Promise<boolean> => {
  const hello = await client.db().admin().command({ hello: 1 })
  return Boolean(hello['setName']) || hello['msg'] === 'isdbgrid'
}

/**
 * MongoDB, read at one instant of its cluster time. A server without snapshots (no replica set) is only
 * read when whoever asks says that nothing writes.
 */
export const mongoSource = async (databaseUrl: string, isStopped: boolean): Promise<DataSource> => {
  const client = await connect(databaseUrl)
  const canSnapshot = await hasSnapshots(client)
  if (!canSnapshot && !isStopped) {
    await client.close()
    throw new BackupProblem(
      'This MongoDB is no replica set, so it cannot be read at one instant. Make it one, or stop the servers and the worker and add --stopped.',
    )
  }
  return {
    kind: 'mongodb',
    ways: isStopped
      ? [(archive) => readAll(client, archive, null)]
      : [(archive) => inTransaction(client, archive), (archive) => inSnapshot(client, archive)],
    close: () => client.close(),
  }
}

const documentsIn = (block: Buffer): object[] => {
  const documents: object[] = []
  for (let at = 0; at < block.length; ) {
    const length = block.readInt32LE(at)
    documents.push(BSON.deserialize(block.subarray(at, at + length), exactly))
    at += length
  }
  return documents
}

const stagedNames = async (client: Client): Promise<string[]> => {
  const found = await client.db().listCollections({}, { nameOnly: true }).toArray()
  return found.map(({ name }) => name).filter((name) => name.startsWith(stagingPrefix))
}

const dropStaged = async (client: Client): Promise<void> => {
  for (const name of await stagedNames(client)) await client.db().dropCollection(name)
}

const takeCollection = async (
  client: Client,
  { name, more }: EntryHead,
  blocks: AsyncIterable<Buffer>,
): Promise<void> => {
  const staged = await client.db().createCollection(`${stagingPrefix}${name}`)
  for await (const block of blocks) {
    const documents = documentsIn(block)
    for (let at = 0; at < documents.length; at += insertAtOnce)
      await staged.insertMany(documents.slice(at, at + insertAtOnce))
  }
  const indexes = more as Index[] // written by indexesOf
  if (indexes.length) await client.db().command({ createIndexes: staged.collectionName, indexes })
}

export const mongoRestore = async (databaseUrl: string): Promise<DataRestore> => {
  const client = await connect(databaseUrl)
  const db = client.db()
  await dropStaged(client)
  return {
    kind: 'mongodb',
    place: placeOf(databaseUrl),
    isEmpty: async () => {
      for (const name of await collectionNames(client)) {
        if (await db.collection(name).findOne({}, { projection: { _id: 1 } })) return false
      }
      return true
    },
    take: (head, blocks) => takeCollection(client, head, blocks),
    check: async (expected) => {
      const found: Record<string, number> = {}
      for (const name of await stagedNames(client))
        found[name.slice(stagingPrefix.length)] = await db.collection(name).countDocuments()
      return differing(expected, found)
    },
    commit: async () => {
      const before = await collectionNames(client)
      const restored = (await stagedNames(client)).map((name) => name.slice(stagingPrefix.length))
      for (const name of restored)
        await db.collection(`${stagingPrefix}${name}`).rename(name, { dropTarget: true })
      for (const name of before.filter((each) => !restored.includes(each)))
        await db.dropCollection(name)
    },
    abandon: () => dropStaged(client),
    close: () => client.close(),
  }
}
