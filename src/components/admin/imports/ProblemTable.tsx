import type { ProblemPage } from '@/collections/system/imports/doors/problemsEndpoints'
import { LineFix } from './LineFix'

type Props = {
  run: string
  page: ProblemPage
  /** Before the import lines are mended; afterwards the list only tells. */
  isOpen: boolean
  title: string
}

/** What is wrong or was kept, by line and column, a page at a time. */
export const ProblemTable = ({ run, page, isOpen, title }: Props) => {
  const to = (number: number): string => `/admin/import?open=${run}&page=${number}`
  return (
    <section aria-label={title} className="ops-stack">
      <div className="ops-row ops-row--between">
        <h3>
          {title} <span className="ops-count">{page.totalLines}</span>
        </h3>
        <a className="ops-button" download href={`/api/import-runs/${run}/problems.csv`}>
          Download as CSV
        </a>
      </div>
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--stack">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Column</th>
              <th scope="col">Problem</th>
              {isOpen ? <th scope="col">What to do</th> : null}
            </tr>
          </thead>
          <tbody>
            {page.lines.flatMap(({ id, line, problems, rev }) =>
              problems.map(({ candidates, column, label, message, value }) => (
                <tr key={`${id}${column}${message}`}>
                  <td className="ops-number" data-label="Line">
                    {line}
                  </td>
                  <td data-label="Column:">{label}</td>
                  <td>{message}</td>
                  {isOpen ? (
                    <td>
                      <LineFix
                        column={column}
                        id={id}
                        isChoice={Boolean(candidates?.length)}
                        label={label}
                        line={line}
                        rev={rev}
                        run={run}
                        value={value}
                      />
                    </td>
                  ) : null}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
      {page.totalPages > 1 ? (
        <nav aria-label="Pages of problems" className="ops-row">
          {page.page > 1 ? <a href={to(page.page - 1)}>Earlier lines</a> : null}
          <span className="ops-muted">
            Page {page.page} of {page.totalPages}
          </span>
          {page.page < page.totalPages ? <a href={to(page.page + 1)}>Later lines</a> : null}
        </nav>
      ) : null}
    </section>
  )
}
