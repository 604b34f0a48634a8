// npm run sdk: the types of the API for programs in TypeScript, from docs/openapi.json.
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import openapiTypes, { astToString } from 'openapi-typescript'
import { run } from './lib/processes.mjs'
import { inRoot, root } from './lib/root.mjs'
import { main, say } from './lib/say.mjs'

await main(async () => {
  const nodes = await openapiTypes(pathToFileURL(inRoot('docs', 'openapi.json')), { silent: true })
  writeFileSync(inRoot('sdk', 'openapi.d.ts'), astToString(nodes))
  const tsc = inRoot('node_modules', '.bin', 'tsc')
  const { code } = await run(tsc, ['--project', 'sdk'], { cwd: root })
  if (code === 0) say('Written: sdk/openapi.d.ts. The example fits it.')
  return code
})
