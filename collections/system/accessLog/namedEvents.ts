import type { PayloadRequest } from 'payload'
import { isStaffRole, roleLabels } from '@/access/roles'
import { factReader } from '@/hooks/facts'
import { phraseOf } from '@/src/domain/audit/phrase'
import type { LogRow } from './findEvents'

/** A line of the log as people read it. */
export type LogLine = {
  id: string
  at: string
  who: string
  role: string
  what: string
  patients: string[]
  /** How many more patients it was about. */
  morePatients: number
  outcome: string
  surface: string
  why: string
  isEmergency: boolean
}

const kinds: Readonly<Record<string, string>> = {
  patient: 'Patient, in the portal',
  apiClient: 'API client',
  anonymous: 'Somebody not signed in',
  system: 'The system itself',
}

const namesShown = 3

/** The role or kind somebody had when it happened. */
export const roleWords = ({ actorKind, actorRoles }: Pick<LogRow, 'actorKind' | 'actorRoles'>) =>
  kinds[actorKind] ??
  actorRoles
    .split(' ')
    .filter(isStaffRole)
    .map((role) => roleLabels[role])
    .join(', ')

/** Names by id; unread and unlogged, since the line itself says that the log was looked at. */
export const namesById = async (
  req: PayloadRequest,
  { slug, column, ids }: { slug: string; column: string; ids: readonly string[] },
): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter(Boolean))]
  if (!wanted.length) return new Map()
  const rows = await factReader(req).many(slug, { id: { in: wanted } })
  return new Map(rows.map((row) => [String(row['id']), String(row[column] ?? '')]))
}

const idsOf = (text: string): string[] => text.split(' ').filter(Boolean)

/** Whom somebody signed in as: before the door nobody is anybody yet. */
const enteredAs = ({ actorKind, action, collectionSlug, recordIds }: LogRow): string =>
  actorKind === 'anonymous' && action === 'sign-in' && collectionSlug === 'staff' ? recordIds : ''

/** Lines in words, with the names of people and patients as they are now. */
export const inWords = async (req: PayloadRequest, rows: readonly LogRow[]): Promise<LogLine[]> => {
  const actors = (kind: string) =>
    rows.filter(({ actorKind }) => actorKind === kind).map(({ actorId }) => actorId)
  const staff = await namesById(req, {
    slug: 'staff',
    column: 'name',
    ids: [...actors('staff'), ...rows.map(enteredAs)],
  })
  const clients = await namesById(req, {
    slug: 'api-clients',
    column: 'name',
    ids: actors('apiClient'),
  })
  const patients = await namesById(req, {
    slug: 'patients',
    column: 'displayName',
    ids: rows.flatMap(({ patientIds }) => idsOf(patientIds).slice(0, namesShown)),
  })
  return rows.map((row) => {
    const about = idsOf(row.patientIds)
    const who =
      staff.get(row.actorId) ?? staff.get(enteredAs(row)) ?? clients.get(row.actorId) ?? ''
    return {
      id: row.id,
      at: row.at,
      who: who || (kinds[row.actorKind] ?? 'Somebody who has left'),
      role: enteredAs(row) ? '' : roleWords(row),
      what: phraseOf(row),
      patients: about.slice(0, namesShown).map((id) => patients.get(id) ?? 'A patient'),
      morePatients: Math.max(0, about.length - namesShown),
      outcome: row.outcome,
      surface: row.surface,
      why: row.actorKind === 'system' ? row.reason : '',
      isEmergency: Boolean(row.breakGlassId),
    }
  })
}
