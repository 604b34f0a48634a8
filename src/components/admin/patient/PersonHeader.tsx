import type { PayloadRequest } from 'payload'
import { ageOn } from '@/src/domain/scheduling/zonedTime'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { namesOf, type Row, readRows, refIn, textIn } from '../page/read'
import { Chip } from '../ui/Chip'
import { StateChip } from '../ui/StateChip'
import { bannersOf } from './banners'

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase()

const legalName = (row: Row): string =>
  [textIn(row, 'firstName'), textIn(row, 'middleName'), textIn(row, 'lastName')]
    .filter(Boolean)
    .join(' ')

/** Who this is, and what one must know before anything else; in a fixed order, never more than one may see. */
export const PersonHeader = async ({ req, id }: { req: PayloadRequest; id: string }) => {
  const [row] = await readRows(req, 'patients', { where: { id: { equals: id } }, limit: 1 })
  if (!row) return null
  const [banners, clinicians] = await Promise.all([
    bannersOf(req, row),
    namesOf(req, { slug: 'staff', column: 'primaryClinician', rows: [row], name: 'name' }),
  ])
  const name = textIn(row, 'displayName')
  const born = textIn(row, 'dateOfBirth')
  const today = practiceToday()
  const facts = [
    legalName(row) === name ? '' : `Legal name ${legalName(row)}`,
    born ? `born ${spellDay(born)} (${ageOn({ birthDate: born, on: today })})` : '',
    textIn(row, 'pronouns'),
    clinicians.get(refIn(row, 'primaryClinician'))
      ? `with ${clinicians.get(refIn(row, 'primaryClinician'))}`
      : '',
  ].filter(Boolean)
  return (
    <div className="ops-person">
      <span aria-hidden="true" className="ops-person__initials">
        {initialsOf(name)}
      </span>
      <div className="ops-grow">
        <p className="ops-row">
          <a className="ops-plain-link ops-person__name" href={`/admin/patient/${id}`}>
            {name}
          </a>
          <StateChip state={textIn(row, 'status')} />
        </p>
        <p className="ops-small ops-muted">{facts.join(' · ')}</p>
        {banners.length ? (
          <p className="ops-row">
            {banners.map(({ text, tone, href }) => (
              <Chip key={text} tone={tone}>
                {href ? <a href={href}>{text}</a> : text}
              </Chip>
            ))}
          </p>
        ) : null}
      </div>
    </div>
  )
}
