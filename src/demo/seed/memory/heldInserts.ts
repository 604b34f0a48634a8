import type { BasePayload } from 'payload'
import { isMongo } from '@/src/lib/env'

type Rows = Record<string, unknown>[]

type Keep = (slug: string, rows: Rows) => void

type Insert = (table: object) => { values: (rows: Rows) => unknown }

type SqliteHandle = { tables: Record<string, object>; drizzle: { insert: Insert } }

type Model = { collection: { insertMany: (rows: Rows, options?: object) => Promise<unknown> } }

const holdOnSqlite = (payload: BasePayload, slugs: readonly string[], keep: Keep): (() => void) => {
  const { drizzle, tables } = payload.db as unknown as SqliteHandle // adapter internals
  const insert = drizzle.insert
  const held = new Map(slugs.map((slug) => [tables[slug.replaceAll('-', '_')], slug]))
  drizzle.insert = (table) => {
    const slug = held.get(table)
    if (!slug) return insert.call(drizzle, table)
    return { values: async (rows) => keep(slug, rows) }
  }
  return () => {
    drizzle.insert = insert
  }
}

const holdOnMongo = (payload: BasePayload, slugs: readonly string[], keep: Keep): (() => void) => {
  const models = (payload.db as unknown as { collections: Record<string, Model> }).collections // adapter internals
  const restore = slugs.map((slug) => {
    const model = models[slug]
    if (!model) throw new Error(`There is no collection "${slug}".`)
    const { collection } = model
    const insertMany = collection.insertMany
    collection.insertMany = async (rows) => keep(slug, rows)
    return () => {
      collection.insertMany = insertMany
    }
  })
  return () => {
    for (const put of restore) put()
  }
}

/** Keeps what some collections' owners insert past Payload; answers how to stop. */
export const holdInserts = (
  payload: BasePayload,
  slugs: readonly string[],
  keep: Keep,
): (() => void) => (isMongo ? holdOnMongo : holdOnSqlite)(payload, slugs, keep)
