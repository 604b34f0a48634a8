import { spellWeek, weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { readRows, textIn } from '../../page/read'
import { RecordTable } from '../RecordTable'
import { readGlobal } from '../readGlobal'
import { SetupForm } from '../SetupForm'
import { inUse, locationFields } from '../setupFields'
import type { StepProps } from '../stepBodies'

export const LocationsStep = async ({ req }: StepProps) => {
  const rows = await readRows(req, 'locations', {
    where: { isActive: { equals: true } },
    sort: 'name',
  })
  const { timeZone } = await readGlobal(req, 'practice')
  return (
    <>
      <RecordTable
        columns={[
          { label: 'City', of: (row) => textIn(row, 'city') },
          {
            label: 'Hours',
            of: (row) =>
              spellWeek(weekHoursIn(row['hours'])).join('; ') || (
                <span className="ops-muted">none yet</span>
              ),
          },
          { label: 'Time zone', of: (row) => textIn(row, 'timeZone') },
        ]}
        fields={[...locationFields, inUse]}
        name="name"
        rows={rows}
        slug="locations"
      />
      <h3>{rows.length ? 'Another location' : 'Your first location'}</h3>
      <SetupForm
        fields={locationFields}
        isPrimary={rows.length === 0}
        key={rows.length}
        label="Add location"
        path="/api/locations"
        refusal="The location is not added yet"
        values={{ timeZone: String(timeZone ?? '') }}
      />
    </>
  )
}
