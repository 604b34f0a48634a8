import type { PayloadRequest } from 'payload'
import { countOf } from '@/src/domain/countOf'
import { formatMoney } from '@/src/domain/money'
import { RecordActions } from '../actions/RecordActions'
import { spellDay } from '../fields/spellDay'
import { namesOf, numberIn, type Row, readRows, refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { Findings } from '../ui/Findings'
import { Icon } from '../ui/Icon'
import { StateChip } from '../ui/StateChip'
import { PostingProgress } from './PostingProgress'

/** Posted and parked money against the payment, to the cent. */
const Balance = ({ row }: { row: Row }) => {
  const payment = numberIn(row, 'paymentCents')
  const posted = numberIn(row, 'postedCents')
  const parked = numberIn(row, 'parkedCents')
  const isEven = posted + parked === payment
  const lines = [
    { label: 'Posted to claims', cents: posted },
    { label: `Parked (${numberIn(row, 'parkedCount')})`, cents: parked },
  ]
  return (
    <table className="ops-table">
      <caption className="ops-sr">What the payment is made of</caption>
      <tbody>
        {lines.map(({ label, cents }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className="ops-right">{formatMoney(cents)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">
            Payment{' '}
            <Chip tone={isEven ? 'ok' : 'bad'}>
              {isEven ? 'Adds up to the cent' : 'Does not add up'}
            </Chip>
          </th>
          <td className="ops-right">
            <strong>{formatMoney(payment)}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  )
}

const Matched = ({
  items,
  patients,
}: {
  items: readonly Row[]
  patients: ReadonlyMap<string, string>
}) => (
  <section aria-label="Matched" className="ops-stack">
    <h3>
      Matched <span className="ops-count">{items.length}</span>
    </h3>
    {items.length === 0 ? <Empty>Nothing matched our claims.</Empty> : null}
    <ul className="ops-queue">
      {items.map((item) => (
        <li key={item.id}>
          <span className="ops-row">
            <span className="ops-ok">
              <Icon name="check" />
            </span>
            <a href={`/admin/collections/claims/${refIn(item, 'claim')}`}>
              {patients.get(refIn(item, 'patient')) ?? textIn(item, 'claimNumber')}
            </a>
            <span className="ops-small ops-muted">{textIn(item, 'claimNumber')}</span>
            {textIn(item, 'result') ? <StateChip state={textIn(item, 'result')} /> : null}
          </span>
          <span className="ops-number">
            {formatMoney(numberIn(item, 'amountCents'))}
            {numberIn(item, 'patientShareCents') ? (
              <span className="ops-small ops-muted">
                {' '}
                · patient {formatMoney(numberIn(item, 'patientShareCents'))}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  </section>
)

const Parked = ({ items }: { items: readonly Row[] }) =>
  items.length ? (
    <section aria-label="Parked" className="ops-stack">
      <h3>
        Parked <span className="ops-count">{items.length}</span>
      </h3>
      <ul className="ops-queue">
        {items.map((item) => (
          <li key={item.id}>
            <div className="ops-queue__what">
              <span className="ops-row">
                <Chip tone="warn">Parked</Chip>
                <span className="ops-number">{formatMoney(numberIn(item, 'amountCents'))}</span>
                <span className="ops-small ops-muted">{textIn(item, 'claimNumber')}</span>
              </span>
              <span>{textIn(item, 'reason')}</span>
            </div>
            <span className="ops-row">
              <RecordActions
                // A file as a whole belongs to no claim.
                except={numberIn(item, 'position') === 0 ? ['match'] : []}
                id={item.id}
                rev={Number(item['rev'] ?? 0)}
                slug="remittance-items"
              />
            </span>
          </li>
        ))}
      </ul>
    </section>
  ) : null

/** One payment: what it is made of, what matched, what is parked and the way out of each. */
export const RemittancePanel = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [row] = await readRows(req, 'remittances', { where: { id: { equals: id } }, limit: 1 })
  if (!row) return <Empty>This remittance is not there. Choose another one.</Empty>
  const items = await readRows(req, 'remittance-items', {
    where: { remittance: { equals: id } },
    sort: 'position',
    limit: 500,
  })
  const patients = await namesOf(req, {
    slug: 'patients',
    column: 'patient',
    rows: items,
    name: 'displayName',
  })
  const status = textIn(row, 'status')
  const isPosted = status === 'posted' || status === 'parked'
  const findings = textIn(row, 'findings').split('\n').filter(Boolean)
  return (
    <article
      aria-label={`Payment of ${textIn(row, 'payerName')}`}
      className="ops-card ops-board__panel"
    >
      <div className="ops-row ops-row--between">
        <div>
          <h2 className="ops-board__title">{textIn(row, 'payerName') || 'Payer'}</h2>
          <p className="ops-small ops-muted">
            {[
              spellDay(textIn(row, 'paymentDate')),
              textIn(row, 'paymentMethod'),
              textIn(row, 'traceNumber'),
              textIn(row, 'fileName'),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
        <span className="ops-row">
          <StateChip state={status} />
          <RecordActions id={id} rev={Number(row['rev'] ?? 0)} slug="remittances" />
        </span>
      </div>
      {findings.length ? (
        <Findings
          findings={findings.map((message) => ({ message }))}
          title="What is wrong with this file"
        />
      ) : null}
      {isPosted ? (
        <>
          <Balance row={row} />
          <Matched
            items={items.filter((item) => textIn(item, 'status') === 'matched')}
            patients={patients}
          />
          <Parked items={items.filter((item) => textIn(item, 'status') === 'parked')} />
        </>
      ) : status === 'posting' ? (
        <PostingProgress id={id} refreshes />
      ) : (
        <p>
          {formatMoney(numberIn(row, 'paymentCents'))} for{' '}
          {countOf(numberIn(row, 'claimCount'), 'claim')}. Nothing is in the books yet: posting
          writes the lines that match our claims and parks the rest with its reason.
          {findings.length
            ? ' If the file is cut off or does not add up, fetch it again first: posted as it is, all of it is parked.'
            : ''}
        </p>
      )}
    </article>
  )
}
