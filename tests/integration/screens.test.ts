import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionField } from '@/hooks/actions/define'
import { MarketingHome } from '@/src/components/admin/home/MarketingHome'
import { WaitlistCheckIns } from '@/src/components/admin/home/WaitlistCheckIns'
import {
  authorizationFields,
  diagnosisFields,
  eligibilityFields,
  planFields,
  policyFields,
} from '@/src/components/admin/patient/chartFields'
import {
  feeFields,
  locationFields,
  payerFields,
  roomFields,
  serviceFields,
} from '@/src/components/admin/setup/setupFields'
import { bootApp, type TestApp } from '@/tests/support/boot'
import { insert, makeStaff } from '@/tests/support/people'
import { requestAs } from '@/tests/support/requestAs'
import { walkScreen } from '@/tests/support/walkScreen'

let app: TestApp

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

const forms: readonly [slug: string, fields: readonly ActionField[]][] = [
  ['diagnoses', diagnosisFields],
  ['insurance-policies', policyFields],
  ['eligibility-checks', eligibilityFields],
  ['authorizations', authorizationFields],
  ['treatment-plans', planFields.plan],
  ['plan-problems', planFields.problem],
  ['plan-goals', planFields.goal],
  ['plan-objectives', planFields.objective],
  ['plan-interventions', planFields.intervention],
  ['locations', locationFields],
  ['rooms', roomFields],
  ['services', serviceFields],
  ['payers', payerFields],
  ['fee-schedules', feeFields],
]

describe('the forms of the chart and of the guided start', () => {
  for (const [slug, fields] of forms) {
    it(`ask only for what ${slug} keep, and nothing outside its choices`, () => {
      const { flattenedFields } = app.payload.collections[slug]?.config ?? {}
      const known = new Map(flattenedFields?.map((field) => [field.name, field]))
      expect(fields.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
      for (const { name, options } of fields) {
        const field = known.get(name)
        if (!options || field?.type !== 'select') continue
        const values = field.options.map((option) =>
          typeof option === 'string' ? option : option.value,
        )
        expect(values, name).toEqual(expect.arrayContaining(options.map(({ value }) => value)))
      }
    })
  }
})

describe('a card that does not hold all', () => {
  it('says how many more check-ins are due than it shows', async () => {
    const ben = await makeStaff(app, 'Ben', ['frontDesk'])
    const inquiry = await insert(app, 'inquiries', {
      chosenName: 'Jo',
      contactPreference: 'email',
      status: 'waitlisted',
      receivedAt: '2026-01-05T10:00:00.000Z',
    })
    for (let each = 0; each < 14; each += 1)
      await insert(app, 'waitlist-entries', {
        inquiry,
        uniqueKey: `waiting|${each}`,
        status: 'waiting',
        tier: 'standard',
        addedOn: '2026-01-05',
        nextCheckInOn: '2026-01-19',
      })
    const req = await requestAs(app, ben)
    expect((await walkScreen(WaitlistCheckIns({ req }))).join('')).toContain('2 more in the list')
  })

  it('says how many more drafts there are than it shows', async () => {
    const mo = await makeStaff(app, 'Mo', ['marketing'])
    for (let each = 0; each < 11; each += 1) {
      const body = { title: `Page ${each}`, _status: 'draft' }
      expect((await mo.client.post('/api/pages?draft=true', body)).status).toBe(201)
    }
    const words = (await walkScreen(MarketingHome({ req: await requestAs(app, mo) }))).join('')
    expect(words).toContain('1 more in the pages')
    expect(words).not.toContain('in the articles')
  })
})
