import { countOf } from '@/src/domain/countOf'
import { formatMoney } from '@/src/domain/money'
import { type StoredRow, textIn } from '@/src/domain/row'
import { showDay } from './dates'
import type { PortalVisit } from './portalRequest'
import { isOpen, type Paper, readPapers } from './readPapers'
import { type ReadyFile, readFiles, readReleases, type ShownRelease } from './readSharing'
import { readStatements, type Statement } from './readStatements'
import { readVisits, type Visit } from './readVisits'
import { findRow, findRows } from './rows'

type HomeLink = { href: string; title: string; detail: string }

type Home = {
  name: string
  nextVisit: Visit | null
  /** At most three, the most pressing first. */
  tasks: HomeLink[]
  documents: HomeLink[]
}

const papersTask = (papers: readonly Paper[]): HomeLink[] => {
  const next = papers.find(isOpen)
  if (!next?.href) return []
  const done = papers.filter(({ state }) => state !== 'open').length
  const detail = `${done} of ${papers.length} done. Next: ${next.title}`
  return [
    { href: next.href, title: done ? 'Go on with your papers' : 'Fill in your papers', detail },
  ]
}

const planTask = (plan: StoredRow | undefined): HomeLink[] =>
  plan
    ? [
        {
          href: '/portal/plan',
          title: 'Read and sign your plan',
          detail: textIn(plan, 'sharedAt')
            ? `Shared with you on ${showDay(textIn(plan, 'sharedAt'))}`
            : 'Shared with you',
        },
      ]
    : []

const statementTask = (statements: readonly Statement[]): HomeLink[] => {
  const due = statements.find(({ payableCents }) => payableCents > 0)
  if (!due) return []
  const title = `Pay your statement: ${formatMoney(due.payableCents)}`
  return [{ href: `/portal/statements/${due.id}`, title, detail: `Due ${due.dueOn}` }]
}

const sharingTasks = (
  releases: readonly ShownRelease[],
  files: readonly ReadyFile[],
): HomeLink[] => {
  const toSign = releases.find(({ state }) => state === 'toSign')
  const ready = files.find(({ isReady }) => isReady)
  return [
    ...(ready
      ? [
          {
            href: '/portal/sharing/records',
            title: 'Download your records',
            detail: `Ready until ${ready.until}`,
          },
        ]
      : []),
    ...(toSign
      ? [
          {
            href: `/portal/sharing/${toSign.id}`,
            title: 'Read and sign: sharing your records',
            detail: `With ${toSign.recipient}`,
          },
        ]
      : []),
  ]
}

/** What the first page of the portal shows, read in one go. */
export const readHome = async (visit: PortalVisit): Promise<Home> => {
  const { req, patientId } = visit
  const [patient, visits, papers, plans, { statements }, notes, safetyPlans, releases, files] =
    await Promise.all([
      findRow(req, 'patients', patientId),
      readVisits(visit),
      readPapers(visit),
      findRows(req, 'treatment-plans'),
      readStatements(visit),
      findRows(req, 'progress-notes'),
      findRows(req, 'safety-plans', { where: { status: { equals: 'shared' } } }),
      readReleases(visit),
      readFiles(visit),
    ])
  const tasks = [
    ...papersTask(papers),
    ...planTask(plans.find((plan) => textIn(plan, 'status') === 'shared')),
    ...sharingTasks(releases, files),
    ...statementTask(statements),
  ]
  const documents: HomeLink[] = [
    ...(safetyPlans.length
      ? [{ href: '/portal/safety-plan', title: 'My safety plan', detail: 'For hard moments' }]
      : []),
    ...(plans.length
      ? [{ href: '/portal/plan', title: 'My plan', detail: 'Goals and how we work on them' }]
      : []),
    {
      href: '/portal/papers',
      title: 'Papers',
      detail: papers.length ? countOf(papers.length, 'paper') : 'None yet',
    },
    {
      href: '/portal/statements',
      title: 'Statements',
      detail: statements.length ? countOf(statements.length, 'statement') : 'None yet',
    },
    ...(notes.length
      ? [
          {
            href: '/portal/notes',
            title: 'Notes shared with me',
            detail: countOf(notes.length, 'note'),
          },
        ]
      : []),
    {
      href: '/portal/sharing',
      title: 'Sharing',
      detail: 'Who may get my records, and who got them',
    },
    { href: '/portal/details', title: 'My details', detail: 'How we reach you' },
  ]
  return {
    name: textIn(patient, 'chosenName') || textIn(patient, 'firstName'),
    nextVisit: visits.find(({ time }) => time === 'coming') ?? null,
    tasks: tasks.slice(0, 3),
    documents,
  }
}
