import { formatDate } from '@/src/domain/calendarDate'
import type { StoredRow } from '@/src/domain/row'
import { classWords } from '@/src/domain/sharing/recordClasses'
import { daysLeftWords, isReviewable } from '@/src/domain/sharing/requests'
import { rangeWords } from '@/src/domain/sharing/scope'
import { showDay } from '@/src/lib/portal/dates'
import { textOf } from '@/src/lib/portal/rows'
import { practiceToday } from '@/src/lib/practiceZone'
import { Chip, type ChipTone } from '../Chip'
import { RequestForm } from './RequestForms'

type Look = { tone: ChipTone; word: string; sentences: string[] }

const day = (row: StoredRow, name: string): string => {
  const text = textOf(row, name)
  return text ? formatDate(text) : ''
}

const open = (row: StoredRow): Look => {
  const left = daysLeftWords(textOf(row, 'dueOn'), practiceToday())
  const reason = textOf(row, 'extensionReason')
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
    textOf(row, 'denialReason'),
    ...(textOf(row, 'reviewedAt')
      ? ['Somebody who had no part in it looked again, and it stays denied.']
      : []),
    ...(textOf(row, 'reviewAskedAt') && !textOf(row, 'reviewedAt')
      ? ['You asked for a second look. A clinician who had no part in it decides.']
      : []),
    'You may complain to us, or to the Office for Civil Rights (hhs.gov/ocr).',
  ],
})

const lookOf = (row: StoredRow): Look => {
  switch (textOf(row, 'status')) {
    case 'open':
      return open(row)
    case 'fulfilled': {
      const at = textOf(row, 'deliveredAt')
      return {
        tone: 'ok',
        word: 'Answered',
        sentences: [
          at
            ? `You downloaded them on ${showDay(at)}.`
            : `Answered on ${showDay(textOf(row, 'closedAt'))}.`,
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
  if (textOf(row, 'kind') === 'accounting') return 'A list of who got something'
  const classes = classWords(row['classes'])
  const range = rangeWords({
    from: textOf(row, 'recordsFrom') || null,
    to: textOf(row, 'recordsTo') || null,
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
    textOf(request, 'status') === 'denied' &&
    isReviewable(textOf(request, 'denialGround')) &&
    !textOf(request, 'reviewAskedAt')
  return (
    <div className="row">
      <span className="row-text">
        <span className="row-title">{titleOf(request)}</span>
        <span className="muted">
          {isMine ? 'Asked' : `Asked by ${textOf(request, 'requesterName')}`} on{' '}
          {day(request, 'receivedOn')}
        </span>
        {sentences.filter(Boolean).map((sentence) => (
          <span key={sentence}>{sentence}</span>
        ))}
      </span>
      <Chip tone={tone}>{word}</Chip>
      {isMine && textOf(request, 'status') === 'open' ? (
        <RequestForm button="I do not want it any more" requestId={request.id} verb="withdraw" />
      ) : null}
      {mayReview ? (
        <RequestForm button="Ask for a second look" requestId={request.id} verb="ask-review" />
      ) : null}
    </div>
  )
}
