import { revokeSessions } from '@/access/session/open'
import type { Effect } from '@/hooks/actions/define'
import { ensureRow } from '@/hooks/actions/ensureRow'
import { moveRow } from '@/hooks/moveRow'
import { countOf } from '@/src/domain/countOf'
import { dropTokens } from '../system/auth/tokens'

/**
 * What ends when somebody leaves, in the same step as the account. Whatever else acts in a person's name
 * (keys of software, scheduled work) adds its effect here; each must change nothing when it runs again.
 */
export const departureEffects: readonly Effect[] = [
  {
    name: 'sessions',
    run: async ({ req, record }) => {
      await revokeSessions(req.payload, { surface: 'staff', userId: record.id, req })
    },
  },
  {
    name: 'links',
    run: ({ req, record }) => dropTokens(req.payload, { surface: 'staff', userId: record.id, req }),
  },
  {
    name: 'grants',
    run: async ({ now, read, record, req }) => {
      const waiting = await read.many('role-grants', {
        and: [
          { status: { equals: 'requested' } },
          { or: [{ staff: { equals: record.id } }, { requestedBy: { equals: record.id } }] },
        ],
      })
      for (const grant of waiting) {
        await moveRow(req, {
          collection: 'role-grants',
          id: String(grant['id']),
          where: { status: { equals: 'requested' } },
          data: { status: 'withdrawn', decidedAt: now.toISOString() },
        })
      }
    },
  },
  {
    name: 'report',
    run: async ({ actorId, now, record, refs, system }) => {
      const places = Number(refs['places'] ?? 0)
      const programs = Number(refs['programs'] ?? 0)
      const standing = programs
        ? ` ${countOf(programs, 'program')} standing still until an owner takes over.`
        : ''
      await ensureRow(system, 'handovers', {
        uniqueKey: `left|${record.id}|${record['rev']}`,
        staff: record.id,
        kind: 'left',
        outcome: 'ended',
        sentence: `Sign-in closed; signed out of ${countOf(places, 'place')}.${standing}`,
        doneBy: actorId,
        at: now.toISOString(),
      })
    },
  },
]
