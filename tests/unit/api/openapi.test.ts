import { readFileSync } from 'node:fs'
import { Validator } from '@seriousme/openapi-schema-validator'
import { expect, it } from 'vitest'
import { run } from '@/scripts/lib/processes.mjs'
import { ensureSpecValidator, withoutValidator } from '@/scripts/lib/specValidator.mjs'

// tests/integration/openapi.test.ts holds it against what the server answers.
const text = readFileSync('docs/openapi.json', 'utf8')

it('docs/openapi.json is valid for @seriousme/openapi-schema-validator', async () => {
  const { errors, valid } = await new Validator().validate(JSON.parse(text))
  expect(errors).toBeUndefined()
  expect(valid).toBe(true)
})

it('docs/openapi.json is valid for openapi-spec-validator of PyPI', async (context) => {
  const validate = await ensureSpecValidator()
  if (!validate) return context.skip(withoutValidator)
  const { code, output } = await validate(text)
  expect([code, output]).toEqual([0, expect.stringContaining('OK')])
  const broken = { openapi: '3.1.0', info: { title: 'x' }, paths: {} }
  expect((await validate(JSON.stringify(broken))).code).not.toBe(0)
}, 600_000)

it('npm run sdk makes types of it that the example of sdk/ fits', async () => {
  const { code, output } = await run('node', ['scripts/sdk.mjs'], { capture: true })
  expect([code, output]).toEqual([0, expect.stringContaining('The example fits it.')])
}, 600_000)
