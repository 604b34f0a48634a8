import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { namesById } from '@/collections/system/accessLog/namedEvents'
import { formatDate } from '@/src/domain/calendarDate'
import { labelIn } from '@/src/domain/sharing/codes'
import { legalBases } from '@/src/domain/sharing/legalBases'
import { recipientKinds, sendMethods, sharingPurposes } from '@/src/domain/sharing/recipients'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { rangeWords } from '@/src/domain/sharing/scope'
import { practiceDayOf } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { readFiles } from '../requests/readRequests'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { readReleases, withReleases } from './releases'
import { SendButtons } from './SendButtons'

type Names = ReadonlyMap<string, string>

const fileWords: Readonly<Record<string, string>> = {
  waiting: 'File: being put together',
  building: 'File: being put together',
  ready: 'File: ready, handed out once',
  taken: 'File: taken',
  expired: 'File: not taken in time, destroyed',
  dropped: 'File: destroyed unsent',
  failed: 'File: could not be put together',
}

const whatOf = (row: Row): string => {
  const range = rangeWords({
    from: textIn(row, 'recordsFrom') || null,
    to: textIn(row, 'recordsTo') || null,
  })
  return textIn(row, 'what') || `${classWords(row['classes'])}, ${range}`
}

const fileOf = (file: Row | null, people: Names): string => {
  if (!file) return ''
  const words = fileWords[textIn(file, 'status')] ?? ''
  const at = textIn(file, 'takenAt')
  if (!at) return words
  const by = people.get(refIn(file, 'takenBy'))
  return `${words} on ${formatDate(practiceDayOf(at))}${by ? ` by ${by}` : ' by the patient'}`
}

const Standing = ({ row }: { row: Row }) => {
  const status = textIn(row, 'status')
  if (status === 'prepared') return <Chip tone="warn">Waits to be sent</Chip>
  if (status === 'cancelled')
    return (
      <Chip icon="close" tone="plain">
        Not sent
      </Chip>
    )
  return <Chip tone="ok">Sent {formatDate(textIn(row, 'sentOn'))}</Chip>
}

const Disclosure = ({
  req,
  row,
  file,
  people,
}: {
  req: PayloadRequest
  row: Row
  file: Row | null
  people: Names
}) => {
  const name = textIn(row, 'recipientName')
  const hide =
    row['isCountable'] === true
      ? offered(req, { slug: 'disclosures', name: 'hide', record: row })
      : null
  return (
    <li>
      <div className="ops-queue__what">
        <a href={`/admin/collections/disclosures/${row.id}`}>{name}</a>
        <span>{whatOf(row)}</span>
        <span className="ops-small ops-muted">
          {labelIn(recipientKinds, textIn(row, 'recipientKind'))}, for:{' '}
          {[
            labelIn(sharingPurposes, textIn(row, 'purposeCode')).toLowerCase(),
            textIn(row, 'purpose').replace(/\.$/, ''),
          ]
            .filter(Boolean)
            .join(', ')}
          . Ground: {labelIn(legalBases, textIn(row, 'basis')).toLowerCase()}.{' '}
          {labelIn(sendMethods, textIn(row, 'method'))}.
        </span>
        <span className="ops-small ops-muted">
          {[
            fileOf(file, people),
            row['isCountable'] === true ? 'In the list the patient may ask for' : '',
            row['isPart2'] === true
              ? 'With Part 2 records, the notice and a copy of the consent'
              : '',
          ]
            .filter(Boolean)
            .join('. ')}
        </span>
        {textIn(row, 'cancelReason') ? <span>{textIn(row, 'cancelReason')}</span> : null}
      </div>
      <span className="ops-row">
        <Standing row={row} />
        {textIn(row, 'status') === 'prepared' ? (
          <SendButtons about={`to ${name}`} disclosure={row} file={file} req={req} />
        ) : null}
        {hide?.isPossible ? (
          <ActionButton
            about={`entry of ${name}`}
            action={hide}
            target={{ slug: 'disclosures', id: row.id, rev: numberIn(row, 'rev') }}
          />
        ) : null}
      </span>
    </li>
  )
}

const Buttons = ({
  req,
  id,
  releases,
}: {
  req: PayloadRequest
  id: string
  releases: readonly Row[]
}) => (
  <span className="ops-row">
    {isGranted(req, 'disclosures', 'export') ? (
      <a className="ops-button" href={`/api/patients/${id}/accounting/pdf`}>
        Accounting as PDF
      </a>
    ) : null}
    {['record', 'prepare'].map((name) => {
      const action = withReleases(offered(req, { slug: 'disclosures', name }), releases)
      return action ? (
        <ActionButton
          action={action}
          key={name}
          preset={{ patient: id }}
          target={{ slug: 'disclosures', id: null }}
        />
      ) : null
    })}
  </span>
)

/** Everything that left this chart or waits to: to whom, what, why and on what ground, with its file. */
export const DisclosuresCard = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [rows, releases] = await Promise.all([
    readRows(req, 'disclosures', { where: { patient: { equals: id } }, sort: '-preparedAt' }),
    readReleases(req, [id]),
  ])
  const files = await readFiles(req, rows)
  const people = await namesById(req, {
    slug: 'staff',
    column: 'name',
    ids: [...files.values()].map((file) => refIn(file, 'takenBy')),
  })
  const waits = (row: Row): number => (textIn(row, 'status') === 'prepared' ? 0 : 1)
  return (
    <Card
      aside={<Buttons id={id} releases={releases} req={req} />}
      count={rows.length}
      title="What was shared"
    >
      {rows.length ? null : (
        <Empty>
          Nothing left this chart. Records leave for a named person and purpose, and what was told
          by phone or in a letter is written down here: the patient may ask for the list.
        </Empty>
      )}
      <ul className="ops-queue ops-queue--wide">
        {rows
          .toSorted((one, other) => waits(one) - waits(other))
          .map((row) => (
            <Disclosure
              file={files.get(row.id) ?? null}
              key={row.id}
              people={people}
              req={req}
              row={row}
            />
          ))}
      </ul>
    </Card>
  )
}
