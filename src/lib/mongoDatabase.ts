import { mongooseAdapter } from '@payloadcms/db-mongodb'
import { Types } from 'mongoose'
import type { BasePayload, DatabaseAdapterObj } from 'payload'
import { env } from './env'

/** MongoDB, with transactions when the address names a replica set. */
export const mongoDatabase = (): DatabaseAdapterObj =>
  mongooseAdapter({
    url: env.DATABASE_URL,
    ensureIndexes: env.NODE_ENV === 'test' && !env.SCHEMA_READY,
    ...(env.SCHEMA_READY ? { connectOptions: { autoIndex: false } } : {}),
  })

/** A row as the driver must get it: a text would never compare with the dates and ids Payload asks for. */
export const asStored = (payload: BasePayload, slug: string, row: object): object => {
  const fields = payload.collections[slug]?.config.flattenedFields ?? []
  const types = new Map(fields.map(({ name, type }) => [name, type]))
  const stored = (name: string, value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (types.get(name) === 'date') return new Date(value)
    const isId = types.get(name) === 'relationship' && Types.ObjectId.isValid(value)
    return isId ? new Types.ObjectId(value) : value
  }
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, stored(name, value)]))
}
