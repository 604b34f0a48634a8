import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import { beforeAll, describe, expect, it } from 'vitest'
import { keepStatements } from '@/src/lib/keepStatements'

const open = () => {
  const file = join(mkdtempSync(join(tmpdir(), 'therapy-ops-statements-')), 'a.db')
  return drizzle({ connection: { url: `file:${file}` } }).$client
}

describe('statements that are kept', () => {
  beforeAll(keepStatements)

  it('answer what they would answer prepared anew, with other values and after an error', async () => {
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

  it('know the columns of a table that was changed', async () => {
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

  it('are as many as are worth keeping', async () => {
    const client = open()
    for (let value = 0; value < 1_000; value += 1)
      expect((await client.execute(`SELECT ${value} AS value`)).rows[0]?.['value']).toBe(value)
    expect((await client.execute('SELECT 0 AS value')).rows[0]?.['value']).toBe(0)
  })

  it('see the settings of a connection', async () => {
    const client = open()
    for (const wanted of [1, 2, 1]) {
      await client.execute(`PRAGMA synchronous = ${wanted}`)
      expect((await client.execute('PRAGMA synchronous')).rows[0]?.['synchronous']).toBe(wanted)
    }
  })
})
