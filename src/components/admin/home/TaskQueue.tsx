import type { PayloadRequest, Where } from 'payload'
import { actorOf } from '@/access/principal'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { ageOf } from '../page/ages'
import { countRows, type Row, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { aboutWhom } from './aboutWhom'

const homes: Record<string, (id: string) => string> = {
  patients: (id) => `/admin/patient/${id}`,
  'progress-notes': (id) => `/admin/note/${id}`,
  inquiries: (id) => `/admin/inquiry-board?open=${id}`,
  claims: () => '/admin/claim-board',
  'break-glass-grants': () => '/admin/emergency-access',
  'api-clients': () => '/admin/api-clients',
  'role-grants': () => '/admin/roles',
  'record-requests': () => '/admin/records-requests',
}

const linkOf = (task: Row): string => {
  const slug = textIn(task, 'collectionSlug')
  const id = textIn(task, 'recordId')
  if (!slug || !id) return `/admin/collections/tasks/${task.id}`
  return homes[slug]?.(id) ?? `/admin/collections/${slug}/${id}`
}

// Owner and director may see everybody's tasks; here stand their own.
const isMine = (req: PayloadRequest): Where => {
  const { id, principals } = actorOf(req)
  return { or: [{ assignee: { equals: id } }, { assignedRole: { in: [...principals] } }] }
}

type Props = {
  req: PayloadRequest
  /** Kinds whose records stand in a list of their own on the same page. */
  besides?: readonly string[]
}

// Urgent ones are said twice rather than not at all.
const isNotBesides = (kinds: readonly string[]): Where[] =>
  kinds.length
    ? [
        {
          or: [
            { kind: { exists: false } },
            { kind: { not_in: [...kinds] } },
            { isUrgent: { equals: true } },
          ],
        },
      ]
    : []

// More than this would push everything else of the page out of sight.
const mostShown = 12
const mostRead = 40

/** What waits for the person or for one of their roles; overdue first. */
export const TaskQueue = async ({ req, besides = [] }: Props) => {
  const now = clock.now()
  const zone = practiceZone()
  const where = { and: [{ status: { equals: 'open' } }, isMine(req), ...isNotBesides(besides)] }
  const tasks = await readRows(req, 'tasks', { where, sort: 'dueAt', limit: mostRead })
  const count = tasks.length < mostRead ? tasks.length : await countRows(req, 'tasks', where)
  const shown = [...tasks]
    .sort((a, b) => Number(b['isUrgent'] === true) - Number(a['isUrgent'] === true))
    .slice(0, mostShown)
  const names = await aboutWhom(req, shown)
  return (
    <Card count={count} title="Tasks">
      {tasks.length === 0 ? (
        <Empty>No open tasks. New ones appear here by themselves.</Empty>
      ) : null}
      <ul className="ops-queue">
        {shown.map((task) => {
          const dueAt = textIn(task, 'dueAt')
          const isOverdue = Boolean(dueAt) && new Date(dueAt) < now
          const name = names.get(textIn(task, 'recordId'))
          const isNamed = !name || textIn(task, 'title').includes(name)
          const complete = offered(req, { slug: 'tasks', name: 'complete', record: task })
          return (
            <li key={task.id}>
              <div className="ops-queue__what">
                <a href={linkOf(task)}>{textIn(task, 'title')}</a>
                <span className="ops-row ops-small ops-muted">
                  {isNamed ? null : <span>{name}</span>}
                  {task['isUrgent'] === true ? <Chip tone="bad">Urgent</Chip> : null}
                  {isOverdue ? (
                    <Chip tone="bad" icon="clock">
                      Overdue
                    </Chip>
                  ) : null}
                  {dueAt ? <span>Due {ageOf({ instant: dueAt, now, zone })}</span> : null}
                </span>
              </div>
              {complete ? (
                <ActionButton
                  about={textIn(task, 'title')}
                  action={complete}
                  target={{ slug: 'tasks', id: task.id }}
                />
              ) : null}
            </li>
          )
        })}
      </ul>
      {count > shown.length ? (
        <a href="/admin/collections/tasks?filter=open">{count - shown.length} more in the list</a>
      ) : null}
    </Card>
  )
}
