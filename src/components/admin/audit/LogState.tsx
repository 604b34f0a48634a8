import type { PayloadRequest } from 'payload'
import { clock } from '@/src/lib/clock'
import { practiceZone } from '@/src/lib/practiceZone'
import { ageOf } from '../page/ages'
import { numberIn, readRows, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'

const linesIn = (text: string): string[] => text.split('\n').filter(Boolean)

const Findings = ({ lines, title }: { lines: readonly string[]; title: string }) =>
  lines.length ? (
    <details open={title === 'Findings'}>
      <summary>
        {title} ({lines.length})
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  ) : null

/** How far the log was checked, and what the last check found. */
export const LogState = async ({ req }: { req: PayloadRequest }) => {
  const [last] = await readRows(req, 'audit-verifications', { sort: '-startedAt', limit: 1 })
  if (!last) {
    return (
      <Card title="Can it be trusted?">
        <p>
          It was not checked yet. A check runs every hour, and of the whole log every night; on the
          server <code>npm run audit:verify</code> runs one now.
        </p>
      </Card>
    )
  }
  const zone = practiceZone()
  const now = clock.wall()
  const at = (name: string): string => ageOf({ instant: textIn(last, name), now, zone })
  const isAltered = textIn(last, 'result') === 'altered'
  return (
    <Card
      aside={<a href="/admin/collections/audit-verifications">All checks</a>}
      title="Can it be trusted?"
    >
      <p className="ops-row">
        {isAltered ? (
          <Chip tone="bad">The log was altered</Chip>
        ) : (
          <Chip tone="ok">Verified up to {at('verifiedUpTo')}</Chip>
        )}
        <span className="ops-small ops-muted">
          Last check {at('startedAt')}: {textIn(last, 'extent')},{' '}
          {numberIn(last, 'events').toLocaleString('en-US')} lines and{' '}
          {numberIn(last, 'checkpoints').toLocaleString('en-US')} signed checkpoints.
        </span>
      </p>
      {isAltered ? (
        <p>
          Keep the server and its backups as they are, write down who had access to the database,
          and treat it as an incident.
        </p>
      ) : null}
      <Findings lines={linesIn(textIn(last, 'problems'))} title="Findings" />
      <Findings lines={linesIn(textIn(last, 'notices'))} title="To be explained" />
    </Card>
  )
}
