import type { PayloadRequest } from 'payload'
import { spellDay } from '../fields/spellDay'
import { askDoor } from '../page/read'
import { StateChip } from '../ui/StateChip'

type Answer = {
  linkedTo: string | null
  people: {
    kind: 'patients' | 'inquiries'
    id: string
    name: string
    dateOfBirth: string | null
    status: string
    reasons: string[]
  }[]
}

const hrefOf = ({ kind, id }: Answer['people'][number]): string =>
  kind === 'patients' ? `/admin/patient/${id}` : `/admin/inquiry-board?open=${id}`

/** Who may be the same person, and why; nothing when nobody is. */
export const Duplicates = async ({
  req,
  id,
  isLinked,
}: {
  req: PayloadRequest
  id: string
  isLinked: boolean
}) => {
  const answer = await askDoor<Answer>(req, {
    slug: 'inquiries',
    path: '/:id/duplicates',
    params: { id },
  })
  if (!answer?.people.length || isLinked) return null
  return (
    <section aria-label="Possible duplicates" className="ops-note ops-note--warn">
      <h3>May be somebody we know</h3>
      <ul className="ops-plain-list">
        {answer.people.map((person) => (
          <li key={person.id}>
            <a href={hrefOf(person)}>{person.name}</a>{' '}
            {person.dateOfBirth ? (
              <span className="ops-muted">born {spellDay(person.dateOfBirth)}</span>
            ) : null}{' '}
            <StateChip state={person.status} />
            <br />
            <span className="ops-small">{person.reasons.join(' ')}</span>
          </li>
        ))}
      </ul>
      <p className="ops-small">
        Link to the known patient, or say when booking that this is a new person.
      </p>
    </section>
  )
}
