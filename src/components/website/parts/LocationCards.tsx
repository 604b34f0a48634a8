import { type Row, textIn } from '@/src/domain/row'
import { spellWeek, weekHoursIn } from '@/src/domain/scheduling/weekHours'
import { Picture } from './Picture'

const cityLine = (location: Row): string =>
  [
    textIn(location, 'city'),
    [textIn(location, 'region'), textIn(location, 'postalCode')].filter(Boolean).join(' '),
  ]
    .filter(Boolean)
    .join(', ')

const Written = ({ title, text }: { title: string; text: string }) =>
  text ? (
    <>
      <h4>{title}</h4>
      <p className="lines">{text}</p>
    </>
  ) : null

/** Where we are, how to get in, and when we are there. */
export const LocationCards = ({ locations }: { locations: readonly Row[] }) => (
  <ul className="cards locations">
    {locations.map((location) => (
      <li className="card" key={textIn(location, 'id')}>
        <Picture media={location['image']} illustration={textIn(location, 'illustration')} />
        <h3>{textIn(location, 'name')}</h3>
        <address>
          {[textIn(location, 'addressLine1'), textIn(location, 'addressLine2'), cityLine(location)]
            .filter(Boolean)
            .map((line) => (
              <span className="line" key={line}>
                {line}
              </span>
            ))}
          {textIn(location, 'phone') ? (
            <a href={`tel:${textIn(location, 'phone').replace(/[^\d+]/g, '')}`}>
              {textIn(location, 'phone')}
            </a>
          ) : null}
        </address>
        <Written title="Hours" text={spellWeek(weekHoursIn(location['hours'])).join('\n')} />
        <Written title="Getting there" text={textIn(location, 'directions')} />
        <Written title="Access" text={textIn(location, 'accessibility')} />
      </li>
    ))}
  </ul>
)
