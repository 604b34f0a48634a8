import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { filterOf, filterSchema } from '@/collections/system/accessLog/filterInput'
import { findEvents } from '@/collections/system/accessLog/findEvents'
import { inWords, type LogLine, namesById } from '@/collections/system/accessLog/namedEvents'
import { noteLogUse } from '@/collections/system/accessLog/searchEndpoint'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { paramIn } from '../page/params'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { ExportLog } from './ExportLog'
import { LogFilters } from './LogFilters'
import { addressOf, type LogParams } from './logAddress'

const pageSize = 50

type Params = Parameters<typeof paramIn>[0]

const paramsOf = (given: Params): LogParams => ({
  patient: paramIn(given, 'patient'),
  actor: paramIn(given, 'actor'),
  action: paramIn(given, 'action'),
  from: paramIn(given, 'from'),
  to: paramIn(given, 'to'),
  before: paramIn(given, 'before'),
})

const Line = ({ line }: { line: LogLine }) => (
  <tr>
    <td className="ops-number ops-when">
      {formatFullDateTime({ instant: line.at, zone: practiceZone() })}
    </td>
    <th scope="row">
      {line.who}
      {line.role && line.role !== line.who ? (
        <>
          <br />
          <span className="ops-small ops-muted">{line.role}</span>
        </>
      ) : null}
    </th>
    <td>
      {line.outcome === 'refused' ? <Chip tone="bad">Refused</Chip> : null}{' '}
      {line.isEmergency ? <Chip tone="warn">Emergency access</Chip> : null} {line.what}
      {line.why ? <span className="ops-small ops-muted"> · {line.why}</span> : null}
    </td>
    <td>
      {line.patients.join(', ')}
      {line.morePatients ? ` and ${line.morePatients} more` : ''}
    </td>
  </tr>
)

const Page = async ({ req, params }: { req: PayloadRequest; params: LogParams }) => {
  const parsed = filterSchema.safeParse({ ...params, before: params.before || undefined })
  if (!parsed.success) {
    return <Empty>{parsed.error.issues.map(({ message }) => message).join(' ')}</Empty>
  }
  const filter = filterOf(parsed.data)
  const before = parsed.data.before ?? null
  const { rows, next } = await findEvents(req.payload, { filter, before, size: pageSize })
  await noteLogUse(req, { action: 'read', filter, count: rows.length })
  const lines = await inWords(req, rows)
  const mayExport = isGranted(req, 'audit-events', 'export')
  const { before: _before, ...chosen } = params
  return (
    <Card aside={mayExport ? <ExportLog filter={chosen} /> : null} title="Lines">
      {lines.length ? (
        <div className="ops-table-wrap">
          <table className="ops-table ops-table--wide">
            <caption className="ops-sr">Accesses, newest first</caption>
            <thead>
              <tr>
                <th scope="col">When</th>
                <th scope="col">Who</th>
                <th scope="col">What</th>
                <th scope="col">Patient</th>
              </tr>
            </thead>
            <tbody>
              {lines.map((line) => (
                <Line key={line.id} line={line} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <Empty>
          Nothing happened that fits this. Choose a longer time, or leave one of the answers open.
        </Empty>
      )}
      <p className="ops-row">
        {params.before ? <a href={addressOf({ ...params, before: '' })}>Newest</a> : null}
        {next ? <a href={addressOf({ ...params, before: next })}>Older</a> : null}
      </p>
    </Card>
  )
}

/** The filters and one page of lines. */
export const LogLines = async ({ req, params: given }: { req: PayloadRequest; params: Params }) => {
  const params = paramsOf(given)
  const names = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: [params.patient],
  })
  return (
    <>
      <LogFilters params={params} patientName={names.get(params.patient) ?? ''} req={req} />
      <Page params={params} req={req} />
    </>
  )
}
