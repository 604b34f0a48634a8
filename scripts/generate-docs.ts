// npm run docs:generate: the pages of docs/ that are made from the product itself. With --check it
// changes nothing and fails when one is stale.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { inRoot, root } from './lib/root.mjs'
import { main, say } from './lib/say.mjs'

const pages = async (): Promise<Record<string, string>> => {
  process.chdir(root)
  const folder = inRoot('.cache', 'docs')
  // The configuration is read, no database is opened.
  Object.assign(process.env, {
    DATABASE_URL: `file:${folder}/none.db`,
    KEY_DIR: folder,
    UPLOAD_DIR: folder,
    DEMO: '0',
  })
  const { appDoors } = await import('@/access/appDoors')
  const { doorRegistry } = await import('@/access/doors')
  const { abusePage, doorsPage, encryptionPage, rulesPage, whoCanSeeWhat } = await import(
    './lib/docPages'
  )
  const config = await (await import('@payload-config')).default
  const { fieldPage } = await import('./lib/fieldPage')
  const { importPage } = await import('./lib/importPage')
  const { securityPage } = await import('./lib/securityPage')
  const { keptTexts } = await import('@/access/clearText')
  const { openapiDocument } = await import('@/src/openapi/document')
  const { openapiFile } = await import('./lib/openapiFile')
  const doors = [...doorRegistry(config), ...appDoors(config)]
  return {
    'docs/abuse-cases.md': abusePage(),
    'docs/field-classes.md': fieldPage(config),
    'docs/encryption.md': encryptionPage(keptTexts(config)),
    'docs/who-can-see-what.md': whoCanSeeWhat(),
    'docs/rules.md': rulesPage(),
    'docs/doors.md': doorsPage(doors),
    'docs/import.md': importPage(),
    'docs/openapi.json': openapiFile(await openapiDocument(config)),
    'docs/security-tests.md': securityPage(config, doors),
  }
}

await main(async () => {
  const isCheck = process.argv.includes('--check')
  const stale: string[] = []
  for (const [path, text] of Object.entries(await pages())) {
    const file = inRoot(path)
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue
    stale.push(path)
    if (isCheck) continue
    mkdirSync(inRoot('docs'), { recursive: true })
    writeFileSync(file, text)
  }
  if (!stale.length) say('The generated pages are up to date.')
  else
    say(
      isCheck
        ? `Stale: ${stale.join(', ')}. Run: npm run docs:generate`
        : `Written: ${stale.join(', ')}`,
    )
  return isCheck && stale.length ? 1 : 0
})
process.exit()
