import Link from 'next/link'
import type { PlanComment, PlanGoal, PlanProblem } from '@/src/lib/portal/readPlan'
import { CommentList } from './CommentList'

type Props = {
  problems: readonly PlanProblem[]
  comments: readonly PlanComment[]
  mayComment: boolean
}

/** The plan from top to bottom: what it is about, the goals, the steps and how we work on them. */
export const PlanTree = ({ problems, comments, mayComment }: Props) =>
  problems.map((problem, index) => (
    <section className="card" key={problem.key} aria-labelledby={`problem-${problem.key}`}>
      <p className="muted">
        Concern {index + 1} of {problems.length}
      </p>
      <h2 id={`problem-${problem.key}`}>{problem.text}</h2>
      {problem.evidence ? <p>{problem.evidence}</p> : null}
      {problem.goals.map((goal) => (
        <Goal
          key={goal.key}
          goal={goal}
          comments={comments.filter(({ aboutKey }) => aboutKey === goal.key)}
          mayComment={mayComment}
        />
      ))}
    </section>
  ))

type GoalProps = { goal: PlanGoal; comments: readonly PlanComment[]; mayComment: boolean }

const Goal = ({ goal, comments, mayComment }: GoalProps) => (
  <div className="goal stack-tight">
    <p className="muted">Goal</p>
    <h3>{goal.text}</h3>
    {goal.steps.length ? (
      <ul className="stack-tight">
        {goal.steps.map((step) => (
          <li key={step.key}>
            {step.text || step.target}
            {step.text && step.target ? (
              <span className="block muted">How we see it: {step.target}</span>
            ) : null}
            {step.methods.length ? (
              <span className="block muted">How we work on it: {step.methods.join('; ')}</span>
            ) : null}
          </li>
        ))}
      </ul>
    ) : null}
    <CommentList comments={comments} />
    {mayComment ? (
      <p>
        <Link className="link" href={`/portal/plan/comment?about=${encodeURIComponent(goal.key)}`}>
          Comment on this goal<span className="hidden-text">: {goal.text}</span>
        </Link>
      </p>
    ) : null}
  </div>
)
