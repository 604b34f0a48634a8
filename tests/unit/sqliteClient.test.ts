import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { describe, expect, it } from 'vitest'
import { answerPlainly } from '@/src/lib/sqliteClient'

type Execute = ReturnType<typeof drizzle>['$client']['execute']

/** What `answerPlainly` adds. */
type Added = {
  executeSoon: Execute
  insertEach: (sql: string, rows: unknown[][]) => Promise<void>
}

const open = () => {
  const file = join(mkdtempSync(join(tmpdir(), 'therapy-ops-statements-')), 'a.db')
  const client = drizzle({ connection: { url: `file:${file}` } }).$client
  const asItCame = client.execute.bind(client)
  answerPlainly(client, file, { busy_timeout: 1000, journal_mode: 'WAL' })
  const { executeSoon, insertEach } = client as unknown as Added
  return Object.assign(client, { asItCame, executeSoon, insertEach })
}

describe('the SQLite client', () => {
  it('answers with other values, and after an error', async () => {
    const client = open()
    await client.execute('CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
    const add = (id: number, name: string) =>
      client.execute({ sql: 'INSERT INTO people (id, name) VALUES (?, ?)', args: [id, name] })
    const all = async () => (await client.execute('SELECT * FROM people ORDER BY id')).rows
    expect((await add(1, 'Ana')).rowsAffected).toBe(1)
    await expect(add(2, 'Ana')).rejects.toMatchObject({ code: 'SQLITE_CONSTRAINT_UNIQUE' })
    expect((await add(2, 'Ben')).lastInsertRowid).toBe(2n)
    expect(await all()).toMatchObject([{ name: 'Ana' }, { name: 'Ben' }])
    const named = (name: string) =>
      client.execute({ sql: 'SELECT id FROM people WHERE name = ?', args: [name] })
    expect((await named('Ben')).rows).toMatchObject([{ id: 2 }])
    expect((await named('Cy')).rows).toEqual([])
    expect((await named('Ana')).rows).toMatchObject([{ id: 1 }])
  })

  it('knows the columns of a table that was changed', async () => {
    const client = open()
    await client.execute('CREATE TABLE people (id INTEGER PRIMARY KEY)')
    await client.execute('INSERT INTO people (id) VALUES (1)')
    const all = () => client.execute('SELECT * FROM people')
    expect((await all()).columns).toEqual(['id'])
    await client.execute("ALTER TABLE people ADD COLUMN name TEXT DEFAULT 'new'")
    expect((await all()).columns).toEqual(['id', 'name'])
    await client.executeMultiple('ALTER TABLE people DROP COLUMN name; SELECT 1')
    expect((await all()).rows).toMatchObject([{ id: 1 }])
    expect((await all()).columns).toEqual(['id'])
  })

  it('answers what the client of the adapter answers, in rows of the same shape', async () => {
    const client = open()
    await client.execute(
      'CREATE TABLE kinds (id INTEGER PRIMARY KEY, a TEXT, b REAL, c INTEGER, d BLOB)',
    )
    const values = [1, 'Ana’s', 2.5, true, null]
    await client.execute({ sql: 'INSERT INTO kinds VALUES (?, ?, ?, ?, ?)', args: values })
    await client.execute({
      sql: 'INSERT INTO kinds VALUES (?, ?, ?, ?, ?)',
      args: [2, '', -1, 9_007_199_254_740_991, new Uint8Array([1, 2]).buffer],
    })
    for (const sql of [
      'SELECT * FROM kinds WHERE id = 1',
      'SELECT * FROM kinds',
      'SELECT a, a FROM kinds',
      'SELECT count(*) FROM kinds',
      'SELECT 9007199254740993 AS large WHERE 0',
      "INSERT INTO kinds (a) VALUES ('x') RETURNING id > 0 AS made",
      "UPDATE kinds SET a = 'y' WHERE a = 'x'",
    ]) {
      const ours = await client.execute(sql)
      const theirs = await client.asItCame(sql.replace("a = 'x'", "a = 'y'"))
      expect(ours.columns, sql).toEqual(theirs.columns)
      expect(JSON.stringify(ours.rows), sql).toBe(JSON.stringify(theirs.rows))
      expect(ours.rows.map((row) => [row.length, row[0], Object.keys(row)])).toEqual(
        theirs.rows.map((row) => [row.length, row[0], Object.keys(row)]),
      )
    }
    await expect(client.execute('SELECT 9007199254740993 AS large')).rejects.toThrow(/safely/)
    await expect(client.execute('SELECT * FROM nowhere')).rejects.toThrow(/no such table/)
  })

  it('keeps no more statements than are worth it', async () => {
    const client = open()
    for (let value = 0; value < 1_000; value += 1)
      expect((await client.execute(`SELECT ${value} AS value`)).rows[0]?.['value']).toBe(value)
    expect((await client.execute('SELECT 0 AS value')).rows[0]?.['value']).toBe(0)
  })

  it('has the settings it was given', async () => {
    const client = open()
    for (const wanted of [1, 2, 1]) {
      await client.execute(`PRAGMA synchronous = ${wanted}`)
      expect((await client.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(wanted)
    }
  })

  it('inserts all rows or none', async () => {
    const client = open()
    await client.execute('CREATE TABLE people (name TEXT UNIQUE, age INTEGER)')
    const add = (...rows: unknown[][]) =>
      client.insertEach('INSERT INTO people (name, age) VALUES (?, ?)', rows)
    const names = async () =>
      (await client.execute('SELECT name FROM people')).rows.map((row) => row['name'])
    await add(['Ana', 41])
    await add(['Ben', 7], ['Cy', null])
    await expect(add(['Dot', 3], ['Ana', 4])).rejects.toThrow(/UNIQUE constraint failed/)
    await expect(add(['Dot', 3], ['Eve', { a: 1 }])).rejects.toThrow()
    expect(await names()).toEqual(['Ana', 'Ben', 'Cy'])
    await add(['Dot', 3], ['Eve', 4])
    expect(await names()).toEqual(['Ana', 'Ben', 'Cy', 'Dot', 'Eve'])
  })

  it('writes without waiting for the disk over a connection of its own', async () => {
    const client = open()
    await client.execute('PRAGMA synchronous = 2')
    await client.execute('CREATE TABLE seen (id INTEGER PRIMARY KEY, name TEXT UNIQUE)')
    const add = { sql: 'INSERT INTO seen (name) VALUES (?)', args: ['Ana'] }
    await client.executeSoon(add)
    expect((await client.execute('SELECT name FROM seen')).rows).toMatchObject([{ name: 'Ana' }])
    expect((await client.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(2)
    expect((await client.executeSoon('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(1)
    await expect(client.executeSoon(add)).rejects.toMatchObject({
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    })
    await client.execute('ALTER TABLE seen ADD COLUMN age INTEGER')
    await client.executeSoon({
      sql: 'INSERT INTO seen (name, age) VALUES (?, ?)',
      args: ['Ben', 4],
    })
    expect((await client.execute("SELECT age FROM seen WHERE name = 'Ben'")).rows).toMatchObject([
      { age: 4 },
    ])
  })
})
