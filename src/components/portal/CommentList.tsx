import { showDay } from '@/src/lib/portal/dates'
import type { PlanComment } from '@/src/lib/portal/readPlan'

/** What was said about the plan, and the therapist's answer. */
export const CommentList = ({ comments }: { comments: readonly PlanComment[] }) =>
  comments.map((comment) => (
    <div className="comment stack-tight" key={comment.id}>
      <p>
        <strong>{comment.isMine ? 'You' : 'Your therapist'}</strong>
        {comment.writtenAt ? <span className="muted">, {showDay(comment.writtenAt)}</span> : null}
      </p>
      <p className="keep-lines">{comment.text}</p>
      {comment.answer ? (
        <>
          <p>
            <strong>Your therapist’s answer</strong>
            {comment.answeredAt ? (
              <span className="muted">, {showDay(comment.answeredAt)}</span>
            ) : null}
          </p>
          <p className="keep-lines">{comment.answer}</p>
        </>
      ) : comment.isMine ? (
        <p className="muted">Your therapist answers within a week.</p>
      ) : null}
    </div>
  ))
