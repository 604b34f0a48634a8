import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { mayImport } from '@/collections/system/imports/run'
import { countOf } from '@/src/domain/countOf'
import { importKinds, kindLabel } from '@/src/domain/imports/columns'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { numberIn, readRows, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { RunPanel } from './RunPanel'
import { UploadForm } from './UploadForm'
import { lookOfRun } from './words'

const path = '/admin/import'

type Props = { req: PayloadRequest; opened: string; pageNumber: number }

const Imports = async ({ req, opened, pageNumber }: Props) => {
  const rows = await readRows(req, 'import-runs', {
    where: { status: { not_equals: 'discarded' } },
    sort: '-uploadedAt',
    limit: 60,
    select: ['fileName', 'kind', 'status', 'lineCount', 'problemCount', 'uploadedAt'],
  })
  const kinds = importKinds.map(({ value }) => value).filter((kind) => mayImport(req, kind))
  const current = opened || rows[0]?.id || ''
  return (
    <>
      <UploadForm isOpen={rows.length === 0} kinds={kinds} />
      <div className={`ops-board${opened ? ' ops-board--open' : ''}`}>
        <div className="ops-board__list">
          {rows.length === 0 ? (
            <Empty>
              Nothing was imported yet. Export the patients of your other system as CSV and upload
              the file above.
            </Empty>
          ) : null}
          <ul>
            {rows.map((row) => {
              const look = lookOfRun(textIn(row, 'status'), numberIn(row, 'problemCount'))
              return (
                <li key={row.id}>
                  <a
                    aria-current={row.id === current ? 'true' : undefined}
                    className="ops-board__line"
                    href={`${path}?open=${row.id}`}
                  >
                    <span className="ops-board__name">{textIn(row, 'fileName')}</span>
                    <span className="ops-small ops-muted">
                      {kindLabel(textIn(row, 'kind'))} ·{' '}
                      {countOf(numberIn(row, 'lineCount'), 'line')}
                    </span>
                    <span className="ops-row">
                      <Chip tone={look.tone}>{look.words}</Chip>
                    </span>
                  </a>
                </li>
              )
            })}
          </ul>
        </div>
        {current ? <RunPanel id={current} pageNumber={pageNumber} req={req} /> : null}
      </div>
    </>
  )
}

/** /admin/import: a file of another system, every problem by line, then the records, and the way back. */
export const ImportView = (view: AdminViewServerProps) => (
  <AdminPage
    lead="People, policies and appointments of another system come in from a CSV file. Nothing is written while one line has a problem, and an import can be taken back."
    needs={{ slug: 'import-runs', verb: 'start' }}
    path={path}
    title="Import"
    view={view}
  >
    {() => (
      <Imports
        opened={paramIn(view.searchParams, 'open')}
        pageNumber={Number(paramIn(view.searchParams, 'page')) || 1}
        req={view.initPageResult.req}
      />
    )}
  </AdminPage>
)
