import { namesOf, readRows, refIn } from '../../page/read'
import { RecordTable } from '../RecordTable'
import { SetupForm } from '../SetupForm'
import { inUse, roomFields } from '../setupFields'
import type { StepProps } from '../stepBodies'

export const RoomsStep = async ({ req }: StepProps) => {
  const rows = await readRows(req, 'rooms', {
    where: { isActive: { equals: true } },
    sort: 'name',
  })
  const places = await readRows(req, 'locations', {
    where: { isActive: { equals: true } },
    sort: 'name',
    select: ['name'],
  })
  const names = await namesOf(req, { slug: 'locations', column: 'location', rows, name: 'name' })
  if (!places.length) {
    return (
      <p>
        A room is in a location, and there is none yet.{' '}
        <a href="/admin/setup?step=locations">Add the location first</a>
      </p>
    )
  }
  return (
    <>
      <RecordTable
        columns={[
          { label: 'Location', of: (row) => names.get(refIn(row, 'location')) ?? '' },
          { label: 'For', of: (row) => (row['isVideoOnly'] ? 'Video only' : 'All sessions') },
        ]}
        fields={[...roomFields, inUse]}
        name="name"
        rows={rows}
        slug="rooms"
      />
      <h3>{rows.length ? 'Another room' : 'Your first room'}</h3>
      <SetupForm
        fields={roomFields}
        isPrimary={rows.length === 0}
        key={rows.length}
        label="Add room"
        path="/api/rooms"
        refusal="The room is not added yet"
        values={{ location: places[0]?.id ?? '' }}
      />
    </>
  )
}
