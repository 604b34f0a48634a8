import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SanitizedConfig } from 'payload'
import type { Door, DoorClass } from './doors'

// Pages and routes of src/app by their address. Admin pages and the API have their own doors behind them.
export const pageDoors: Readonly<Record<string, DoorClass>> = {
  '/admin/[[...segments]]': 'policy',
  '/api/[...slug]': 'policy',
  '/api/graphql': 'policy',
  '/healthz': 'public',
  '/staff/confirm-email': 'sign-in',
  '/staff/factor': 'sign-in',
  '/staff/forgot': 'sign-in',
  '/staff/setup': 'sign-in',
  '/staff/welcome': 'sign-in',
  '/': 'public',
  '/[...missing]': 'public',
  '/blank': 'public',
  '/card/[collection]/[slug]': 'public',
  '/contact': 'public',
  '/contact/thanks': 'public',
  '/crisis': 'public',
  '/fees': 'public',
  '/pages/[slug]': 'public',
  '/posts': 'public',
  '/posts/[slug]': 'public',
  '/posts/atom.xml': 'public',
  '/posts/feed.json': 'public',
  '/posts/rss.xml': 'public',
  '/preview': 'policy',
  '/preview/leave': 'self',
  '/how-we-keep-it': 'public',
  '/privacy': 'public',
  '/robots.txt': 'public',
  '/search': 'public',
  '/services': 'public',
  '/services/[slug]': 'public',
  '/sitemap.xml': 'public',
  '/therapists': 'public',
  '/therapists/[slug]': 'public',
  '/portal': 'policy',
  '/portal/[...missing]': 'public',
  '/portal/amendments': 'policy',
  '/portal/amendments/new': 'policy',
  '/portal/api/[...slug]': 'policy',
  '/portal/appointments': 'policy',
  '/portal/appointments/book': 'policy',
  '/portal/appointments/[id]/cancel': 'policy',
  '/portal/confirm-email': 'sign-in',
  '/portal/details': 'policy',
  '/portal/details/reach': 'policy',
  '/portal/forgot': 'sign-in',
  '/portal/notes': 'policy',
  '/portal/notes/[id]': 'policy',
  '/portal/papers': 'policy',
  '/portal/papers/consent/[id]': 'policy',
  '/portal/papers/details': 'policy',
  '/portal/papers/emergency-contact': 'policy',
  '/portal/papers/history': 'policy',
  '/portal/papers/insurance': 'policy',
  '/portal/papers/questionnaire/[id]': 'policy',
  '/portal/plan': 'policy',
  '/portal/plan/comment': 'policy',
  '/portal/plan/decline': 'policy',
  '/portal/plan/sign': 'policy',
  '/portal/safety-plan': 'policy',
  '/portal/sharing': 'policy',
  '/portal/sharing/[id]': 'policy',
  '/portal/sharing/allow': 'policy',
  '/portal/sharing/received': 'policy',
  '/portal/sharing/records': 'policy',
  '/portal/sign-in': 'sign-in',
  '/portal/statements': 'policy',
  '/portal/security': 'self',
  '/portal/statements/[id]': 'policy',
  '/portal/welcome': 'sign-in',
  '/portal/who-saw': 'policy',
}

// Files with functions that a browser may call on the server.
const serverFunctions: Readonly<Record<string, DoorClass>> = {
  // Payload's own, which ask our access functions with the caller's session.
  'src/app/(payload)/layout.tsx': 'policy',
  // The inquiry form: what anybody may post to /api/inquiries.
  'src/components/website/form/submitInquiry.ts': 'public',
}

// Screens of ours inside the admin; AdminPage asks the policy table before one is drawn.
const adminViews: Readonly<Record<string, DoorClass>> = {
  accessLog: 'policy',
  apiClients: 'policy',
  calendar: 'policy',
  claimBoard: 'policy',
  aging: 'policy',
  dashboard: 'policy',
  encryption: 'policy',
  findWords: 'policy',
  emergency: 'policy',
  imports: 'policy',
  inquiryBoard: 'policy',
  intake: 'policy',
  leaving: 'policy',
  marketing: 'policy',
  note: 'policy',
  patient: 'policy',
  remittances: 'policy',
  amendments: 'policy',
  requests: 'policy',
  retention: 'policy',
  roles: 'policy',
  webhooks: 'policy',
  ruleBook: 'policy',
  setup: 'policy',
  signIn: 'self',
  trust: 'policy',
  whoCanSee: 'policy',
}

// Jobs act for the practice, never for a caller; nobody can start one over the network.
const jobs: Readonly<Record<string, DoorClass>> = {
  'build-exports': 'system',
  'check-log': 'system',
  'check-whole-log': 'system',
  'destroy-charts': 'system',
  'list-charts-to-destroy': 'system',
  'checkpoint-log': 'system',
  'end-emergency-access': 'system',
  'end-outgrown-proxies': 'system',
  'end-releases': 'system',
  'end-role-grants': 'system',
  'forget-imports': 'system',
  'forget-job-runs': 'system',
  'forget-list-searches': 'system',
  'keep-statistics': 'system',
  'rotate-keys': 'system',
  'let-go-of-old-log': 'system',
  'recheck-claims': 'system',
  'review-accesses': 'system',
  'send-mail': 'system',
  'send-webhooks': 'system',
  'forget-webhook-deliveries': 'system',
  'settle-intents': 'system',
  'sweep-actions': 'system',
  'work-on-imports': 'system',
}

const filesUnder = (folder: string): string[] =>
  readdirSync(resolve(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => path.slice(resolve('.').length + 1).replaceAll('\\', '/'))

const addressOf = (file: string): string => {
  const segments = file.split('/').slice(2, -1)
  return `/${segments.filter((segment) => !segment.startsWith('(')).join('/')}`
}

const pagesFound = (): string[] =>
  filesUnder('src/app')
    .filter((file) => /\/(page|route)\.tsx?$/.test(file))
    .map(addressOf)

const serverFunctionsFound = (): string[] =>
  ['src/app', 'src/components']
    .flatMap(filesUnder)
    .filter((file) => /^\s*['"]use server['"]/m.test(readFileSync(resolve(file), 'utf8')))

const checked = (
  what: string,
  found: readonly string[],
  known: Readonly<Record<string, DoorClass>>,
): [string, DoorClass][] => {
  for (const name of found) {
    if (!known[name])
      throw new Error(`The ${what} ${name} has no class. Add it to access/appDoors.ts.`)
  }
  for (const name of Object.keys(known)) {
    if (!found.includes(name))
      throw new Error(`There is no ${what} ${name} any more. Take it out of access/appDoors.ts.`)
  }
  return Object.entries(known)
}

/** Every page, server function, admin screen and job. Throws, naming it, on one without a class. */
export const appDoors = (config: SanitizedConfig): Door[] => {
  const views = Object.keys(config.admin.components.views ?? {})
  const tasks = (config.jobs.tasks ?? []).map(({ slug }) => String(slug))
  const kinds = [
    { where: 'Pages', method: 'page', of: checked('page', pagesFound(), pageDoors) },
    {
      where: 'Server functions',
      method: 'call',
      of: checked('server function', serverFunctionsFound(), serverFunctions),
    },
    { where: 'Admin screens', method: 'view', of: checked('admin screen', views, adminViews) },
    { where: 'Jobs', method: 'job', of: checked('job', tasks, jobs) },
  ]
  return kinds.flatMap(({ where, method, of }) =>
    of.map(([path, classification]) => ({ where, method, path, classification })),
  )
}
