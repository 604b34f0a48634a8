import type { PayloadRequest } from 'payload'
import { formatDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import type { ActionTarget, OfferedAction } from '../actions/types'
import { askDoor, type Row, readRows, textIn } from '../page/read'
import { Empty } from '../ui/Empty'
import { Icon } from '../ui/Icon'
import { BookIntake, type Place } from './BookIntake'

type Match = {
  therapistId: string
  name: string
  fits: string[]
  misses: string[]
  canBeBooked: boolean
  openings: number
  nextOpenings: { start: string; end: string; locationId: string }[]
}

type Answer = { ranked: Match[]; full: Match[]; minutes: number; days: number }

type CardProps = {
  match: Match
  action: OfferedAction
  target: ActionTarget
  inquiry: Row
  places: readonly Place[]
  isBest: boolean
}

const MatchCard = ({ match, action, target, inquiry, places, isBest }: CardProps) => (
  <li className="ops-match">
    <div className="ops-row ops-row--between">
      <h4>{match.name}</h4>
      <BookIntake
        action={action}
        clinician={{ id: match.therapistId, name: match.name }}
        format={textIn(inquiry, 'format')}
        isPrimary={isBest}
        needsSource={!textIn(inquiry, 'referralSource')}
        places={places}
        target={target}
        warnsOfDuplicate={
          Boolean(textIn(inquiry, 'possibleDuplicateOf')) && inquiry['isNewPerson'] !== true
        }
      />
    </div>
    <ul className="ops-readiness ops-small">
      {match.fits.map((text) => (
        <li className="ops-readiness__ok" key={text}>
          <Icon name="check" size={14} />
          <span>{text}</span>
        </li>
      ))}
      {match.misses.map((text) => (
        <li className="ops-readiness__todo" key={text}>
          <Icon name="alert" size={14} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
    {match.nextOpenings.length ? (
      <p className="ops-small ops-muted ops-number">
        Next:{' '}
        {match.nextOpenings
          .map(({ start }) => formatDateTime({ instant: start, zone: practiceZone() }))
          .join(' · ')}
      </p>
    ) : null}
  </li>
)

type Props = { req: PayloadRequest; inquiry: Row; action: OfferedAction; target: ActionTarget }

/** Every therapist against this inquiry, best first, with the reasons; the full ones apart (R96). */
export const Matches = async ({ req, inquiry, action, target }: Props) => {
  const [answer, locations, rooms] = await Promise.all([
    askDoor<Answer>(req, { slug: 'inquiries', path: '/:id/matches', params: { id: inquiry.id } }),
    readRows(req, 'locations', { limit: 100, select: ['name', 'timeZone'] }),
    readRows(req, 'rooms', {
      where: { isActive: { equals: true } },
      limit: 200,
      select: ['name', 'location'],
    }),
  ])
  const places: Place[] = [...locations, ...rooms].map((row) => ({
    id: row.id,
    name: textIn(row, 'name'),
  }))
  if (!answer) return null
  return (
    <section aria-label="Who fits" className="ops-stack">
      <h3>Who fits</h3>
      {answer.ranked.length === 0 ? (
        <Empty>Nobody can take this person. See who is full beneath, or use the waitlist.</Empty>
      ) : null}
      <ul className="ops-matches">
        {answer.ranked.map((match, index) => (
          <MatchCard
            action={action}
            inquiry={inquiry}
            isBest={index === 0 && match.canBeBooked}
            key={match.therapistId}
            match={match}
            places={places}
            target={target}
          />
        ))}
      </ul>
      {answer.full.length ? (
        <details>
          <summary>Full: {answer.full.map(({ name }) => name).join(', ')}</summary>
          <ul className="ops-matches">
            {answer.full.map((match) => (
              <MatchCard
                action={action}
                inquiry={inquiry}
                isBest={false}
                key={match.therapistId}
                match={match}
                places={places}
                target={target}
              />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
