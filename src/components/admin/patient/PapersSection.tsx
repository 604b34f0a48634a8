import type { PayloadRequest } from 'payload'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { RecordActions } from '../actions/RecordActions'
import { readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'

/** Texts to sign, the packet before the first visit, and files. */
export const PapersSection = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const of = { patient: { equals: id } }
  const [consents, packet, documents] = await Promise.all([
    readRows(req, 'consents', { where: of, limit: 50 }),
    readRows(req, 'packet-items', { where: of, sort: 'order', limit: 50 }),
    readRows(req, 'documents', { where: of, limit: 50 }),
  ])
  return (
    <>
      <Card
        aside={<a href={`/admin/collections/consents/create?patient=${id}`}>Add a text to sign</a>}
        count={consents.length}
        title="Texts to sign"
      >
        {consents.length === 0 ? (
          <Empty>None yet. Booking an intake adds the texts that are needed.</Empty>
        ) : null}
        <ul className="ops-queue">
          {consents.map((row) => (
            <li key={row.id}>
              <div className="ops-queue__what">
                <a href={`/admin/collections/consents/${row.id}`}>
                  {textIn(row, 'title') || textIn(row, 'kind')}
                </a>
                <span className="ops-small ops-muted">
                  {textIn(row, 'signedAt')
                    ? `${textIn(row, 'signerName')}, ${formatDateTime({ instant: textIn(row, 'signedAt'), zone: practiceZone() })}`
                    : `Version ${textIn(row, 'version')}`}
                </span>
              </div>
              <span className="ops-row">
                <StateChip state={textIn(row, 'status')} />
                <RecordActions
                  except={['withdraw']}
                  id={row.id}
                  rev={Number(row['rev'] ?? 0)}
                  slug="consents"
                />
              </span>
            </li>
          ))}
        </ul>
      </Card>
      {packet.length ? (
        <Card count={packet.length} title="To do before the first visit">
          <ul className="ops-queue">
            {packet.map((row) => (
              <li key={row.id}>
                <span>{textIn(row, 'title')}</span>
                <span className="ops-row">
                  <StateChip state={textIn(row, 'status')} />
                  <RecordActions id={row.id} only={['waive']} slug="packet-items" />
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Card
        aside={<a href={`/admin/collections/documents/create?patient=${id}`}>Add a file</a>}
        count={documents.length}
        title="Files"
      >
        {documents.length === 0 ? (
          <Empty>No files. Insurance cards and orders stand here.</Empty>
        ) : null}
        <ul className="ops-queue">
          {documents.map((row) => (
            <li key={row.id}>
              <a href={`/admin/collections/documents/${row.id}`}>
                {textIn(row, 'kind') === 'insuranceCard' ? 'Insurance card' : 'File'}{' '}
                {textIn(row, 'side')}
              </a>
              <StateChip state={textIn(row, 'status') || 'active'} />
            </li>
          ))}
        </ul>
      </Card>
    </>
  )
}
