import type { PayloadRequest } from 'payload'
import { type AccessLine, accessLines, type NamedAccess } from '@/src/domain/audit/accesses'
import { dayIn, practiceZone } from '@/src/lib/practiceZone'
import { findEvents, type LogRow } from './findEvents'
import { namesById, roleWords } from './namedEvents'

export type WhoSaw = {
  lines: AccessLine[]
  /** Give it as `before` for earlier ones; null at the end. */
  next: string | null
}

const eventsPerPage = 200

const withoutName: Readonly<Record<string, string>> = {
  staff: 'Somebody who no longer works here',
  apiClient: 'A connected program',
  patient: 'Somebody with a portal account for you',
  proxy: 'Somebody who acts for you',
}

const roleOf = (row: LogRow): string => {
  if (row.actorKind === 'apiClient') return 'Connected program'
  if (row.actorKind === 'proxy') return 'Proxy'
  return row.actorKind === 'patient' ? 'Portal account' : roleWords(row)
}

/**
 * Who opened or changed a patient's record, in words for that patient. `ownId` is the portal account that
 * asks: its own accesses are left out. The caller has made sure that the record is theirs.
 */
export const whoSaw = async (
  req: PayloadRequest,
  { patientId, ownId, before }: { patientId: string; ownId: string; before: string | null },
): Promise<WhoSaw> => {
  const { rows, next } = await findEvents(req.payload, {
    filter: {
      patient: patientId,
      also: {
        and: [
          { actorKind: { in: ['staff', 'apiClient', 'patient', 'proxy'] } },
          { actorId: { not_equals: ownId } },
          { outcome: { in: ['seen', 'done'] } },
          { collectionSlug: { not_in: ['psychotherapy-notes', 'audit-events'] } },
        ],
      },
    },
    before,
    size: eventsPerPage,
  })
  const idsOf = (kind: string): string[] =>
    rows.filter(({ actorKind }) => actorKind === kind).map(({ actorId }) => actorId)
  const staff = await namesById(req, { slug: 'staff', column: 'name', ids: idsOf('staff') })
  const programs = await namesById(req, {
    slug: 'api-clients',
    column: 'name',
    ids: idsOf('apiClient'),
  })
  // That it began is told; that it was looked into and ended is the practice's own work.
  const told = rows.filter(
    ({ action, collectionSlug }) => collectionSlug !== 'break-glass-grants' || action === 'start',
  )
  const accesses = told.map(
    (row): NamedAccess => ({
      at: row.at,
      actorId: row.actorId,
      name: staff.get(row.actorId) || programs.get(row.actorId) || withoutName[row.actorKind] || '',
      role: roleOf(row),
      collectionSlug: row.collectionSlug,
      isChange: row.action !== 'read' && row.action !== 'export',
      isEmergency: Boolean(row.breakGlassId) || row.collectionSlug === 'break-glass-grants',
    }),
  )
  const zone = practiceZone()
  return {
    lines: accessLines(accesses, (instant) => dayIn(new Date(instant), zone)),
    next,
  }
}
