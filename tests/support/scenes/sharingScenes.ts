import { insert, makeStaff, type Person } from '@/tests/support/people'
import type { Scenes } from './scene'
import { next, type Stage, somebody } from './stage'

const compliance = ({ app }: Stage): Promise<Person> =>
  makeStaff(app, `Sam ${next()}`, ['compliance'])

const matter = 'A letter of 3 April by the other side in a custody matter.'

export const sharingScenes: Scenes<Stage> = {
  'legal-holds.place': {
    isEachItsOwn: true,
    begin: async (stage, name) => ({
      client: (await compliance(stage)).client,
      path: '/api/legal-holds/place',
      body: { patient: await somebody(stage, name), reasonCode: 'lawyer', matter },
    }),
  },
  'legal-holds.lift': {
    begin: async (stage, name) => {
      const { client } = await compliance(stage)
      const id = await insert(stage.app, 'legal-holds', {
        uniqueKey: `hold|${next()}`,
        patient: await somebody(stage, name),
        status: 'active',
        reasonCode: 'lawyer',
        placedAt: '2026-04-01T10:00:00.000Z',
      })
      const body = { liftReason: 'Settled; their lawyer wrote so on 10 April.' }
      return { client, path: `/api/legal-holds/${id}/lift`, body }
    },
  },
}
