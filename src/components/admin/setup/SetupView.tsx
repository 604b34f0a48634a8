import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { readSetupFacts } from '@/collections/system/setup/readFacts'
import { openStep, type Step, stateOf, stepNamed } from '@/src/domain/setup/steps'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { Card } from '../ui/Card'
import { Checklist } from './Checklist'
import { StepFooter } from './StepFooter'
import { StepList } from './StepList'
import { stepBodies } from './stepBodies'

const Guided = async ({ req, wanted }: { req: PayloadRequest; wanted: string }) => {
  const facts = await readSetupFacts(req)
  // Without a wish it goes on where the practice is.
  const step: Step | null = wanted ? stepNamed(wanted) : openStep(facts)
  const Body = step ? stepBodies[step.id] : null
  return (
    <div className="ops-setup">
      <StepList current={step?.id ?? 'checklist'} facts={facts} />
      {step && Body ? (
        <Card title={step.title}>
          <p className="ops-muted">{step.lead}</p>
          <Body facts={facts} req={req} />
          <StepFooter state={stateOf(step, facts)} step={step} />
        </Card>
      ) : (
        <Checklist facts={facts} />
      )}
    </div>
  )
}

/** /admin/setup: the guided start of a practice; each step is done when what it asks for is there. */
export const SetupView = (view: AdminViewServerProps) => {
  const { req } = view.initPageResult
  return (
    <AdminPage
      lead="Step by step to the first patient. Everything is kept as you go: close the page whenever you like and go on later."
      needs={{ slug: 'setup', verb: 'update' }}
      path="/admin/setup"
      title="Starting your practice"
      view={view}
    >
      {() => <Guided req={req} wanted={paramIn(view.searchParams, 'step')} />}
    </AdminPage>
  )
}
