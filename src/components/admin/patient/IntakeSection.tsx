import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { formatFullDateTime } from '@/src/domain/scheduling/formatTime'
import { practiceZone } from '@/src/lib/practiceZone'
import { RecordActions } from '../actions/RecordActions'
import { StartAssessment } from '../intake/StartAssessment'
import { textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import type { ChartSummary } from './chartSummary'

const open = ['open', 'submittedByPatient', 'draft', 'returned']

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

/** Where the first assessment stands, and the way to write or read it. */
export const IntakeSection = ({ req, id, chart }: Props) => {
  const { assessment } = chart
  if (!assessment) {
    return (
      <Card title="Intake assessment">
        <Empty>
          No assessment yet. The patient's history form appears here when an intake is booked.
        </Empty>
        {isGranted(req, 'intake-assessments', 'create') ? <StartAssessment patient={id} /> : null}
      </Card>
    )
  }
  const state = textIn(assessment, 'status')
  const isOpen = open.includes(state)
  return (
    <Card aside={<StateChip state={state} />} title="Intake assessment">
      {state === 'open' ? (
        <p>The patient has not handed in the history yet. You can write your part all the same.</p>
      ) : null}
      {state === 'submittedByPatient' ? (
        <p>The patient's history is here. It stands beside your part.</p>
      ) : null}
      {textIn(assessment, 'signedAt') ? (
        <p className="ops-small">
          Signed by {textIn(assessment, 'signerName') || 'the clinician'} on{' '}
          {formatFullDateTime({ instant: textIn(assessment, 'signedAt'), zone: practiceZone() })}
        </p>
      ) : null}
      <div className="ops-row">
        <a
          className={`ops-button${isOpen ? ' ops-button--primary' : ''}`}
          href={`/admin/intake/${assessment.id}`}
        >
          {isOpen ? 'Write assessment' : 'Read assessment'}
        </a>
        <RecordActions except={['sign', 'submit']} id={assessment.id} slug="intake-assessments" />
      </div>
    </Card>
  )
}
