import { insert, makePortalUser, makeStaff, type Person } from '@/tests/support/people'
import { addDisclosure, addRelease, setPart2Program, toDrLee } from '@/tests/support/sharing'
import type { Scenes } from './scene'
import { next, type Stage, somebody } from './stage'

const compliance = ({ app }: Stage): Promise<Person> =>
  makeStaff(app, `Sam ${next()}`, ['compliance'])

const matter = 'A letter of 3 April by the other side in a custody matter.'

const portalOf = ({ app }: Stage, patient: string): Promise<Person> =>
  makePortalUser(app, patient, `sharing${next()}@example.test`)

const pending = async (stage: Stage, name: string): Promise<string> =>
  addRelease(stage.app, await somebody(stage, name), { status: 'pending', signedAt: null })

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
  'releases.prepare': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      await portalOf(stage, patient)
      const body = {
        patient,
        kind: 'general',
        recipientKind: 'provider',
        recipientName: 'Dr Lee',
        purposeCode: 'care',
        classes: 'plans',
        expiresOn: '2026-12-31',
      }
      return { client: stage.kim.client, path: '/api/releases/prepare', body }
    },
  },
  'releases.give': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const { client } = await portalOf(stage, await somebody(stage, name))
      const body = {
        recipientKind: 'provider',
        recipientName: 'Dr Lee',
        purposeCode: 'care',
        classes: 'plans',
        expiresOn: '2026-12-31',
        signerName: name,
        agree: true,
      }
      return { client, path: '/api/releases/give', body }
    },
  },
  'releases.sign': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const { client } = await portalOf(stage, patient)
      const id = await addRelease(stage.app, patient, { status: 'pending', signedAt: null })
      return { client, path: `/api/releases/${id}/sign`, body: { signerName: name, agree: true } }
    },
  },
  'releases.decline': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: `/api/releases/${await pending(stage, name)}/decline`,
    }),
  },
  'releases.cancel': {
    begin: async (stage, name) => ({
      client: stage.kim.client,
      path: `/api/releases/${await pending(stage, name)}/cancel`,
    }),
  },
  'releases.revoke': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const { client } = await portalOf(stage, patient)
      const release = await addRelease(stage.app, patient)
      const disclosure = await addDisclosure(stage.app, patient, { basis: 'release', release })
      await insert(stage.app, 'chart-exports', {
        uniqueKey: `export|${disclosure}`,
        patient,
        disclosure,
        format: 'pdf',
        isShared: false,
        status: 'waiting',
      })
      await insert(stage.app, 'outside-care', {
        uniqueKey: `outside|${next()}`,
        patient,
        name: 'Dr Lee',
        release,
        status: 'active',
      })
      return { client, path: `/api/releases/${release}/revoke`, body: {} }
    },
  },
  'outside-care.add': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const release = await addRelease(stage.app, patient)
      const body = { patient, name: 'Dr Lee', release }
      return { client: stage.kim.client, path: '/api/outside-care/add', body }
    },
  },
  'outside-care.end': {
    begin: async (stage, name) => {
      const id = await insert(stage.app, 'outside-care', {
        uniqueKey: `outside|${next()}`,
        patient: await somebody(stage, name),
        name: 'Dr Lee',
        status: 'active',
      })
      return { client: stage.kim.client, path: `/api/outside-care/${id}/end` }
    },
  },
  'disclosures.prepare': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const body = toDrLee(patient, await addRelease(stage.app, patient))
      return { client: stage.kim.client, path: '/api/disclosures/prepare', body }
    },
  },
  'disclosures.record': {
    isEachItsOwn: true,
    begin: async (stage, name) => {
      const body = {
        patient: await somebody(stage, name),
        recipientKind: 'provider',
        recipientName: 'Dr Lee',
        purposeCode: 'care',
        basis: 'treatment',
        what: 'That she sleeps better.',
        sentOn: '2026-04-14',
        method: 'spoken',
        verifiedBy: 'calledBack',
      }
      return { client: stage.kim.client, path: '/api/disclosures/record', body }
    },
  },
  'disclosures.send': {
    begin: async (stage, name) => {
      const id = await addDisclosure(stage.app, await somebody(stage, name))
      const body = { method: 'fax', verifiedBy: 'knownAddress' }
      return { client: stage.kim.client, path: `/api/disclosures/${id}/send`, body }
    },
  },
  'disclosures.cancel': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name)
      const disclosure = await addDisclosure(stage.app, patient)
      await insert(stage.app, 'chart-exports', {
        uniqueKey: `export|${disclosure}`,
        patient,
        disclosure,
        format: 'pdf',
        isShared: false,
        status: 'waiting',
      })
      const body = { cancelReason: 'They asked for something else.' }
      return { client: stage.kim.client, path: `/api/disclosures/${disclosure}/cancel`, body }
    },
  },
  'disclosures.hide': {
    isRepeatable: true,
    begin: async (stage, name) => {
      const id = await addDisclosure(stage.app, await somebody(stage, name), {
        status: 'sent',
        basis: 'lawEnforcement',
        isCountable: true,
        sentOn: '2026-04-10',
      })
      const body = { hiddenUntil: '2026-12-31', hiddenReason: 'Letter of the sheriff of 10 April.' }
      return { client: (await compliance(stage)).client, path: `/api/disclosures/${id}/hide`, body }
    },
  },
  'part2-labels.label': {
    begin: async (stage, name) => {
      await setPart2Program(stage.app, 'part')
      const patient = await somebody(stage, name)
      const body = {
        patient,
        collectionSlug: 'patients',
        recordId: patient,
        reason: 'Joined the program.',
      }
      return { client: stage.kim.client, path: '/api/part2-labels/label', body }
    },
  },
  'part2-labels.unlabel': {
    begin: async (stage, name) => {
      const patient = await somebody(stage, name, { isPart2: true })
      const body = {
        patient,
        collectionSlug: 'patients',
        recordId: patient,
        reason: 'Was labelled by mistake.',
      }
      const { client } = await compliance(stage)
      return { client, path: '/api/part2-labels/unlabel', body }
    },
  },
}
