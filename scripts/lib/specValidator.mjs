import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasProgram, run } from './processes.mjs'
import { inRoot } from './root.mjs'
import { PlainError, say } from './say.mjs'

// A tool of the tests, never shipped with the product.
const tool = {
  package: 'openapi-spec-validator==0.9.0',
  venv: inRoot('.cache', 'openapi'),
}

export const withoutValidator =
  'Skipped: openapi-spec-validator cannot be installed here. It needs Python 3 with venv and pip.'

const install = async () => {
  const python = join(tool.venv, 'bin', 'python')
  const done = join(tool.venv, 'installed')
  if (existsSync(done)) return python
  if (!(await hasProgram('python3'))) return null
  say('Installing a validator of OpenAPI documents for the tests (pip) ...')
  mkdirSync(inRoot('.cache'), { recursive: true })
  const made = await run('python3', ['-m', 'venv', tool.venv], { capture: true })
  if (made.code !== 0) return null
  const pip = join(tool.venv, 'bin', 'pip')
  const installed = await run(pip, ['install', '--quiet', tool.package], { capture: true })
  if (installed.code !== 0) {
    say(installed.output)
    return null
  }
  writeFileSync(done, `${tool.package}\n`)
  return python
}

/**
 * PyPI's validator of OpenAPI documents: `validate(json)` answers its exit code and what it said. Null when
 * it cannot be had and nobody insists; with CI=true that is an error.
 * @returns {Promise<((json: string) => Promise<{ code: number, output: string }>) | null>}
 */
export const ensureSpecValidator = async () => {
  const python = await install()
  if (!python) {
    if (process.env['CI'] === 'true') throw new PlainError(withoutValidator)
    return null
  }
  return async (json) => {
    const folder = mkdtempSync(join(tmpdir(), 'therapy-ops-openapi-'))
    const file = join(folder, 'openapi.json')
    try {
      writeFileSync(file, json)
      return await run(python, ['-m', 'openapi_spec_validator', file], { capture: true })
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
