import { redirect } from 'next/navigation'
import type { AdminViewServerProps, PayloadRequest } from 'payload'
import { readSetupFacts } from '@/collections/system/setup/readFacts'
import { openStep, stateOf, stepNamed } from '@/src/domain/setup/steps'
import { AdminPage } from '../page/AdminPage'
import { paramIn } from '../page/params'
import { Card } from '../ui/Card'
import { Checklist } from './Checklist'
import { StepFooter } from './StepFooter'
import { StepList } from './StepList'
import { stepBodies } from './stepBodies'

/** Where the practice is; the step then stays in the address, so that it does not go on by itself. */
const goOn = async (req: PayloadRequest): Promise<never> => {
  const step = openStep(await readSetupFacts(req))
  redirect(`/admin/setup?step=${step?.id ?? 'checklist'}`)
}

const Guided = async ({ req, wanted }: { req: PayloadRequest; wanted: string }) => {
  const facts = await readSetupFacts(req)
  const step = stepNamed(wanted)
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
  const wanted = paramIn(view.searchParams, 'step')
  return (
    <AdminPage
      lead="Step by step to the first patient. Everything is kept as you go: close the page whenever you like and go on later."
      needs={{ slug: 'setup', verb: 'update' }}
      path="/admin/setup"
      title="Starting your practice"
      view={view}
    >
      {() => (wanted ? <Guided req={req} wanted={wanted} /> : goOn(req))}
    </AdminPage>
  )
}
