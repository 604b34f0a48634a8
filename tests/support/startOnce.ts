import config from '@payload-config'
import { getPayload } from 'payload'
import { runSql } from '@/src/lib/database'
import { migrations } from '@/src/migrations'

/**
 * Starts the product in this process as the server does, migrations included, and ends it. With the
 * argument "and one more" it is the next release: one that adds a column.
 */
const oneMore = {
  name: '29991231_235959_one_more',
  up: async ({ payload }: { payload: Parameters<typeof runSql>[0] }) => {
    await runSql(payload, "ALTER TABLE referrers ADD COLUMN fax TEXT DEFAULT 'not known'")
  },
  down: async () => {},
}

const built = await config
const { init } = built.db
const isNext = process.argv.includes('and one more')
const all = isNext ? [...migrations, oneMore] : migrations
built.db = {
  ...built.db,
  init: (args) => Object.assign(init(args), { prodMigrations: all }),
}
const payload = await getPayload({ config: built })
await payload.db.count({ collection: 'staff', where: {} })
await payload.destroy()
process.stdout.write('started\n')
process.exit(0)
