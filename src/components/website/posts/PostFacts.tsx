import { formatDate, isCalendarDate } from '@/src/domain/calendarDate'
import { type Row, textIn } from '@/src/domain/row'

/** Who wrote an article, when, and how long it takes to read. */
export const PostFacts = ({ post, minutes }: { post: Row; minutes: number }) => {
  const day = textIn(post, 'publishedOn')
  const byline = textIn(post, 'byline')
  return (
    <p className="muted">
      {byline ? `${byline} · ` : ''}
      {isCalendarDate(day) ? (
        <>
          <time dateTime={day}>{formatDate(day)}</time>
          {' · '}
        </>
      ) : null}
      {minutes} min read
    </p>
  )
}
