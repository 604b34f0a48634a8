import type { PayloadRequest } from 'payload'
import type { ProblemPage } from '@/collections/system/imports/doors/problemsEndpoints'
import { countOf } from '@/src/domain/countOf'
import { columnsOf, type ImportKind, kindLabel } from '@/src/domain/imports/columns'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { ActionButton } from '../actions/ActionButton'
import { offered } from '../actions/offered'
import { askDoor, numberIn, type Row, readRows, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Figures } from '../ui/Figures'
import { MappingForm } from './MappingForm'
import { ProblemTable } from './ProblemTable'
import { RunProgress } from './RunProgress'
import { busyWordsOf, lookOfRun } from './words'

const listIn = (row: Row | null | undefined, name: string): string[] => {
  const text = textIn(row, name)
  return text ? (JSON.parse(text) as string[]) : []
}

const Buttons = ({
  req,
  row,
  names,
}: {
  req: PayloadRequest
  row: Row
  names: readonly string[]
}) => {
  const actions = names.flatMap((name) => {
    const action = offered(req, { slug: 'import-runs', name, record: row })
    return action?.isPossible ? [action] : []
  })
  const primary = actions.find(({ tone }) => tone === 'primary')
  return (
    <span className="ops-row">
      {actions.map((action) => (
        <ActionButton
          action={action}
          isPrimary={action === primary}
          key={action.name}
          target={{ slug: 'import-runs', id: row.id, rev: numberIn(row, 'rev') }}
        />
      ))}
    </span>
  )
}

const outcome = [
  ['writtenCount', 'Records made'],
  ['linkedCount', 'Here already'],
  ['leftOutCount', 'Left out'],
  ['refusedCount', 'Not possible any more'],
  ['undoneCount', 'Taken back'],
  ['keptCount', 'Kept'],
] as const

const Outcome = ({ row }: { row: Row }) => (
  <Figures
    figures={outcome
      .filter(([name]) => name === 'writtenCount' || numberIn(row, name))
      .map(([name, label]) => ({ label, value: numberIn(row, name).toLocaleString('en-US') }))}
  />
)

const Columns = async ({ req, row }: { req: PayloadRequest; row: Row }) => {
  const [first] = await readRows(req, 'import-lines', {
    where: { run: { equals: row.id } },
    sort: 'line',
    limit: 1,
  })
  return (
    <MappingForm
      columns={columnsOf(textIn(row, 'kind') as ImportKind).map((column) => ({
        name: column.name,
        label: column.label,
        isRequired: column.isRequired === true,
        help: column.help,
      }))}
      example={listIn(first, 'cells')}
      headings={listIn(row, 'headings')}
      id={row.id}
      isOpen={textIn(row, 'status') === 'uploaded'}
      key={numberIn(row, 'rev')}
      mapping={listIn(row, 'mapping')}
      rev={numberIn(row, 'rev')}
    />
  )
}

/** What an import with no problem will do, before the button that does it. */
const ReadyWords = ({ row }: { row: Row }) => {
  const leftOut = numberIn(row, 'leftOutCount')
  return (
    <p>
      <Chip tone="ok">All in order</Chip> {countOf(numberIn(row, 'lineCount') - leftOut, 'line')} of{' '}
      {kindLabel(textIn(row, 'kind')).toLowerCase()} can be imported
      {leftOut ? `, ${leftOut} left out` : ''}.
    </p>
  )
}

type Props = { req: PayloadRequest; id: string; pageNumber: number }

/** One import: where it stands, what has to be mended, and the next step. */
export const RunPanel = async ({ req, id, pageNumber }: Props) => {
  const [row] = await readRows(req, 'import-runs', { where: { id: { equals: id } }, limit: 1 })
  if (!row) return <Empty>This import is not there. Choose another one.</Empty>
  const status = textIn(row, 'status')
  const problems = numberIn(row, 'problemCount')
  const isBefore = status === 'uploaded' || status === 'checked'
  const page =
    problems && !busyWordsOf(status)
      ? await askDoor<ProblemPage>(req, {
          slug: 'import-runs',
          path: '/:id/problems',
          params: { id },
          query: { page: String(pageNumber) },
        })
      : null
  const look = lookOfRun(status, problems)
  const at = textIn(row, 'uploadedAt')
  return (
    <article aria-label={textIn(row, 'fileName')} className="ops-card ops-board__panel">
      <div className="ops-row ops-row--between">
        <div>
          <h2 className="ops-board__title">{textIn(row, 'fileName')}</h2>
          <p className="ops-small ops-muted">
            {[
              kindLabel(textIn(row, 'kind')),
              countOf(numberIn(row, 'lineCount'), 'line'),
              `${textIn(row, 'uploadedByName')}, ${formatDateTime({ instant: at, zone: practiceZone() })}`,
              textIn(row, 'encoding') === 'utf-8' ? '' : `read as ${textIn(row, 'encoding')}`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <Chip tone={look.tone}>{look.words}</Chip>
      </div>
      {textIn(row, 'sentence') ? <p className="ops-note">{textIn(row, 'sentence')}</p> : null}
      {busyWordsOf(status) ? (
        <RunProgress
          first={{
            status,
            lineCount: numberIn(row, 'lineCount'),
            doneCount: numberIn(row, 'doneCount'),
          }}
          id={id}
          key={`${status}${numberIn(row, 'rev')}`}
        />
      ) : null}
      {status === 'done' || status === 'undone' ? <Outcome row={row} /> : null}
      {status === 'checked' && !problems ? <ReadyWords row={row} /> : null}
      {page?.lines.length ? (
        <ProblemTable
          isOpen={isBefore}
          page={page}
          run={id}
          title={isBefore ? 'Lines to mend' : 'Lines that stay'}
        />
      ) : null}
      {isBefore ? <Columns req={req} row={row} /> : null}
      <Buttons
        names={[
          ...(problems ? [] : ['start']),
          'resume',
          'undo',
          ...(numberIn(row, 'choiceCount') > 1 ? ['answer-all'] : []),
          ...(status === 'checked' && problems ? ['check'] : []),
          'discard',
        ]}
        req={req}
        row={row}
      />
    </article>
  )
}
