import type { PayloadRequest } from 'payload'
import { isGranted } from '@/access/decide'
import { readSetupFacts } from '@/collections/system/setup/readFacts'
import { checklistOf, missingIn } from '@/src/domain/setup/checklist'
import { openStep } from '@/src/domain/setup/steps'
import { readGlobal } from '../setup/readGlobal'
import { Card } from '../ui/Card'

/** Until the guided start is finished the owner sees what is missing, and goes on from here. */
export const SetupCard = async ({ req }: { req: PayloadRequest }) => {
  if (!isGranted(req, 'setup', 'update')) return null
  const { finishedAt } = await readGlobal(req, 'setup')
  if (finishedAt) return null
  const facts = await readSetupFacts(req)
  const missing = missingIn(checklistOf(facts)).length
  const step = openStep(facts)
  return (
    <Card
      aside={
        <a className="ops-button ops-button--primary" href="/admin/setup">
          {step ? `Go on: ${step.title}` : 'See what is missing'}
        </a>
      }
      title="Before the first patient"
    >
      <p>
        {missing
          ? `${missing} ${missing === 1 ? 'thing is' : 'things are'} missing.`
          : 'Everything is there. Finish the guided start.'}{' '}
        <a href="/admin/setup?step=checklist">The whole list</a>
      </p>
    </Card>
  )
}
