import type { PayloadRequest } from 'payload'
import { Home } from '@/src/components/admin/home/Home'
import { Workspace } from '@/src/components/admin/patient/Workspace'
import { staffEmail } from '@/src/demo/seed/logins'
import { insertInBulk } from '@/src/demo/seed/memory/insertable'
import { newId } from '@/src/demo/seed/memory/newId'
import type { StoredRow } from '@/src/domain/row'
import { readHome } from '@/src/lib/portal/readHome'
import type { TestApp } from '@/tests/support/boot'
import { rowsOf } from '@/tests/support/practice'
import { requestAs } from '@/tests/support/requestAs'
import { walkScreen } from '@/tests/support/walkScreen'

type Screens = ReadonlyMap<string, () => Promise<unknown>>

const people = {
  owner: 'rosa',
  director: 'imani',
  supervisor: 'kim',
  intern: 'leo',
  'front desk': 'ben',
  biller: 'dana',
  HR: 'priya',
  marketing: 'mo',
  compliance: 'sam',
} as const

type Open = (req: PayloadRequest) => Promise<unknown>

const home: Open = (req) => walkScreen(Home({ initPageResult: { req } } as never)) // all it looks at

/** What each role opens first, as whoever opens it; every opening is a request of its own. */
export const screensOf = async (
  app: TestApp,
  { patient, clinician, account }: { patient: string; clinician: string; account: string },
): Promise<Screens> => {
  const screens = new Map<string, () => Promise<unknown>>()
  const add = (name: string, id: string, open: Open): void => {
    screens.set(name, async () => open(await requestAs(app, { id } as never))) // a person's id is all it takes
  }
  const chart: Open = (req) =>
    walkScreen(Workspace({ req, id: patient, section: 'overview', filter: '' }))
  for (const [role, name] of Object.entries(people)) {
    const [person] = await rowsOf(app, 'staff', { email: staffEmail(name) })
    add(`home, ${role}`, String(person?.id), home)
    if (role === 'front desk') add(`chart, ${role}`, String(person?.id), chart)
  }
  add('home, clinician', clinician, home)
  add('chart, clinician', clinician, chart)
  screens.set('portal home', async () => {
    const req = await requestAs(app, { id: account } as never, 'portal')
    return readHome({ req, userId: account, patientId: patient, isProxy: false })
  })
  return screens
}

type Handle = Record<string, (...given: unknown[]) => unknown>

/** How often the database is asked while each screen is opened. */
export const countQuestions = async (
  app: TestApp,
  screens: Screens,
): Promise<Map<string, number>> => {
  const { db } = app.payload as unknown as { db: Handle & { client?: Handle } } // adapter internals
  // On SQLite everything is a statement of the client, also what is asked past the adapter.
  const asked = db.client
    ? { on: db.client, names: ['execute'] }
    : { on: db as Handle, names: ['find', 'findOne', 'count', 'queryDrafts'] }
  const counts = new Map<string, number>()
  for (const [name, open] of screens) {
    let count = 0
    const originals = asked.names.map((each) => [each, asked.on[each]] as const)
    for (const [each, original] of originals)
      asked.on[each] = (...given) => {
        // The log is brought to the disk once a second, whoever asks for what.
        if (!String((given[0] as { sql?: unknown })?.sql).startsWith('PRAGMA')) count += 1
        return original?.apply(asked.on, given)
      }
    try {
      await open()
    } finally {
      for (const [each, original] of originals) if (original) asked.on[each] = original
    }
    counts.set(name, count)
  }
  return counts
}

const copied = [
  'patients',
  'care-team-assignments',
  'appointments',
  'sessions',
  'progress-notes',
  'charges',
  'claims',
  'postings',
  'ledger-entries',
] as const

/** Everybody once more, `times` times, with what hangs on them. */
export const makeMore = async ({ payload, ...app }: TestApp, times: number): Promise<void> => {
  const rows = await Promise.all(
    copied.map(async (slug) => [slug, await rowsOf({ payload, ...app }, slug, {})] as const),
  )
  const known = new Set(rows.flatMap(([, list]) => list.map(({ id }) => id)))
  for (let time = 1; time <= times; time += 1) {
    const ids = new Map([...known].map((id) => [id, newId()]))
    for (const [slug, list] of rows) {
      const { flattenedFields = [] } = payload.collections[slug]?.config ?? {}
      const unique = new Set(
        flattenedFields
          .filter((field) => 'unique' in field && field.unique)
          .map(({ name }) => name),
      )
      const again = (name: string, value: unknown): unknown => {
        if (name === 'sealed') return null
        if (typeof value !== 'string') return value
        return ids.get(value) ?? (unique.has(name) ? `${value}|${time}` : value)
      }
      const made = list.map((row) =>
        Object.fromEntries(Object.entries(row).map(([name, value]) => [name, again(name, value)])),
      )
      await insertInBulk(payload, slug, made as StoredRow[])
    }
  }
}
