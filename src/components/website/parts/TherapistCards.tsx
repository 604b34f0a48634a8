import type { Visit } from '@/src/domain/outreach/visit'
import { codesIn, namesIn, sessionFormats, specialties } from '@/src/domain/outreach/vocabulary'
import { type Row, textIn } from '@/src/domain/row'
import { Picture } from './Picture'
import { SiteLink } from './SiteLink'

export const labelsOf = (known: Readonly<Record<string, string>>, codes: string): string[] =>
  codesIn(codes).flatMap((code) => known[code] ?? [])

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter((part) => /^\p{Lu}/u.test(part) && !part.endsWith('.'))
    .map((part) => part[0])
    .slice(0, 2)
    .join('')

export const Portrait = ({ therapist }: { therapist: Row }) =>
  therapist['photo'] && typeof therapist['photo'] === 'object' ? (
    <Picture className="portrait" media={therapist['photo']} />
  ) : (
    <span className="portrait initials" aria-hidden="true">
      {initialsOf(textIn(therapist, 'displayName'))}
    </span>
  )

const Card = ({ therapist, visit, level }: { therapist: Row; visit: Visit; level: 2 | 3 }) => {
  const Heading = `h${level}` as const
  const focus = labelsOf(specialties, textIn(therapist, 'specialties')).slice(0, 3)
  const formats = labelsOf(sessionFormats, textIn(therapist, 'formats'))
  const languages = namesIn(textIn(therapist, 'languages'))
  return (
    <li className="card therapist-card">
      <Portrait therapist={therapist} />
      <div>
        <Heading>
          <SiteLink
            className="card-link"
            href={`/therapists/${textIn(therapist, 'slug')}`}
            visit={visit}
          >
            {textIn(therapist, 'displayName')}
          </SiteLink>
        </Heading>
        <p className="muted">
          {[textIn(therapist, 'credentials'), textIn(therapist, 'pronouns')]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {textIn(therapist, 'summary') ? <p>{textIn(therapist, 'summary')}</p> : null}
        <dl className="facts">
          {focus.length ? (
            <div>
              <dt>Focus</dt>
              <dd>{focus.join(', ')}</dd>
            </div>
          ) : null}
          {formats.length ? (
            <div>
              <dt>Sessions</dt>
              <dd>{formats.join(', ')}</dd>
            </div>
          ) : null}
          {languages.length ? (
            <div>
              <dt>Languages</dt>
              <dd>{languages.join(', ')}</dd>
            </div>
          ) : null}
        </dl>
      </div>
    </li>
  )
}

/** Therapists who can take somebody on, a card each. */
export const TherapistCards = ({
  therapists,
  visit,
  level = 3,
}: {
  therapists: readonly Row[]
  visit: Visit
  level?: 2 | 3
}) => (
  <ul className="cards therapists">
    {therapists.map((therapist) => (
      <Card key={textIn(therapist, 'id')} therapist={therapist} visit={visit} level={level} />
    ))}
  </ul>
)
