import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { RecordActions } from '../actions/RecordActions'
import { LiveReadiness } from '../editor/LiveReadiness'
import { spellDay } from '../fields/spellDay'
import { readRows, textIn } from '../page/read'
import { RecordButton } from '../record/RecordButton'
import { Card } from '../ui/Card'
import { Empty } from '../ui/Empty'
import { StateChip } from '../ui/StateChip'
import { planFields } from './chartFields'
import type { ChartSummary, PlanSummary } from './chartSummary'
import { PlanComments } from './PlanComments'
import { PlanTree } from './PlanTree'
import { StartPlan } from './StartPlan'

const writable = ['draft', 'returned']

const PlanCard = async ({
  req,
  plan,
  isEditable,
}: {
  req: PayloadRequest
  plan: PlanSummary
  isEditable: boolean
}) => {
  const [row] = await readRows(req, 'treatment-plans', {
    where: { id: { equals: plan.id } },
    limit: 1,
  })
  const rev = Number(row?.['rev'] ?? 0)
  const texts = Object.fromEntries(planFields.plan.map(({ name }) => [name, textIn(row, name)]))
  const shown = planFields.plan.filter(({ name }) => texts[name])
  return (
    <Card
      aside={<StateChip state={textIn(plan, 'status')} />}
      title={`Treatment plan, version ${textIn(plan, 'version')}`}
    >
      <p className="ops-small ops-muted">
        {[
          textIn(plan, 'effectiveDate')
            ? `In force from ${spellDay(textIn(plan, 'effectiveDate'))}`
            : '',
          textIn(plan, 'reviewOn') ? `review by ${spellDay(textIn(plan, 'reviewOn'))}` : '',
          textIn(plan, 'agreement') ? `agreement: ${textIn(plan, 'agreement')}` : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <div className="ops-row">
        <RecordActions id={plan.id} rev={rev} slug="treatment-plans" />
        {isEditable ? (
          <RecordButton
            fields={planFields.plan}
            id={plan.id}
            label="Frame of the plan"
            rev={rev}
            slug="treatment-plans"
            title="Frame of the plan"
            values={texts}
          />
        ) : null}
      </div>
      {isEditable ? (
        <LiveReadiness id={plan.id} rev={JSON.stringify(plan)} slug="treatment-plans" />
      ) : null}
      <PlanTree isEditable={isEditable} plan={plan} />
      {shown.length ? (
        <dl className="ops-facts">
          {shown.map(({ name, label }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd className="ops-pre">{texts[name]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </Card>
  )
}

type Props = { req: PayloadRequest; id: string; chart: ChartSummary }

/** The plan in force or in the making: problems, goals, objectives and methods, what it lacks, what is next. */
export const PlanSection = ({ req, id, chart }: Props) => {
  const { plan, nextPlan, planDue } = chart
  const mayWrite = isGranted(req, 'treatment-plans', 'create')
  if (!plan) {
    return (
      <Card title="Treatment plan">
        <Empty>
          No plan yet.{planDue?.dueOn ? ` It is due by ${spellDay(planDue.dueOn)}.` : ''} Signing
          the intake assessment drafts one.
        </Empty>
        {mayWrite ? <StartPlan patient={id} /> : null}
      </Card>
    )
  }
  return (
    <>
      {nextPlan ? (
        <p>
          Version {textIn(nextPlan, 'version')} is being written:{' '}
          <a href={`/admin/collections/treatment-plans/${nextPlan.id}`}>open it</a>{' '}
          <StateChip state={textIn(nextPlan, 'status')} />
        </p>
      ) : null}
      <PlanCard
        isEditable={mayWrite && writable.includes(textIn(plan, 'status'))}
        plan={plan}
        req={req}
      />
      <PlanComments plan={plan.id} req={req} />
    </>
  )
}
