import { formatDate } from '@/src/domain/calendarDate'
import { type StoredRow, textIn } from '@/src/domain/row'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { daysLeftWords, isReviewable } from '@/src/domain/sharing/requests'
import { rangeWords } from '@/src/domain/sharing/scope'
import { showDay } from '@/src/lib/portal/dates'
import { practiceToday } from '@/src/lib/practiceZone'
import { Chip, type ChipTone } from '../Chip'
import { RequestForm } from './RequestForms'

type Look = { tone: ChipTone; word: string; sentences: string[] }

const day = (row: StoredRow, name: string): string => {
  const text = textIn(row, name)
  return text ? formatDate(text) : ''
}

const open = (row: StoredRow): Look => {
  const left = daysLeftWords(textIn(row, 'dueOn'), practiceToday())
  const reason = textIn(row, 'extensionReason')
  return {
    tone: 'warn',
    word: 'We are on it',
    sentences: [
      `You get an answer by ${day(row, 'dueOn')}. ${left}`,
      ...(reason ? [`It takes longer than we thought: ${reason}`] : []),
    ],
  }
}

const denied = (row: StoredRow): Look => ({
  tone: 'bad',
  word: 'Denied',
  sentences: [
    textIn(row, 'denialReason'),
    ...(textIn(row, 'reviewedAt')
      ? ['Somebody who had no part in it looked again, and it stays denied.']
      : []),
    ...(textIn(row, 'reviewAskedAt') && !textIn(row, 'reviewedAt')
      ? ['You asked for a second look. A clinician who had no part in it decides.']
      : []),
    'You may complain to us, or to the Office for Civil Rights (hhs.gov/ocr).',
  ],
})

const lookOf = (row: StoredRow): Look => {
  switch (textIn(row, 'status')) {
    case 'open':
      return open(row)
    case 'fulfilled': {
      const at = textIn(row, 'deliveredAt')
      return {
        tone: 'ok',
        word: 'Answered',
        sentences: [
          at
            ? `You downloaded them on ${showDay(at)}.`
            : `Answered on ${showDay(textIn(row, 'closedAt'))}.`,
        ],
      }
    }
    case 'denied':
      return denied(row)
    case 'refused':
      return { tone: 'info', word: 'Refused', sentences: ['We gave nothing away.'] }
    default:
      return { tone: 'info', word: 'Withdrawn', sentences: ['You did not want it any more.'] }
  }
}

const titleOf = (row: StoredRow): string => {
  if (textIn(row, 'kind') === 'accounting') return 'A list of who got something'
  const classes = classWords(row['classes'])
  const range = rangeWords({
    from: textIn(row, 'recordsFrom') || null,
    to: textIn(row, 'recordsTo') || null,
  })
  return classes ? `A copy of ${classes}, ${range}` : 'A copy of your record'
}

type Props = {
  request: StoredRow
  /** Asked by whoever reads this; the patient also sees what others asked. */
  isMine: boolean
}

/** One request for records: what, when, where it stands, and what they can do about it. */
export const RequestState = ({ request, isMine }: Props) => {
  const { tone, word, sentences } = lookOf(request)
  const mayReview =
    textIn(request, 'status') === 'denied' &&
    isReviewable(textIn(request, 'denialGround')) &&
    !textIn(request, 'reviewAskedAt')
  return (
    <div className="row">
      <span className="row-text">
        <span className="row-title">{titleOf(request)}</span>
        <span className="muted">
          {isMine ? 'Asked' : `Asked by ${textIn(request, 'requesterName')}`} on{' '}
          {day(request, 'receivedOn')}
        </span>
        {sentences.filter(Boolean).map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
      <Chip tone={tone}>{word}</Chip>
      {isMine && textIn(request, 'status') === 'open' ? (
        <RequestForm button="I do not want it any more" requestId={request.id} verb="withdraw" />
      ) : null}
      {mayReview ? (
        <RequestForm button="Ask for a second look" requestId={request.id} verb="ask-review" />
      ) : null}
    </div>
  )
}
