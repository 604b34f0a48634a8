import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

type Component = { name: string; version: string; licenses?: unknown[]; hashes?: unknown[] }

it('npm run sbom lists what the server runs, and not what only builds and tests it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sbom-'))
  const file = join(folder, 'sbom.cdx.json')
  const { status, stderr } = spawnSync(process.execPath, ['scripts/sbom.mjs', file])
  expect(status, String(stderr)).toBe(0)
  const bom = JSON.parse(readFileSync(file, 'utf8'))
  expect([bom.bomFormat, bom.metadata.component.name]).toEqual(['CycloneDX', 'therapy-ops'])
  const components = bom.components as Component[]
  const payload = components.find(({ name }) => name === 'payload')
  expect(payload).toMatchObject({ version: '3.90.1', hashes: [{ alg: 'SHA-512' }] })
  expect(components.map(({ name }) => name)).not.toContain('vitest')
  rmSync(folder, { recursive: true })
}, 60_000)
