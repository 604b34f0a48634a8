import { runSql } from '@/src/lib/database'
import type { TestApp } from '@/tests/support/boot'

/** One row that a request made, changed or took away. */
export type Change = { table: string; operation: 'insert' | 'update' | 'delete'; id: string }

// Written with every request: the log, the keys it needs, and when something was last used.
const unwatched = /^(audit_|data_keys|sqlite_|payload_migrations|zz_)/
const unseenColumns = new Set(['updated_at', 'last_used_at', 'last_used_from', 'last_seen_at'])

/** Whether changes in a collection are written down and can be taken back. */
export const isPutBack = (slug: string): boolean => !unwatched.test(slug.replaceAll('-', '_'))

type Named = { name: string }

const literal = (column: string, side: 'OLD' | 'NEW'): string => `quote(${side}."${column}")`

const triggersFor = (table: string, columns: readonly string[]): string[] => {
  const id = columns.find((name) => /^_?parent_id$/.test(name)) ?? 'id'
  const own = columns.includes(id) ? id : columns[0]
  const log = (operation: string, side: 'OLD' | 'NEW', undo: string): string =>
    `INSERT INTO zz_watch (tbl, op, row_id, undo) VALUES ('${table}', '${operation}', ${side}."${own}", ${undo});`
  const differs = columns
    .filter((name) => !unseenColumns.has(name))
    .map((name) => `OLD."${name}" IS NOT NEW."${name}"`)
    .join(' OR ')
  const sets = columns.map((name) => `'"${name}"=' || ${literal(name, 'OLD')}`).join(" || ',' || ")
  const names = columns.map((name) => `"${name}"`).join(',')
  const values = columns.map((name) => literal(name, 'OLD')).join(" || ',' || ")
  return [
    `CREATE TRIGGER "zz_i_${table}" AFTER INSERT ON "${table}" BEGIN ${log('insert', 'NEW', `'DELETE FROM "${table}" WHERE rowid=' || NEW.rowid`)} END`,
    `CREATE TRIGGER "zz_u_${table}" AFTER UPDATE ON "${table}" WHEN ${differs} BEGIN ${log('update', 'OLD', `'UPDATE "${table}" SET ' || ${sets} || ' WHERE rowid=' || OLD.rowid`)} END`,
    `CREATE TRIGGER "zz_d_${table}" AFTER DELETE ON "${table}" BEGIN ${log('delete', 'OLD', `'INSERT INTO "${table}" (rowid,${names}) VALUES (' || OLD.rowid || ',' || ${values} || ')'`)} END`,
  ]
}

export type Watch = {
  /** What changed since the last look. */
  changes: () => Promise<Change[]>
  /** Puts everything back as it was at the last look. */
  undo: () => Promise<void>
}

/** Has the database itself write down every change of every table, and how to take it back. SQLite only. */
export const watchDatabase = async ({ payload }: TestApp): Promise<Watch> => {
  const sql = (text: string) => runSql(payload, text)
  await sql(
    'CREATE TABLE zz_watch (seq INTEGER PRIMARY KEY, tbl TEXT, op TEXT, row_id TEXT, undo TEXT)',
  )
  const tables = (await sql("SELECT name FROM sqlite_master WHERE type = 'table'")) as Named[]
  for (const { name } of tables.filter((each) => !unwatched.test(each.name))) {
    const columns = (await sql(`PRAGMA table_info("${name}")`)) as Named[]
    const names = columns.map((each) => each.name)
    for (const trigger of triggersFor(name, names)) await sql(trigger)
  }
  type Logged = { tbl: string; op: Change['operation']; row_id: string; undo: string }
  const logged = async () =>
    (await sql('SELECT tbl, op, row_id, undo FROM zz_watch ORDER BY seq DESC')) as Logged[]
  return {
    changes: async () =>
      (await logged()).map(({ tbl, op, row_id }) => ({ table: tbl, operation: op, id: row_id })),
    undo: async () => {
      for (const { undo } of await logged()) await sql(undo)
      await sql('DELETE FROM zz_watch')
    },
  }
}
