import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allActions } from '@/hooks/actions/registry'
import { chargeScenes } from '@/tests/support/scenes/chargeScenes'
import { emergencyScenes } from '@/tests/support/scenes/emergencyScenes'
import { externalIdScenes } from '@/tests/support/scenes/externalIdScenes'
import { importScenes } from '@/tests/support/scenes/importScenes'
import { intakeScenes } from '@/tests/support/scenes/intakeScenes'
import { minorScenes } from '@/tests/support/scenes/minorScenes'
import { noteScenes } from '@/tests/support/scenes/noteScenes'
import { peopleScenes } from '@/tests/support/scenes/peopleScenes'
import { planScenes } from '@/tests/support/scenes/planScenes'
import { remittanceScenes } from '@/tests/support/scenes/remittanceScenes'
import { requestScenes } from '@/tests/support/scenes/requestScenes'
import { retentionScenes } from '@/tests/support/scenes/retentionScenes'
import { actionOf } from '@/tests/support/scenes/scene'
import { sharingScenes } from '@/tests/support/scenes/sharingScenes'
import { visitScenes } from '@/tests/support/scenes/visitScenes'
import { webhookScenes } from '@/tests/support/scenes/webhookScenes'
import { sensitiveActions, sensitiveRecords } from '@/tests/support/sensitive'

const tables = {
  chargeScenes,
  emergencyScenes,
  externalIdScenes,
  importScenes,
  intakeScenes,
  minorScenes,
  noteScenes,
  peopleScenes,
  planScenes,
  remittanceScenes,
  requestScenes,
  retentionScenes,
  sharingScenes,
  visitScenes,
  webhookScenes,
}

describe('every action of the product', () => {
  it('has a scene in which five race for it and it is stopped dead at each of its points', async () => {
    await (await import('@payload-config')).default
    const actions = allActions().map(({ name, slug }) => `${slug}.${name}`)
    const played = new Set(
      Object.values(tables).flatMap((table) => Object.keys(table).map(actionOf)),
    )
    expect(actions.length).toBeGreaterThan(80)
    expect(actions.filter((action) => !played.has(action))).toEqual([])
    expect([...played].filter((action) => !actions.includes(action))).toEqual([])
  })

  it('is played: every table of scenes is handed to the proof by a test beside this one', () => {
    const folder = import.meta.dirname
    const tests = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
    const unplayed = Object.keys(tables).filter(
      (table) => !tests.some((text) => text.includes(`proveActions(${table},`)),
    )
    expect(unplayed).toEqual([])
  })

  it('asks the person again first where it exports, grants, signs, changes keys, roles or how one signs in', async () => {
    await (await import('@payload-config')).default
    const listed = allActions().filter(
      ({ name, slug }) => sensitiveRecords[slug] || sensitiveActions.includes(`${slug}.${name}`),
    )
    const excused = ({ name, slug }: { name: string; slug: string }): boolean =>
      Boolean(sensitiveRecords[slug]?.[name])
    const nameOf = ({ name, slug }: { name: string; slug: string }): string => `${slug}.${name}`
    const lacking = listed.filter((action) => !excused(action) && !action.stepUp).map(nameOf)
    const needless = listed.filter((action) => excused(action) && action.stepUp).map(nameOf)
    expect({ lacking, needless }).toEqual({ lacking: [], needless: [] })
    const known = new Set(allActions().map(nameOf))
    const named = Object.entries(sensitiveRecords).flatMap(([slug, excuses]) =>
      Object.keys(excuses).map((name) => `${slug}.${name}`),
    )
    expect([...sensitiveActions, ...named].filter((name) => !known.has(name))).toEqual([])
    const rest = allActions().filter((action) => action.stepUp && !listed.includes(action))
    expect(rest.map(nameOf)).toEqual([])
  })
})
