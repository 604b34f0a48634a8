import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { numberIn, type Row, textIn } from '../page/read'
import { valuesOf } from '../record/formValues'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { Empty } from '../ui/Empty'
import { personFields } from './peopleFields'

type Props = { req: PayloadRequest; patient: string; people: readonly Row[] }

/** Family and contacts, each with how to reach them; being listed here gives nobody a right. */
export const AroundCard = ({ req, patient, people }: Props) => (
  <Card
    aside={
      isGranted(req, 'related-persons', 'create') ? (
        <RecordButton
          about="a person"
          fields={personFields}
          label="Add"
          preset={{ patient }}
          slug="related-persons"
          title="Somebody around the patient"
        />
      ) : null
    }
    count={people.length}
    title="People around the patient"
  >
    {people.length ? null : (
      <Empty>Nobody yet. Parents, partners and whom to call in an emergency stand here.</Empty>
    )}
    <ul className="ops-queue">
      {people.map((row) => (
        <li key={row.id}>
          <div className="ops-queue__what">
            <a href={`/admin/collections/related-persons/${row.id}`}>{textIn(row, 'name')}</a>
            <span className="ops-small ops-muted">
              {[textIn(row, 'relationship'), textIn(row, 'phone'), textIn(row, 'email')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </div>
          <span className="ops-row">
            {row['isEmergencyContact'] === true ? (
              <Chip icon="alert" tone="info">
                In an emergency
              </Chip>
            ) : null}
            {row['isGuardian'] === true ? (
              <Chip icon="person" tone="plain">
                Parent or guardian
              </Chip>
            ) : null}
            {isGranted(req, 'related-persons', 'update') ? (
              <RecordButton
                about={textIn(row, 'name')}
                fields={personFields}
                id={row.id}
                label="Change"
                rev={numberIn(row, 'rev')}
                slug="related-persons"
                title={textIn(row, 'name')}
                values={valuesOf(personFields, row)}
              />
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  </Card>
)
