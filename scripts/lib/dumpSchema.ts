// Prints the schema of an empty SQLite database as JSON. With NODE_ENV=production the migrations made
// it, otherwise the collections did (push). A process each: the environment is read once.
export {}

const { getPayload } = await import('payload')
const { default: config } = await import('@payload-config')
const { runSql } = await import('@/src/lib/database')

type SqlRow = Record<string, unknown>

const payload = await getPayload({ config })
// Rows of the driver are read by column name.
const rows = async (sql: string): Promise<SqlRow[]> => (await runSql(payload, sql)) as SqlRow[]

const plain = ({ cid, seq, id, ...row }: SqlRow): string =>
  Object.entries(row)
    .map(([name, value]) => `${name}=${value}`)
    .join(' ')

const named = await rows(
  "SELECT name, type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name",
)
const lines: string[] = []
for (const { name, type, sql } of named) {
  if (type === 'trigger') lines.push(`trigger ${name}: ${String(sql).replace(/\s+/g, ' ')}`)
  if (type !== 'table') continue
  lines.push(`table ${name}`)
  for (const row of await rows(`PRAGMA table_xinfo("${name}")`))
    lines.push(`${name}: column ${plain(row)}`)
  for (const row of await rows(`PRAGMA foreign_key_list("${name}")`))
    lines.push(`${name}: reference ${plain(row)}`)
  for (const row of await rows(`PRAGMA index_list("${name}")`)) {
    const columns = await rows(`PRAGMA index_info("${row['name']}")`)
    lines.push(
      `${name}: index ${plain(row)} (${columns.map((column) => column['name']).join(', ')})`,
    )
  }
}
// The pipe must have taken everything before the process ends.
await new Promise((done) => {
  process.stdout.write(`${JSON.stringify([...new Set(lines)].sort())}\n`, done)
})
await payload.destroy()
process.exit(0)
