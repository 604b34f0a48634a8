#!/usr/bin/env node
// npm run sbom: what the server is made of, as CycloneDX JSON, in sbom.cdx.json or the file that is named.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { inRoot, root } from './lib/root.mjs'
import { main, PlainError, say } from './lib/say.mjs'

const args = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx']

await main(async () => {
  const target = process.argv[2] ?? inRoot('sbom.cdx.json')
  const { status, stdout, stderr } = spawnSync('npm', [...args, '--sbom-type=application'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64_000_000,
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new PlainError(`npm could not list the packages. ${stderr.trim()}`)
  const bom = JSON.parse(stdout)
  const { components = [], metadata, specVersion } = bom
  // npm takes the name of the folder for the name of the product.
  metadata.component.name = JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).name
  writeFileSync(target, `${JSON.stringify(bom, null, 2)}\n`)
  say(`${components.length} packages, CycloneDX ${specVersion}, in ${target}`)
})
