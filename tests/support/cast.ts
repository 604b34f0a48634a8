import type { Principal } from '@/access/roles'
import { makeApiClient } from './apiClients'
import type { TestApp } from './boot'
import { type Chart, makeChart } from './chart'
import { type Client, clientOf } from './client'
import { makePortalUser, makeStaff, type Person } from './people'
import { insertSealed } from './portal'

/** Everybody who could try something, around the charts of Ana (Kim's and Leo's) and Bob (Theo's). */
export type Cast = Chart & {
  priya: Person
  mo: Person
  sam: Person
  bobPortal: Person
  crm: Client
  anonymous: Client
  /** One client per principal. */
  callers: readonly (readonly [Principal, Client])[]
}

export const makeCast = async (app: TestApp): Promise<Cast> => {
  const chart = await makeChart(app)
  const priya = await makeStaff(app, 'Priya', ['hr'])
  const mo = await makeStaff(app, 'Mo', ['marketing'])
  const sam = await makeStaff(app, 'Sam', ['compliance'])
  const sue = await makeStaff(app, 'Sue', ['supervisor'])
  const bobPortal = await makePortalUser(app, chart.bob, 'bob@example.test')
  const { client: crm } = await makeApiClient(app, { owner: chart.rosa.id, name: 'CRM' })
  const anonymous = clientOf(app)
  return {
    ...chart,
    priya,
    mo,
    sam,
    bobPortal,
    crm,
    anonymous,
    callers: [
      ['owner', chart.rosa.client],
      ['director', chart.imani.client],
      ['clinician', chart.kim.client],
      ['supervisor', sue.client],
      ['intern', chart.leo.client],
      ['frontDesk', chart.ben.client],
      ['biller', chart.dana.client],
      ['hr', priya.client],
      ['marketing', mo.client],
      ['compliance', sam.client],
      ['patient', chart.portal.client],
      ['apiClient', crm],
      ['anonymous', anonymous],
    ],
  }
}

/** What must never turn up where it does not belong. */
export const secretWord = 'CANARYHERON'

type Note = { patient: string; author: string; more?: Record<string, unknown> }

let rows = 0

/** A psychotherapy note with the secret word in its text. */
export const addPsychotherapyNote = (app: TestApp, { patient, author, more }: Note) =>
  insertSealed(app, 'psychotherapy-notes', {
    data: { patient, author, status: 'draft', ...more },
    texts: { text: `${secretWord} what nobody else may know` },
  })

/** A signed progress note with the secret word in its text. */
export const addProgressNote = (app: TestApp, { patient, author, more }: Note) => {
  rows += 1
  return insertSealed(app, 'progress-notes', {
    data: {
      uniqueKey: `cast|${rows}`,
      patient,
      author,
      kind: 'session',
      format: 'DAP',
      status: 'signed',
      isFinal: true,
      isShared: false,
      serviceDate: '2026-04-13',
      ...more,
    },
    texts: { reported: `${secretWord} what was told`, riskLine: `${secretWord} risk` },
  })
}
