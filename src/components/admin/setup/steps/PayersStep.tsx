import { numberIn, readRows, textIn } from '../../page/read'
import { RecordTable } from '../RecordTable'
import { SetupForm } from '../SetupForm'
import { inUse, payerFields } from '../setupFields'
import type { StepProps } from '../stepBodies'

export const PayersStep = async ({ req }: StepProps) => {
  const rows = await readRows(req, 'payers', {
    where: { isActive: { equals: true } },
    sort: 'name',
  })
  return (
    <>
      <RecordTable
        columns={[
          { label: 'Payer id', of: (row) => textIn(row, 'payerId') },
          {
            label: 'Filing limit',
            of: (row) =>
              numberIn(row, 'filingLimitDays')
                ? `${numberIn(row, 'filingLimitDays')} days`
                : 'As in the rules',
          },
        ]}
        fields={[...payerFields, inUse]}
        name="name"
        rows={rows}
        slug="payers"
      />
      <h3>{rows.length ? 'Another payer' : 'Your first payer'}</h3>
      <SetupForm
        fields={payerFields}
        isPrimary={rows.length === 0}
        key={rows.length}
        label="Add payer"
        path="/api/payers"
        refusal="The payer is not added yet"
      />
    </>
  )
}
