import { closedWords } from '@/src/domain/scheduling/placeHours'
import type { FieldValues } from '../actions/types'
import type { Visit } from './dayData'
import type { Place } from './openHours'

type Props = {
  places: readonly Place[]
  /** What has been answered so far, and what holds where nothing has. */
  values: FieldValues
  before?: Pick<Visit, 'location' | 'format' | 'minutes'>
}

const wordsFor = ({ places, values, before }: Props): string => {
  const startsAt = String(values['startsAt'] ?? '')
  const place = places.find(({ id }) => id === (values['location'] || before?.location))
  const minutes = Number(values['minutes'] || before?.minutes)
  const isThere = (values['format'] || before?.format) === 'inPerson'
  if (!isThere || !place || !startsAt || !minutes) return ''
  return closedWords(place, { startsAt, minutes })
}

/** Says when people would stand before a locked door; whoever has the key books all the same. */
export const ClosedThen = (props: Props) => (
  <p aria-live="polite" className="ops-help">
    {wordsFor(props)}
  </p>
)
