import { type CheckItem, checklistOf, missingIn } from '@/src/domain/setup/checklist'
import type { SetupFacts } from '@/src/domain/setup/facts'
import { Card } from '../ui/Card'
import { Findings } from '../ui/Findings'
import { Readiness } from '../ui/Readiness'
import { FinishButton } from './FinishButton'

const shown = (items: readonly CheckItem[]) =>
  items.map(({ isMet, message, fixUrl }) => ({ ok: isMet, message, href: fixUrl }))

/** What is missing before the first patient, each line with the place that mends it. */
export const Checklist = ({ facts }: { facts: SetupFacts }) => {
  const items = checklistOf(facts)
  const missing = missingIn(items)
  return (
    <div className="ops-stack">
      {facts.isFinished ? (
        <Findings
          findings={[{ message: 'You finished it. The list goes on saying how things stand.' }]}
          title="The guided start is behind you"
          tone="info"
        />
      ) : null}
      <Card count={missing.length} title="Missing before the first patient">
        <Readiness items={shown(items.filter(({ isNeeded }) => isNeeded))} />
        {facts.isFinished || missing.length ? null : <FinishButton />}
      </Card>
      <Card title="Worth doing soon">
        <Readiness isAdvice items={shown(items.filter(({ isNeeded }) => !isNeeded))} />
      </Card>
    </div>
  )
}
