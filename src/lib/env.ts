import { z } from 'zod'
import { unreadableAddresses } from './allowedAddresses'

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:|mongodb(\+srv)?:\/\/)/, 'must start with file: or mongodb://')
    .default('file:./data/clinic.db'),
  PAYLOAD_SECRET: z.string().min(32, 'must be at least 32 characters').optional(),
  SERVER_URL: z
    .url('must be an address such as https://clinic.example')
    .default('http://localhost:3000'),
  KEY_DIR: z.string().min(1).default('./data/keys'),
  /** A program that wraps keys with those of a key service; docs/encryption.md. */
  KEY_COMMAND: z.string().min(1).optional(),
  UPLOAD_DIR: z.string().min(1).default('./data/files'),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/\S/, 'must be an address such as smtp://user:password@mail.example:587')
    .optional(),
  /** Networks that are not public and that webhooks may reach all the same; none by default. */
  WEBHOOK_ALLOWED_NETWORKS: z
    .string()
    .default('')
    .refine((text) => !unreadableAddresses(text).length, 'must be networks such as 10.1.2.0/24'),
  MAIL_FROM: z.string().default('Therapy Ops <no-reply@localhost>'),
  RUN_JOBS: z
    .enum(['0', '1'])
    .default('1')
    .transform((value) => value === '1'),
  DEMO: flag,
  /** Tests only: the database holds the schema already. */
  SCHEMA_READY: flag,
  FAULT_POINT: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Env = z.output<typeof schema>

/**
 * Reads the environment once. Throws an Error whose message lists, in plain words, every variable
 * that is missing or wrong.
 */
export const readEnv = (source: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
    throw new Error(`The environment is not complete:\n${lines.join('\n')}\nSee .env.example.`)
  }
  const env = result.data
  const isBuilding = source['NEXT_PHASE'] === 'phase-production-build'
  if (env.NODE_ENV === 'production' && !env.PAYLOAD_SECRET && !isBuilding) {
    throw new Error(
      'The environment is not complete:\n  PAYLOAD_SECRET: set it to at least 32 random characters in production.\nSee .env.example.',
    )
  }
  return env
}

export const env = readEnv(process.env)

export const isMongo = env.DATABASE_URL.startsWith('mongodb')
