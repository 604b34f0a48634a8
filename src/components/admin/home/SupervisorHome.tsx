import type { PayloadRequest } from 'payload'
import { spellDay } from '../fields/spellDay'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Queue } from '../ui/Queue'
import { StateChip } from '../ui/StateChip'

const kinds = [
  {
    slug: 'progress-notes',
    label: 'Note',
    states: ['pendingCosign'],
    link: (id: string) => `/admin/note/${id}`,
  },
  {
    slug: 'intake-assessments',
    label: 'Intake assessment',
    states: ['pendingCosign'],
    link: (id: string) => `/admin/collections/intake-assessments/${id}`,
  },
  {
    slug: 'treatment-plans',
    label: 'Treatment plan',
    states: ['underReview'],
    link: (id: string) => `/admin/collections/treatment-plans/${id}`,
  },
] as const

type Waiting = { row: Row; label: string; href: string }

/** What supervised clinicians wrote and what counts only with a co-signature. */
export const SupervisorHome = async ({ req }: { req: PayloadRequest }) => {
  const lists = await Promise.all(
    kinds.map(async ({ slug, label, states, link }): Promise<Waiting[]> => {
      const rows = await readRows(req, slug, { where: { status: { in: [...states] } }, limit: 50 })
      return rows.map((row) => ({ row, label, href: link(row.id) }))
    }),
  )
  const waiting = lists.flat()
  const rows = waiting.map(({ row }) => row)
  const [patients, authors] = await Promise.all([
    namesOf(req, { slug: 'patients', column: 'patient', rows, name: 'displayName' }),
    namesOf(req, { slug: 'staff', column: 'author', rows, name: 'name' }),
  ])
  return (
    <Queue
      empty="Nothing waits for your co-signature."
      lines={waiting.map(({ row, label, href }) => ({
        id: row.id,
        what: `${label}: ${patients.get(refIn(row, 'patient')) ?? 'patient'}`,
        href,
        detail: [authors.get(refIn(row, 'author')), spellDay(textIn(row, 'serviceDate'))]
          .filter(Boolean)
          .join(', '),
        end: <StateChip state={textIn(row, 'status')} />,
      }))}
      title="To co-sign"
    />
  )
}
