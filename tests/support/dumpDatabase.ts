import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import mongoose from 'mongoose'
import { letGoOfFiles } from './letGoOfFiles'

/** Every row of every table or collection as text, sorted: two databases are the same when these are. */
export type Dump = Record<string, string[]>

const fromSqlite = async (url: string): Promise<Dump> => {
  const client = drizzle({ connection: { url } }).$client
  try {
    const { rows: tables } = await client.execute(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    const dump: Dump = {}
    for (const { name } of tables) {
      const { rows } = await client.execute(`SELECT * FROM "${String(name)}"`)
      dump[String(name)] = rows.map((row) => JSON.stringify(row)).sort()
    }
    return dump
  } finally {
    client.close()
    await letGoOfFiles()
  }
}

const fromMongo = async (url: string): Promise<Dump> => {
  const { BSON, MongoClient } = mongoose.mongo
  const client = await new MongoClient(url).connect()
  try {
    const dump: Dump = {}
    for (const { name } of await client.db().listCollections({}, { nameOnly: true }).toArray()) {
      const collection = client.db().collection(name)
      const rows = await collection.find({}, { promoteValues: false }).toArray()
      const indexes = (await collection.indexes()).map(({ ns, v, ...index }) => index)
      dump[name] = rows.map((row) => BSON.EJSON.stringify(row, { relaxed: false })).sort()
      dump[`${name} (indexes)`] = indexes.map((index) => JSON.stringify(index)).sort()
    }
    return dump
  } finally {
    await client.close()
  }
}

export const dumpDatabase = (url: string): Promise<Dump> =>
  url.startsWith('mongodb') ? fromMongo(url) : fromSqlite(url)
