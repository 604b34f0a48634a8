import type { PayloadRequest } from 'payload'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { factReader } from '@/hooks/facts'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'

const kindOf = (slug: string): string =>
  slug === 'patients'
    ? 'The whole chart'
    : slug.replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase())

/** What of this chart stands under 42 CFR part 2 by hand, and the label for the chart as a whole (R64). */
export const Part2Card = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [labels, [patient], practice] = await Promise.all([
    readRows(req, 'part2-labels', { where: { patient: { equals: id } }, sort: '-at', limit: 50 }),
    readRows(req, 'patients', { where: { id: { equals: id } }, limit: 1, select: ['isPart2'] }),
    factReader(req).global('practice'),
  ])
  // A practice without a program has nothing to say here.
  if (!labels.length && (practice['part2Program'] ?? 'none') === 'none') return null
  const people = await namesById(req, {
    slug: 'staff',
    column: 'name',
    ids: labels.map((row) => refIn(row, 'by')),
  })
  const action = offered(req, {
    slug: 'part2-labels',
    name: patient?.['isPart2'] === true ? 'unlabel' : 'label',
  })
  return (
    <Card
      aside={
        action ? (
          <ActionButton
            about="for the whole chart"
            action={action}
            preset={{ patient: id, collectionSlug: 'patients', recordId: id }}
            target={{ slug: 'part2-labels', id: null }}
          />
        ) : null
      }
      title="Substance use records (Part 2)"
    >
      {labels.length ? null : (
        <Empty>
          Nothing was put under 42 CFR part 2 by hand. What is under it leaves the chart only with a
          consent of its own.
        </Empty>
      )}
      <ul className="ops-queue ops-queue--wide">
        {labels.map((row) => (
          <li key={row.id}>
            <div className="ops-queue__what">
              <a href={`/admin/collections/part2-labels/${row.id}`}>
                {kindOf(textIn(row, 'collectionSlug'))}
              </a>
              <span className="ops-small ops-muted">
                {formatDateTime({ instant: textIn(row, 'at'), zone: practiceZone() })} by{' '}
                {people.get(refIn(row, 'by')) ?? 'somebody who has left'}
              </span>
              {textIn(row, 'reason') ? (
                <span className="ops-small">{textIn(row, 'reason')}</span>
              ) : null}
            </div>
            <Chip tone={textIn(row, 'change') === 'label' ? 'warn' : 'plain'}>
              {textIn(row, 'change') === 'label' ? 'Put under Part 2' : 'Taken out'}
            </Chip>
          </li>
        ))}
      </ul>
    </Card>
  )
}
