import type { PortalVisit } from '@/src/lib/portal/portalRequest'
import { readActing } from '@/src/lib/portal/readActing'
import { ActForButton } from './ActForButton'

/** Whose page is open, and the others that this person may open. */
export const ActingFor = async ({ visit }: { visit: PortalVisit }) => {
  const { choices } = await readActing(visit)
  if (choices.length < (visit.isProxy ? 1 : 2)) return null
  return (
    <ul className="areas" aria-label="Whose page">
      {choices.map(({ id, label, isOpen }) => (
        <li key={id}>
          {isOpen ? (
            <strong aria-current="true">{label}</strong>
          ) : (
            <ActForButton id={id} label={label} />
          )}
        </li>
      ))}
    </ul>
  )
}
