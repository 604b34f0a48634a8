import { procedureCodes } from '@/src/domain/billing/procedureCodes'
import { formatMoney } from '@/src/domain/money'
import { usualCodes } from '@/src/domain/setup/usualFees'
import { practiceToday } from '@/src/lib/practiceZone'
import { numberIn, type Row, readRows, textIn } from '../../page/read'
import { FeesForm } from '../FeesForm'
import { RecordTable } from '../RecordTable'
import { SetupForm } from '../SetupForm'
import { feeFields, serviceFields } from '../setupFields'
import type { StepProps } from '../stepBodies'

/** What most practices charge for; everything else is added under Billing, Fees. */
const offeredFirst = ['90791', '90832', '90834', '90837', '90847', '90853']

const labelOf = (code: string): string =>
  procedureCodes.find((each) => each.code === code)?.label ?? ''

const isInForce = (row: Row, today: string): boolean =>
  !row['payer'] && (!row['effectiveTo'] || textIn(row, 'effectiveTo') >= today)

export const FeesStep = async ({ facts, req }: StepProps) => {
  const today = practiceToday()
  const all = await readRows(req, 'fee-schedules', { sort: 'code' })
  const services = await readRows(req, 'services', { sort: 'sortOrder' })
  const fees = all.filter((row) => isInForce(row, today))
  const known = fees.map((row) => textIn(row, 'code'))
  const open = offeredFirst.filter((code) => !known.includes(code))
  return (
    <>
      <h3>Services on the website</h3>
      <RecordTable
        columns={[
          { label: 'In short', of: (row) => textIn(row, 'summary') },
          {
            label: 'Website',
            of: (row) => (row['_status'] === 'published' ? 'Published' : 'Draft'),
          },
        ]}
        fields={serviceFields}
        name="title"
        rows={services}
        slug="services"
      />
      <SetupForm
        fields={serviceFields}
        isPrimary={services.length === 0}
        key={`service${services.length}`}
        label="Publish service"
        path="/api/services"
        preset={{ _status: 'published' }}
        refusal="The service is not published yet"
      />
      <h3>Fees</h3>
      <RecordTable
        columns={[
          { label: 'Session', of: (row) => labelOf(textIn(row, 'code')) },
          { label: 'Fee', of: (row) => formatMoney(numberIn(row, 'amountCents')) },
          { label: 'From', of: (row) => textIn(row, 'effectiveFrom') },
        ]}
        fields={feeFields}
        name="code"
        rows={fees}
        slug="fee-schedules"
      />
      {open.length ? (
        <FeesForm
          codes={open.map((code) => ({
            code,
            label: labelOf(code),
            isUsual: usualCodes.includes(code),
          }))}
          isPrimary={services.length > 0 && facts.fees.missing.length > 0}
          today={today}
        />
      ) : null}
    </>
  )
}
