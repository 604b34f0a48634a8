import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { appDoors } from '@/access/appDoors'
import { withoutLayout } from '@/access/arrangeFields'
import { closeInternalCollections } from '@/access/closeInternalCollections'
import { doorRegistry } from '@/access/doors'
import { keepOwnStrategiesOnly } from '@/access/session/strategies'
import { billingCollections } from '@/collections/billing/billingCollections'
import { Practice } from '@/collections/globals/Practice'
import { RuleSettings } from '@/collections/globals/RuleSettings'
import { Setup } from '@/collections/globals/Setup'
import { SignInSettings } from '@/collections/globals/SignInSettings'
import { intakeCollections } from '@/collections/intake/intakeCollections'
import { outreachCollections } from '@/collections/outreach/outreachCollections'
import { outreachGlobals } from '@/collections/outreach/outreachGlobals'
import { peopleCollections } from '@/collections/people/peopleCollections'
import { recordsCollections } from '@/collections/records/recordsCollections'
import { authEndpoints } from '@/collections/system/auth/endpoints'
import { systemCollections } from '@/collections/system/systemCollections'
import { treatmentCollections } from '@/collections/treatment/treatmentCollections'
import { actionMutations } from '@/hooks/actions/graphql'
import { answerErrors } from '@/hooks/answerErrors'
import { adminSettings } from './adminSettings'
import { adminWords } from './adminWords'
import { apiEndpoints } from './apiEndpoints'
import { jobsConfig } from './jobs/jobsConfig'
import { databaseAdapter } from './lib/database'
import { emailSettings } from './lib/email'
import { env } from './lib/env'
import { graphqlLimits } from './lib/graphqlLimits'
import { logOptions } from './lib/logging'
import { prepareProcess } from './prepareProcess'

const here = dirname(fileURLToPath(import.meta.url))

// Outside production the secret is made once and kept beside the data, so that sessions survive a restart.
const localSecret = (): string => {
  const file = join(env.KEY_DIR, 'secret.key')
  if (!existsSync(file)) {
    mkdirSync(env.KEY_DIR, { recursive: true, mode: 0o700 })
    writeFileSync(file, crypto.randomUUID() + crypto.randomUUID(), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}

const collections = [
  ...intakeCollections,
  ...treatmentCollections,
  ...recordsCollections,
  ...billingCollections,
  ...peopleCollections,
  ...outreachCollections,
  ...systemCollections,
]

const quietErrors = {
  APIError: false,
  AuthenticationError: false,
  ErrorDeletingFile: 'error',
  FileRetrievalError: 'error',
  FileUploadError: 'info',
  Forbidden: false,
  GraphQLError: false,
  Locked: false,
  LockedAuth: false,
  MissingFile: false,
  NotFound: false,
  QueryError: false,
  Refusal: false,
  UnverifiedEmail: false,
  ValidationError: false,
} as const

const origin = new URL(env.SERVER_URL).origin

const built = buildConfig({
  secret: env.PAYLOAD_SECRET ?? localSecret(),
  serverURL: '',
  csrf: [origin],
  cors: [],
  telemetry: false,
  logger: { options: logOptions(env.LOG_LEVEL) },
  // Refusals are answers, not faults; what they say may name a person and stays out of the log.
  loggingLevels: quietErrors,
  defaultDepth: 0,
  maxDepth: 3,
  db: await databaseAdapter(),
  editor: lexicalEditor(),
  sharp,
  admin: adminSettings(resolve(here)),
  i18n: { translations: adminWords },
  collections,
  globals: [Practice, SignInSettings, RuleSettings, Setup, ...outreachGlobals],
  endpoints: [...authEndpoints, ...apiEndpoints],
  email: emailSettings(),
  graphQL: { ...graphqlLimits, mutations: actionMutations },
  hooks: { afterError: [answerErrors] },
  jobs: jobsConfig,
  upload: { limits: { fileSize: 10_000_000 }, abortOnLimit: true, safeFileNames: true },
  // Not declared globally: rules, actions and reports address collections by slugs that are data.
  typescript: {
    outputFile: resolve(here, 'payload-types.ts'),
    autoGenerate: false,
    declare: false,
  },
  onInit: async (payload) => {
    keepOwnStrategiesOnly(payload)
    withoutLayout(payload)
    await prepareProcess(payload)
  },
})

export default built.then((config) => {
  closeInternalCollections(config)
  // Name the endpoint, page, screen or job and stop the boot when one has no class.
  doorRegistry(config)
  appDoors(config)
  return config
})
