import { insert, makePatient, makeStaff } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, openTask, type Stage } from './stage'

const list = async (
  stage: Stage,
  more: Record<string, unknown> = {},
): Promise<{ id: string; line: string }> => {
  const id = await insert(stage.app, 'destruction-lists', {
    uniqueKey: `destruction|${next()}`,
    recordUid: `list-${next()}`,
    madeOn: '2026-04-01',
    status: 'open',
    chartCount: 1,
    ...more,
  })
  const patient = await makePatient(stage.app, 'Old', `Test ${next()}`)
  const line = await insert(stage.app, 'destruction-lines', {
    uniqueKey: `${id}|${patient}`,
    recordUid: `line-${next()}`,
    list: id,
    patient,
    status: 'listed',
    keptUntil: '2026-03-01',
  })
  return { id, line }
}

export const retentionScenes: Scenes<Stage> = {
  'destruction-lists.approve': {
    begin: async (stage) => {
      const sam = await makeStaff(stage.app, `Sam ${next()}`, ['compliance'])
      const { id } = await list(stage)
      await openTask(stage, 'destruction-compliance', { slug: 'destruction-lists', id })
      return { client: sam.client, path: `/api/destruction-lists/${id}/approve` }
    },
  },
  'destruction-lists.approve second': {
    begin: async (stage) => {
      const owner = await makeStaff(stage.app, `Rosa ${next()}`, ['owner'])
      const sam = await makeStaff(stage.app, `Sam ${next()}`, ['compliance'])
      const { id } = await list(stage, { status: 'half', complianceBy: sam.id })
      await openTask(stage, 'destruction-owner', { slug: 'destruction-lists', id })
      return { client: owner.client, path: `/api/destruction-lists/${id}/approve` }
    },
  },
  'destruction-lists.decline': {
    begin: async (stage) => {
      const sam = await makeStaff(stage.app, `Sam ${next()}`, ['compliance'])
      const { id } = await list(stage)
      await openTask(stage, 'destruction-compliance', { slug: 'destruction-lists', id })
      await openTask(stage, 'destruction-owner', { slug: 'destruction-lists', id })
      const body = { reason: 'The archive is moved first.' }
      return { client: sam.client, path: `/api/destruction-lists/${id}/decline`, body }
    },
  },
  'destruction-lines.keep': {
    begin: async (stage) => {
      const sam = await makeStaff(stage.app, `Sam ${next()}`, ['compliance'])
      const { line } = await list(stage)
      const body = { reason: 'The patient asked for a copy and has not got it yet.' }
      return { client: sam.client, path: `/api/destruction-lines/${line}/keep`, body }
    },
  },
}
