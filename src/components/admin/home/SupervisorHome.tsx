import type { PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/principal'
import { COSIGN_DAYS } from '@/collections/records/signing/cosignTasks'
import { countOf } from '@/src/domain/countOf'
import { spellDay } from '../fields/spellDay'
import { daysOld } from '../page/ages'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { Queue } from '../ui/Queue'

// Where it is read with the button to co-sign beside it.
const kinds = [
  {
    slug: 'progress-notes',
    label: 'Note',
    state: 'pendingCosign',
    link: ({ id }: Row) => `/admin/note/${id}`,
  },
  {
    slug: 'addenda',
    label: 'Addendum',
    state: 'pendingCosign',
    link: (row: Row) =>
      refIn(row, 'note')
        ? `/admin/note/${refIn(row, 'note')}`
        : `/admin/collections/addenda/${row.id}`,
  },
  {
    slug: 'intake-assessments',
    label: 'Intake assessment',
    state: 'pendingCosign',
    link: ({ id }: Row) => `/admin/intake/${id}`,
  },
  {
    slug: 'treatment-plans',
    label: 'Treatment plan',
    state: 'underReview',
    link: ({ id }: Row) => `/admin/collections/treatment-plans/${id}`,
  },
] as const

// More would push the supervisor's own day out of sight.
const mostShown = 4

type Waiting = { row: Row; label: string; href: string }

const readWaiting = async (req: PayloadRequest): Promise<Waiting[]> => {
  const me = actorOf(req).id ?? ''
  const lists = await Promise.all(
    kinds.map(async ({ slug, label, state, link }): Promise<Waiting[]> => {
      const where: Where = { and: [{ status: { equals: state } }, { author: { not_equals: me } }] }
      const rows = await readRows(req, slug, { where, sort: 'signedAt', limit: 50 })
      return rows.map((row) => ({ row, label, href: link(row) }))
    }),
  )
  return lists
    .flat()
    .sort((a, b) => textIn(a.row, 'signedAt').localeCompare(textIn(b.row, 'signedAt')))
}

const Wait = ({ days }: { days: number }) => (
  <Chip icon="clock" tone={days >= COSIGN_DAYS ? 'bad' : 'plain'}>
    {days ? `Waits ${countOf(days, 'day')}` : 'Waits since today'}
  </Chip>
)

/** What supervised clinicians wrote and what counts only with a co-signature; what waits longest first. */
export const SupervisorHome = async ({ req }: { req: PayloadRequest }) => {
  const waiting = await readWaiting(req)
  const rows = waiting.map(({ row }) => row)
  const [patients, authors] = await Promise.all([
    namesOf(req, { slug: 'patients', column: 'patient', rows, name: 'displayName' }),
    namesOf(req, { slug: 'staff', column: 'author', rows, name: 'name' }),
  ])
  return (
    <Queue
      empty="Nothing waits for your co-signature."
      lines={waiting.map(({ row, label, href }) => {
        const what = `${label}: ${patients.get(refIn(row, 'patient')) ?? 'patient'}`
        return {
          id: row.id,
          what,
          href,
          detail: [authors.get(refIn(row, 'author')), spellDay(textIn(row, 'serviceDate'))]
            .filter(Boolean)
            .join(', '),
          end: (
            <span className="ops-row">
              <Wait days={daysOld(textIn(row, 'signedAt'))} />
              <a className="ops-button" href={href}>
                Read and co-sign<span className="ops-sr"> {what}</span>
              </a>
            </span>
          ),
        }
      })}
      mostShown={mostShown}
      title="To co-sign"
    />
  )
}
