import type { PayloadRequest } from 'payload'
import { addDays } from '@/src/domain/calendarDate'
import { practiceToday } from '@/src/lib/practiceZone'
import { spellDay } from '../fields/spellDay'
import { namesOf, readRows, refIn, textIn } from '../page/read'
import { Card } from '../ui/Card'
import { Chip } from '../ui/Chip'
import { StateChip } from '../ui/StateChip'
import { peopleInCare } from './peopleInCare'

const aheadDays = 14

const shown = 12

/** Plans that are being written, and reviews that come due within two weeks; nothing while all is well. */
export const PlansDue = async ({ req }: { req: PayloadRequest }) => {
  const today = practiceToday()
  const all = await readRows(req, 'treatment-plans', {
    where: {
      or: [
        { status: { in: ['draft', 'ready', 'shared', 'underReview', 'returned', 'declined'] } },
        {
          and: [
            { status: { equals: 'active' } },
            { reviewOn: { less_than_equal: addDays(today, aheadDays) } },
          ],
        },
      ],
    },
    sort: 'reviewOn',
    limit: 500,
    select: ['patient', 'status', 'version', 'reviewOn'],
  })
  const inCare = await peopleInCare(
    req,
    all.map((plan) => refIn(plan, 'patient')),
  )
  const plans = all.filter(
    (plan) => textIn(plan, 'status') !== 'active' || inCare.has(refIn(plan, 'patient')),
  )
  if (!plans.length) return null
  const names = await namesOf(req, {
    slug: 'patients',
    column: 'patient',
    rows: plans.slice(0, shown),
    name: 'displayName',
  })
  return (
    <Card count={plans.length} title="Plans and reviews">
      <ul className="ops-queue">
        {plans.slice(0, shown).map((plan) => {
          const reviewOn = textIn(plan, 'reviewOn')
          const isActive = textIn(plan, 'status') === 'active'
          return (
            <li key={plan.id}>
              <div className="ops-queue__what">
                <a href={`/admin/patient/${refIn(plan, 'patient')}?section=plan`}>
                  {names.get(refIn(plan, 'patient'))}
                </a>
                <span className="ops-small ops-muted">
                  Version {textIn(plan, 'version')}
                  {isActive && reviewOn ? ` · review by ${spellDay(reviewOn)}` : ''}
                </span>
              </div>
              {isActive ? (
                <Chip tone={reviewOn < today ? 'bad' : 'warn'}>
                  {reviewOn < today ? 'Review overdue' : 'Review soon'}
                </Chip>
              ) : (
                <StateChip state={textIn(plan, 'status')} />
              )}
            </li>
          )
        })}
      </ul>
      {plans.length > shown ? (
        <a href="/admin/collections/treatment-plans?sort=reviewOn">
          {plans.length - shown} more in the list
        </a>
      ) : null}
    </Card>
  )
}
