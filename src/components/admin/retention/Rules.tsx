import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import type { ActionField } from '@/hooks/actions/define'
import { formatDate } from '@/src/domain/calendarDate'
import { recordClasses } from '@/src/domain/retention/retention'
import { numberIn, type Row, readRows, textIn } from '../page/read'
import { valuesOf } from '../record/formValues'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'

const fields: readonly ActionField[] = [
  {
    name: 'state',
    label: 'State',
    type: 'text',
    isRequired: true,
    help: 'Two letters, such as MA; * for every state.',
  },
  {
    name: 'recordClass',
    label: 'What',
    type: 'select',
    isRequired: true,
    options: recordClasses,
  },
  {
    name: 'yearsFromService',
    label: 'Years from the last service',
    type: 'number',
    isRequired: true,
  },
  {
    name: 'yearsFromMajority',
    label: 'Years from majority, for minors',
    type: 'number',
    help: 'Empty when minors’ records are kept no longer than those of adults.',
  },
  { name: 'majorityAge', label: 'Age of majority', type: 'number', isRequired: true },
  { name: 'citation', label: 'By what law', type: 'text', isRequired: true },
  { name: 'confirmedOn', label: 'Confirmed by counsel on', type: 'day' },
]

const labelOf = (row: Row): string =>
  recordClasses.find(({ value }) => value === textIn(row, 'recordClass'))?.label ?? ''

/** How long what is kept where, and by what law. */
export const Rules = async ({ req }: { req: PayloadRequest }) => {
  const rules = await readRows(req, 'retention-rules', { sort: 'state' })
  const mayChange = isGranted(req, 'retention-rules', 'update')
  return (
    <Card
      aside={
        mayChange ? (
          <RecordButton
            fields={fields}
            label="Add a rule"
            slug="retention-rules"
            title="Add a retention rule"
            values={{ majorityAge: '18' }}
          />
        ) : null
      }
      title="Rules"
    >
      <p className="ops-small ops-muted">
        Of all rules for the patient’s state, the state of the practice and what the chart holds,
        the longest wins.
      </p>
      <div className="ops-table-wrap">
        <table className="ops-table ops-table--stack">
          <thead>
            <tr>
              <th scope="col">State</th>
              <th scope="col">What</th>
              <th scope="col">From the last service</th>
              <th scope="col">From majority</th>
              <th scope="col">By what law</th>
              <th scope="col">Counsel</th>
              <th scope="col">
                <span className="ops-sr">Change</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rules.map((rule) => {
              const state = textIn(rule, 'state') === '*' ? 'Every state' : textIn(rule, 'state')
              const minors = textIn(rule, 'yearsFromMajority')
              const confirmed = textIn(rule, 'confirmedOn')
              return (
                <tr key={rule.id}>
                  <td>{state}</td>
                  <td>{labelOf(rule)}</td>
                  <td data-label="From the last service">
                    {numberIn(rule, 'yearsFromService')} years
                  </td>
                  <td data-label="From majority">
                    {minors ? `${minors} years, from ${textIn(rule, 'majorityAge')}` : 'no longer'}
                  </td>
                  <td data-label="By what law">{textIn(rule, 'citation')}</td>
                  <td data-label="Counsel">
                    <Chip tone={confirmed ? 'ok' : 'warn'}>
                      {confirmed ? formatDate(confirmed) : 'To be confirmed'}
                    </Chip>
                  </td>
                  <td>
                    {mayChange ? (
                      <RecordButton
                        about={`${state}, ${labelOf(rule)}`}
                        fields={fields}
                        id={rule.id}
                        label="Change"
                        rev={numberIn(rule, 'rev')}
                        slug="retention-rules"
                        title="Change a retention rule"
                        values={valuesOf(fields, rule)}
                      />
                    ) : null}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
