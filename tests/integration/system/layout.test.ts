import type { Field } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bootApp, type TestApp } from '@/tests/support/boot'

let app: TestApp

beforeAll(async () => {
  app = await bootApp()
})

afterAll(() => app.stop())

const layout = ['row', 'collapsible']

const isLayout = (field: Field): boolean =>
  layout.includes(field.type) || (field.type === 'tabs' && !field.tabs.some((tab) => 'name' in tab))

describe('the layout of a page', () => {
  it('is for pages alone: records are read and saved by one list of fields', () => {
    const { collections, config } = app.payload
    const onPages = config.collections.filter(({ fields }) => fields.some(isLayout))
    expect(onPages.map(({ slug }) => slug)).toContain('patients')
    for (const { slug, flattenedFields } of config.collections) {
      const fields = collections[slug]?.config.fields ?? []
      expect(fields.filter(isLayout), slug).toEqual([])
      expect(fields.flatMap((field) => ('name' in field ? [field.name] : [])).sort(), slug).toEqual(
        flattenedFields.map(({ name }) => name).sort(),
      )
    }
  })
})
