import type { PayloadRequest } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { DueChip } from '../ui/DueChip'
import { Queue } from '../ui/Queue'

// License boards renew for one or two years; two months are enough to renew in.
const warnDays = 60

const kinds: Record<string, string> = {
  license: 'License',
  malpractice: 'Malpractice insurance',
  npi: 'NPI',
  other: 'Credential',
}

const titleOf = (row: Row): string =>
  [kinds[textIn(row, 'kind')] ?? 'Credential', textIn(row, 'state')].filter(Boolean).join(' ')

const treats = (person: Row): boolean =>
  Array.isArray(person['roles']) &&
  person['roles'].some((role) => role === 'clinician' || role === 'intern')

/** What HR looks after: credentials that run out, that nobody has checked, or that are not there at all. */
export const StaffHome = async ({ req }: { req: PayloadRequest }) => {
  const today = practiceToday()
  const staff = await readRows(req, 'staff', { where: { isActive: { equals: true } }, limit: 500 })
  const own = { staff: { in: staff.map(({ id }) => id) } }
  const [ending, unchecked, licenses] = await Promise.all([
    readRows(req, 'credentials', {
      where: { and: [own, { expiresOn: { less_than_equal: addDays(today, warnDays) } }] },
      sort: 'expiresOn',
      limit: 100,
    }),
    readRows(req, 'credentials', {
      where: { and: [own, { verifiedAt: { exists: false } }] },
      sort: 'createdAt',
      limit: 100,
    }),
    readRows(req, 'credentials', {
      where: { and: [own, { kind: { equals: 'license' } }] },
      limit: 1000,
      select: ['staff'],
    }),
  ])
  const names = await namesOf(req, {
    slug: 'staff',
    column: 'staff',
    rows: [...ending, ...unchecked],
    name: 'name',
  })
  const lineOf = (row: Row) => ({
    id: row.id,
    what: `${names.get(refIn(row, 'staff')) ?? 'Somebody'}: ${titleOf(row)}`,
    href: `/admin/collections/credentials/${row.id}`,
  })
  const licensed = new Set(licenses.map((row) => refIn(row, 'staff')))
  const bare = staff.filter((person) => treats(person) && !licensed.has(person.id))
  return (
    <div className="ops-stack">
      <Queue
        aside={<a href="/admin/collections/credentials">All credentials</a>}
        empty={`Nothing runs out in the next ${warnDays} days.`}
        lines={ending.map((row) => ({
          ...lineOf(row),
          detail: textIn(row, 'number') ? `Number ${textIn(row, 'number')}` : '',
          end: <DueChip day={textIn(row, 'expiresOn')} today={today} what="expiry" />,
        }))}
        title="Credentials that run out"
      />
      <Queue
        lines={unchecked.map((row) => {
          const verify = offered(req, { slug: 'credentials', name: 'verify', record: row })
          return {
            ...lineOf(row),
            detail: 'Nobody has checked it at the board or the insurer yet.',
            end: verify ? (
              <ActionButton
                about={titleOf(row)}
                action={verify}
                target={{ slug: 'credentials', id: row.id, rev: numberIn(row, 'rev') }}
              />
            ) : null,
          }
        })}
        title="To be verified"
      />
      <Queue
        lines={bare.map((person) => ({
          id: person.id,
          what: textIn(person, 'name'),
          href: `/admin/collections/staff/${person.id}`,
          detail: 'Treats patients, and no license is on file: nothing can be booked or billed.',
        }))}
        title="Without a license"
      />
    </div>
  )
}
