import type { PayloadRequest } from 'payload'
import { formatDate } from '@/src/domain/calendarDate'
import { labelIn } from '@/src/domain/sharing/codes'
import { recipientKinds, sharingPurposes } from '@/src/domain/sharing/recipients'
import { releaseKindOf, whyNotInForce } from '@/src/domain/sharing/releaseKinds'
import { rangeWords } from '@/src/domain/sharing/scope'
import { practiceDayOf, practiceToday } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import type { FieldValues } from '../actions/types'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { coveredBy, holdsToday, withReleases } from './releases'

type Props = { req: PayloadRequest; id: string }

const dayOf = (row: Row, name: string): string | null =>
  textIn(row, name) ? practiceDayOf(textIn(row, name)) : null

/** What it says on the release is filled in; who sends changes what has to be less. */
const proposed = (release: Row): FieldValues => ({
  recipientKind: textIn(release, 'recipientKind'),
  recipientName: textIn(release, 'recipientName'),
  recipientAddress: textIn(release, 'recipientAddress'),
  purposeCode: textIn(release, 'purposeCode'),
  purpose: textIn(release, 'purpose'),
  basis: 'release',
  release: release.id,
  classes: textIn(release, 'classes'),
  recordsFrom: textIn(release, 'recordsFrom'),
  recordsTo: textIn(release, 'recordsTo'),
  format: 'pdf',
})

const standing = (release: Row): React.ReactNode => {
  const status = textIn(release, 'status')
  if (status === 'pending') return <Chip tone="warn">Waits for the signature</Chip>
  if (holdsToday(release)) {
    const until = textIn(release, 'expiresOn')
    return <Chip tone="ok">{until ? `In force until ${formatDate(until)}` : 'In force'}</Chip>
  }
  const words = whyNotInForce({
    status,
    expiresOn: textIn(release, 'expiresOn') || null,
    revokedOn: dayOf(release, 'endedAt'),
  })
  return (
    <Chip icon="close" tone="plain">
      {words.charAt(0).toUpperCase() + words.slice(1)}
    </Chip>
  )
}

const signed = (release: Row): string => {
  const on = dayOf(release, 'signedAt')
  if (!on) return ''
  const how = textIn(release, 'signerKind') === 'paper' ? ' on paper' : ''
  return `, signed${how} by ${textIn(release, 'signerName')} on ${formatDate(on)}`
}

const Release = ({
  req,
  row,
  inForce,
}: {
  req: PayloadRequest
  row: Row
  inForce: readonly Row[]
}) => {
  const name = textIn(row, 'recipientName')
  const about = `release for ${name}`
  const target = { slug: 'releases', id: row.id, rev: numberIn(row, 'rev') }
  const share =
    holdsToday(row) && releaseKindOf(textIn(row, 'kind'))?.classes !== 'none'
      ? withReleases(offered(req, { slug: 'disclosures', name: 'prepare' }), inForce)
      : null
  const buttons = ['sign', 'cancel', 'decline', 'revoke'].flatMap((verb) => {
    const action = offered(req, { slug: 'releases', name: verb, record: row })
    return action?.isPossible
      ? [<ActionButton about={about} action={action} key={verb} target={target} />]
      : []
  })
  const range = rangeWords({
    from: textIn(row, 'recordsFrom') || null,
    to: textIn(row, 'recordsTo') || null,
  })
  return (
    <li>
      <div className="ops-queue__what">
        <a href={`/admin/collections/releases/${row.id}`}>{name}</a>
        <span>
          {coveredBy(row)}, {range}
        </span>
        <span className="ops-small ops-muted">
          {labelIn(recipientKinds, textIn(row, 'recipientKind'))}, for:{' '}
          {labelIn(sharingPurposes, textIn(row, 'purposeCode')).toLowerCase()}
          {signed(row)}
        </span>
        {releaseKindOf(textIn(row, 'kind'))?.isPart2 ? (
          <span className="ops-small">{releaseKindOf(textIn(row, 'kind'))?.label}</span>
        ) : null}
      </div>
      <span className="ops-row">
        {standing(row)}
        {share && !releaseKindOf(textIn(row, 'kind'))?.isPart2 ? (
          <ActionButton
            about={`to ${name}`}
            action={share}
            initial={proposed(row)}
            label="Send records"
            preset={{ patient: refIn(row, 'patient') }}
            target={{ slug: 'disclosures', id: null }}
          />
        ) : null}
        {buttons}
      </span>
    </li>
  )
}

const isOver = (row: Row): boolean => textIn(row, 'status') !== 'pending' && !holdsToday(row)

/** What the patient allows: in force and waiting first, what is over behind a fold. */
export const ReleasesCard = async ({ req, id }: Props) => {
  const rows = await readRows(req, 'releases', {
    where: { patient: { equals: id } },
    sort: '-preparedAt',
    limit: 100,
  })
  const open = rows.filter((row) => !isOver(row))
  const over = rows.filter(isOver)
  const inForce = rows.filter(holdsToday)
  const prepare = offered(req, { slug: 'releases', name: 'prepare' })
  const list = (some: readonly Row[]) => (
    <ul className="ops-queue ops-queue--wide">
      {some.map((row) => (
        <Release inForce={inForce} key={row.id} req={req} row={row} />
      ))}
    </ul>
  )
  return (
    <Card
      aside={
        prepare ? (
          <ActionButton
            action={prepare}
            preset={{ patient: id }}
            target={{ slug: 'releases', id: null }}
          />
        ) : null
      }
      count={inForce.length}
      title="Releases in force"
    >
      {open.length ? null : (
        <Empty>
          None on {formatDate(practiceToday())}. Before records go to somebody outside who does not
          treat, pay or have an order, the patient signs a release here, on paper or on the private
          page.
        </Empty>
      )}
      {list(open)}
      {over.length ? (
        <details>
          <summary>Expired, taken back or not signed: {over.length}</summary>
          {list(over)}
        </details>
      ) : null}
    </Card>
  )
}
