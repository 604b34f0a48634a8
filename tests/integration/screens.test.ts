import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ActionField } from '@/hooks/actions/define'
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
