import mongoose from 'mongoose'
import { runSql } from '@/src/lib/database'
import type { TestApp } from './boot'

/** A value a thief of the database could write; instants as ISO text. */
type Values = Record<string, string | number>

type Table = 'audit-events' | 'audit-checkpoints'

const columnOf = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const tableOf = (table: Table): string => table.replaceAll('-', '_')

const instants = new Set(['at', 'createdAt', 'updatedAt'])

const native = (values: Values): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      instants.has(name) ? new Date(value) : value,
    ]),
  )

type Collection = {
  updateOne: (where: object, change: object) => Promise<unknown>
  deleteOne: (where: object) => Promise<unknown>
  insertOne: (row: object) => Promise<unknown>
  dropIndexes: () => Promise<unknown>
}

/**
 * The database as somebody with full rights on it sees it, past the product: changes, removes and adds
 * rows of the log. On SQLite the guards against that are taken off first, as such a person would.
 */
export const thief = (app: TestApp) => {
  const collectionOf = (table: Table): Collection =>
    (app.payload.db as unknown as { collections: Record<string, { collection: Collection }> })
      .collections[table]?.collection as Collection // adapter internals
  const sql = (statement: string, args: unknown[] = []) => runSql(app.payload, statement, args)
  const isMongo = app.database === 'mongo'
  const keyOf = (id: unknown) => ({
    _id: typeof id === 'string' ? new mongoose.Types.ObjectId(id) : id,
  })
  return {
    breakGuards: async (): Promise<void> => {
      if (isMongo) {
        for (const table of ['audit-events', 'audit-checkpoints'] as const)
          await collectionOf(table).dropIndexes()
        return
      }
      for (const [kind, names] of [
        [
          'TRIGGER',
          [
            'audit_events_no_update',
            'audit_events_no_delete',
            'audit_checkpoints_no_update',
            'audit_checkpoints_no_delete',
          ],
        ],
      ] as const)
        for (const name of names) await sql(`DROP ${kind} IF EXISTS ${name}`)
      const indexes = (await sql(
        "SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE UNIQUE%' AND tbl_name IN ('audit_events', 'audit_checkpoints')",
      )) as { name: string }[] // the column selected
      for (const { name } of indexes) await sql(`DROP INDEX "${name}"`)
    },
    change: async (table: Table, id: string, values: Values): Promise<void> => {
      if (isMongo) {
        await collectionOf(table).updateOne(keyOf(id), { $set: native(values) })
        return
      }
      const set = Object.keys(values)
        .map((name) => `"${columnOf(name)}" = ?`)
        .join(', ')
      await sql(`UPDATE ${tableOf(table)} SET ${set} WHERE id = ?`, [...Object.values(values), id])
    },
    remove: async (table: Table, id: string): Promise<void> => {
      if (isMongo) await collectionOf(table).deleteOne(keyOf(id))
      else await sql(`DELETE FROM ${tableOf(table)} WHERE id = ?`, [id])
    },
    add: async (table: Table, values: Values): Promise<void> => {
      if (isMongo) {
        await collectionOf(table).insertOne(native(values))
        return
      }
      const row = { id: crypto.randomUUID(), ...values }
      const names = Object.keys(row)
        .map((name) => `"${columnOf(name)}"`)
        .join(', ')
      const marks = Object.keys(row)
        .map(() => '?')
        .join(', ')
      await sql(`INSERT INTO ${tableOf(table)} (${names}) VALUES (${marks})`, Object.values(row))
    },
  }
}
