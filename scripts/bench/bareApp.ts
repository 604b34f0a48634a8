import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Field } from 'payload'
import { Patients } from '@/collections/intake/Patients'

/** What a field is, without what we hang on it: no functions, no access, no components. */
const plainField = (field: Field): object[] => {
  if (field.type === 'tabs') return field.tabs.flatMap((tab) => tab.fields.flatMap(plainField))
  if ('hidden' in field && field.hidden) return []
  if ('name' in field && field.name === 'rev') return []
  const { access, hooks, admin, custom, validate, ...rest } = field as Field &
    Record<string, unknown> // keys of some field types only
  if ('fields' in rest && Array.isArray(rest.fields))
    return [{ ...rest, fields: rest.fields.flatMap(plainField) }]
  return [rest]
}

const relatedSlugs = (fields: object[]): string[] =>
  fields.flatMap((field) => {
    const { relationTo, fields: inner } = field as { relationTo?: string; fields?: object[] } // of some field types only
    return [...(relationTo ? [relationTo] : []), ...(inner ? relatedSlugs(inner) : [])]
  })

const configText = (fields: object[]): string => `
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { buildConfig } from 'payload'

const plain = (slug) => ({ slug, fields: [{ name: 'name', type: 'text' }] })

export default buildConfig({
  secret: 'bench-secret-bench-secret-bench-secret',
  telemetry: false,
  db: sqliteAdapter({
    client: { url: process.env.BARE_DATABASE },
    idType: 'uuid',
    wal: true,
    busyTimeout: 5000,
    push: process.env.NODE_ENV !== 'production',
  }),
  collections: [
    { slug: 'users', auth: true, fields: [] },
    ...${JSON.stringify([...new Set(relatedSlugs(fields))])}.map(plain),
    {
      slug: 'patients',
      defaultSort: ${JSON.stringify(Patients.defaultSort)},
      indexes: ${JSON.stringify(Patients.indexes ?? [])},
      fields: ${JSON.stringify(fields)},
    },
  ],
})
`

const routeText = `
import config from '@payload-config'
import { REST_GET, REST_POST } from '@payloadcms/next/routes'

export const GET = REST_GET(config)
export const POST = REST_POST(config)
`

const nextText = (root: string): string => `
import { withPayload } from '@payloadcms/next/withPayload'

export default withPayload(
  {
    poweredByHeader: false,
    turbopack: { root: ${JSON.stringify(root)} },
    outputFileTracingRoot: ${JSON.stringify(root)},
    typescript: { ignoreBuildErrors: true },
  },
  { devBundleServerPackages: false },
)
`

const seedText = `
import { readFileSync, writeFileSync } from 'node:fs'
import { getPayload } from 'payload'
import config from './payload.config.ts'

const [, , rowsFile, outFile] = process.argv
const payload = await getPayload({ config })
for (const row of JSON.parse(readFileSync(rowsFile, 'utf8'))) await payload.db.create({ collection: 'patients', data: row, customID: row.id })
const email = 'bench@example.test'
const password = 'bench password of no account'
await payload.create({ collection: 'users', data: { email, password } })
const { token } = await payload.login({ collection: 'users', data: { email, password } })
writeFileSync(outFile, JSON.stringify({ cookie: 'payload-token=' + token }))
await payload.destroy()
process.exit(0)
`

/** Writes a Next app with Payload and the same \`patients\` fields and indexes, and nothing else of ours. */
export const writeBareApp = (root: string, folder: string): void => {
  const fields = Patients.fields.flatMap(plainField)
  const files: Record<string, string> = {
    'package.json': JSON.stringify({ name: 'bench-bare', private: true, type: 'module' }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'esnext',
        moduleResolution: 'bundler',
        jsx: 'react-jsx',
        skipLibCheck: true,
        allowJs: true,
        noEmit: true,
        esModuleInterop: true,
        isolatedModules: true,
        resolveJsonModule: true,
        incremental: true,
        target: 'ES2022',
        lib: ['DOM', 'ES2023'],
        strict: false,
        plugins: [{ name: 'next' }],
        paths: { '@payload-config': ['./payload.config.ts'] },
      },
      include: [
        'next-env.d.ts',
        '**/*.ts',
        '**/*.tsx',
        '.next/types/**/*.ts',
        '.next/dev/types/**/*.ts',
      ],
      exclude: ['node_modules'],
    }),
    'next.config.mjs': nextText(root),
    'payload.config.ts': configText(fields),
    'seed.ts': seedText,
    'app/api/[...slug]/route.ts': routeText,
    // Without one of its own, the bundler would take ours from the folder above.
    'instrumentation.ts': 'export const register = () => {}\n',
  }
  rmSync(join(folder, 'app'), { recursive: true, force: true })
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
}
